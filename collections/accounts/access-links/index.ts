import type { CollectionConfig } from 'payload'

import { roles } from '#domain/rights/rights.rules.ts'
import { nobody } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'

/**
 * One-time links for people: an invitation, a new password, the first administrator, an address to confirm.
 * Only the SHA-256 of the token is kept. No channel reads or writes these rows; `src/server/accounts` does.
 */
export const accessLinks: CollectionConfig = {
  slug: 'access-links',
  labels: labels.accessLinks,
  lockDocuments: false,
  admin: { group: labels.groups.accounts, hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'purpose', type: 'text', required: true },
    { name: 'tokenHash', type: 'text', required: true, unique: true, index: true, custom: { audit: 'secret' } },
    { name: 'email', type: 'text', required: true, index: true },
    { name: 'user', type: 'relationship', relationTo: 'users' },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', index: true },
    { name: 'role', type: 'select', options: roles.map((value) => ({ value, label: labels.role[value] })) },
    { name: 'themeLimits', type: 'json' },
    { name: 'invitedBy', type: 'relationship', relationTo: 'users' },
    { name: 'expiresAt', type: 'date', required: true },
    { name: 'usedAt', type: 'date' },
  ],
}
