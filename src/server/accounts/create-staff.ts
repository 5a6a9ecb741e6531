import type { Payload } from 'payload'

import { inTransaction } from '#server/database/in-transaction.ts'
import { environment } from '#server/environment.ts'

import { createLink } from './access-links.ts'

/**
 * A one-time link that makes its holder an administrator of the platform (design.md §6). It is printed for
 * the operator, never mailed, and replaces an earlier one for the same address.
 */
export const createStaffLink = async (
  payload: Payload,
  { email, now }: { readonly email: string; readonly now: Date },
): Promise<{ readonly link: string; readonly expiresAt: Date }> =>
  inTransaction({ payload }, async (req) => {
    const { token, expiresAt } = await createLink(req, { link: { purpose: 'first-administrator', email }, now })
    return { link: `${environment().publicUrl}/invitation/${token}`, expiresAt }
  })
