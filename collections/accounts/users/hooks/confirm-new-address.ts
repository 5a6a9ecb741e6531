import type { CollectionBeforeChangeHook } from 'payload'

import type { User } from '../../../../src/payload-types.ts'

/** Nobody has proved to read a new address yet, whoever wrote it. */
export const confirmNewAddress: CollectionBeforeChangeHook<User> = ({ data, operation, originalDoc }) =>
  operation === 'update' && data.email !== undefined && data.email !== originalDoc?.email
    ? { ...data, emailVerifiedAt: null }
    : data
