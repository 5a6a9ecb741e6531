import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { recordAudit } from '#plugins/audit-trail/exports/server.ts'
import type { DraftEntry, ReferentielsDatabase } from '#plugins/referentiels/types.ts'
import { auditActorOf } from '#server/scope/audit.ts'

const json = z.record(z.string(), z.json())
/** As JSON tells it: what is undefined there is absent. */
const asJson = (value: Readonly<Record<string, unknown>>) => json.parse(JSON.parse(JSON.stringify(value)))

/** The journal's entry for a change in the studio, which is made by SQL, in the transaction of that change. */
export const recordDraft = async (req: PayloadRequest, database: ReferentielsDatabase, { draft, before, after }: DraftEntry): Promise<void> => {
  await recordAudit({
    db: database,
    entry: {
      actor: req.user ? String(req.user.id) : null,
      actorCollection: req.user?.collection ?? null,
      onBehalfOf: auditActorOf(req, { collection: 'drafts', document: null, operation: 'update' }).onBehalfOf,
      organisation: null,
      collection: 'drafts',
      document: draft,
      operation: 'update',
      before: asJson(before),
      after: asJson(after),
      requestId: req.headers.get('x-request-id'),
    },
  })
}
