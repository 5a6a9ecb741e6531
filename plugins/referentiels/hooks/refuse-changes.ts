import type { CollectionBeforeOperationHook } from 'payload'
import { Forbidden } from 'payload'

const changes: ReadonlySet<string> = new Set(['update', 'delete', 'restoreVersion'])

/** No channel changes a revision, not even a system call that overrides access; the database refuses it too. */
export const refuseChanges: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (changes.has(operation)) throw new Forbidden(req.t)
}
