import { sweepOutbox } from '#server/mail/outbox-folder.ts'
import { abandonedSentence } from '#texts/mails.ts'

import type { JobHandler } from './job-definition.ts'
import {
  deleteExpiredLinks,
  deleteExpiredRateLimits,
  deleteOldMails,
  deleteOldOperations,
  failAbandonedMails,
  mailRetention,
  scrubDeadLinks,
} from './sweep.queries.ts'

const day = 24 * 3600 * 1000

/** Each step stands alone and may run twice; the log says what went, in numbers. */
export const handle: JobHandler<object> = async ({ payload, settings, now }) => {
  const database = payload.db.drizzle
  const swept = {
    rateLimits: await deleteExpiredRateLimits(database, { now }),
    links: await deleteExpiredLinks(database, { now }),
    deadLinks: await scrubDeadLinks(database, { now }),
    mails: await deleteOldMails(database, { now }),
    outboxFiles: await sweepOutbox({
      dataDir: settings.dataDir,
      before: new Date(now.getTime() - mailRetention * day),
    }),
    operations: await deleteOldOperations(database, { now }),
    abandonedMails: await failAbandonedMails(database, { now, reason: abandonedSentence }),
  }
  payload.logger.info({ msg: 'expired rows swept', ...swept })
}
