import type { CollectionBeforeOperationHook } from 'payload'
import { Forbidden } from 'payload'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'restoreVersion'])

/** No channel writes entries, not even a system call that overrides access: `recordAudit` alone does. */
export const refuseWrites: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (writes.has(operation)) throw new Forbidden(req.t)
}
