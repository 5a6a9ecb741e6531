import { sealAuditEntries } from '#plugins/audit-trail/exports/server.ts'

import type { JobHandler } from './job-definition.ts'

/** Entries per transaction: each stays short, however long the chain had to wait. */
const batch = 1000

/** Seals until nothing is left, or until the worker stops: the next minute goes on from there. */
export const handle: JobHandler<object> = async ({ payload, signal }) => {
  let isMore = true
  while (isMore && !signal.aborted) {
    ;({ isMore } = await sealAuditEntries({ db: payload.db.drizzle, limit: batch }))
  }
}
