import type { JobHandler } from './job-definition.ts'
import { failureOf } from '#server/mail/delivery-failure.ts'
import { recordFailure, recordOutbox, recordSent, startAttempt } from '#server/mail/mails.queries.ts'
import { deliverMail } from '#server/mail/transport.ts'
import { deliveredNote, failureSentence } from '#texts/mails.ts'

/**
 * Delivers one mail. At least once: a worker that dies between the server's « 250 OK » and the next line
 * leaves the mail waiting, and it goes out again under the same Message-ID.
 */
export const handle: JobHandler<{ readonly mail: string }> = async ({
  data,
  payload,
  settings,
  attempt,
  now,
}) => {
  const database = payload.db.drizzle
  const mail = await startAttempt(database, data.mail)
  if (mail === null) return
  let delivery
  try {
    delivery = await deliverMail({ mail, settings })
  } catch (error) {
    const failure = failureOf(error)
    const final = failure.permanent || attempt.isLast
    await recordFailure(database, { id: mail.id, reason: failureSentence(failure), final })
    // A refusal for good is told in the outbox; the job itself has done what it could.
    if (failure.permanent) return
    // Neither the reply nor the address: the queue's tables and the log are no place for them.
    throw new Error(`mail not delivered: ${failure.kind}`)
  }
  if (delivery === 'sent') await recordSent(database, { id: mail.id, note: deliveredNote(now), now })
  else await recordOutbox(database, { id: mail.id, now })
}
