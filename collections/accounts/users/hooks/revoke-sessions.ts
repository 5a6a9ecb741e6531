import type { CollectionBeforeChangeHook } from 'payload'

/** A new password ends every session: whoever knew the old one is out at once. */
export const revokeSessionsOnNewPassword: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'update' && typeof data.password === 'string' ? { ...data, sessions: [] } : data
