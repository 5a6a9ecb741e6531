import type { Config, Plugin } from 'payload'

import { auditEntries } from './collections/audit-entries.ts'
import { recordCollection } from './hooks/record-collection.ts'
import { recordGlobal } from './hooks/record-global.ts'
import { checkIdType } from './transaction.ts'
import type { AuditTrailOptions } from './types.ts'

/** After every plugin that adds collections or hooks, so that each of their writes is seen. */
const last = 1000

/**
 * Adds the journal `audit-entries` and records every creation, change and deletion of every collection and
 * global, in the transaction of the change. Its tables need `auditTrailMigration` (exports/server.ts) beside
 * Payload's own migration; `sealAuditEntries` is to be run by a job.
 */
export const auditTrail = (options: AuditTrailOptions = {}): Plugin => {
  const isRecorded = ({ slug }: { readonly slug: string }): boolean => !options.exclude?.includes(slug)
  const plugin = (config: Config): Config => ({
    ...config,
    collections: [
      ...(config.collections ?? []).map((collection) =>
        isRecorded(collection) ? recordCollection(options, collection) : collection,
      ),
      auditEntries(options),
    ],
    globals: (config.globals ?? []).map((global) => (isRecorded(global) ? recordGlobal(options, global) : global)),
    onInit: async (payload) => {
      checkIdType(payload)
      await config.onInit?.(payload)
    },
  })
  return Object.assign(plugin, { order: last, slug: 'audit-trail' })
}
