import type { GlobalAfterChangeHook, GlobalBeforeOperationHook, GlobalConfig } from 'payload'

import { recordAudit } from '../entries.queries.ts'
import { storedGlobal } from '../stored-state.queries.ts'
import { transactionOf } from '../transaction.ts'
import type { AuditTrailOptions } from '../types.ts'
import { entryOf } from './entry-of.ts'
import { rememberBefore, takeBefore } from './states-before.ts'

const keyOf = (slug: string): string => `globals/${slug}`

/** Restoring a version runs no other hook before it writes. */
const beforeOperation: GlobalBeforeOperationHook = async ({ global, operation, req }) => {
  if (operation === 'update' || operation === 'restoreVersion') {
    rememberBefore(req, keyOf(global.slug), await storedGlobal({ req, global }))
  }
}

const afterChange =
  (options: AuditTrailOptions): GlobalAfterChangeHook =>
  async ({ global, req }) => {
    const before = takeBefore(req, keyOf(global.slug)) ?? null
    const entry = await entryOf(options, {
      req,
      collection: keyOf(global.slug),
      document: null,
      operation: before === null ? 'create' : 'update',
      fields: global.flattenedFields,
      isAuth: false,
      before,
      after: await storedGlobal({ req, global }),
    })
    await recordAudit({ db: await transactionOf(req), entry })
  }

/** The global with hooks that record each of its changes, after the hooks that it has. */
export const recordGlobal = (options: AuditTrailOptions, global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [...(global.hooks?.beforeOperation ?? []), beforeOperation],
    afterChange: [...(global.hooks?.afterChange ?? []), afterChange(options)],
  },
})
