import type { CollectionConfig } from 'payload'

import { personNameSchema } from '#domain/identity/person-name.rules.ts'
import { staffKinds } from '#domain/rights/rights.rules.ts'
import { anyOf, nobodyField, ownRows, platformAdmins, platformAdminsField } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { frenchDate } from '../../shared/french-date.ts'
import { checkedBy } from '../../shared/text-rules.ts'
import { mayOpenAdmin } from './access.ts'
import { confirmNewAddress } from './hooks/confirm-new-address.ts'
import { keepLastAdministratorsOf } from './hooks/keep-last-administrators.ts'
import { passwordsByLink } from './hooks/passwords-by-link.ts'
import { revokeSessionsOnNewPassword } from './hooks/revoke-sessions.ts'
import { sameEffort } from './hooks/same-effort.ts'

const hour = 3600

/**
 * People: one account however many organisations. What they may do follows from memberships and mandates.
 */
export const users: CollectionConfig = {
  slug: 'users',
  labels: labels.users,
  lockDocuments: false,
  admin: {
    group: labels.groups.accounts,
    description: collectionDescriptions.users,
    useAsTitle: 'email',
    defaultColumns: ['email', 'lastName', 'firstName', 'staff'],
  },
  auth: {
    // A working day; the session dies on the server at sign-out, not only the cookie.
    tokenExpiration: 10 * hour,
    maxLoginAttempts: 10,
    lockTime: 15 * 60 * 1000,
    cookies: { sameSite: 'Lax' },
    useSessions: true,
  },
  access: {
    admin: mayOpenAdmin,
    read: anyOf(platformAdmins, ownRows('id')),
    create: platformAdmins,
    update: anyOf(platformAdmins, ownRows('id')),
    delete: platformAdmins,
    unlock: platformAdmins,
  },
  hooks: {
    beforeOperation: [passwordsByLink, sameEffort],
    beforeChange: [revokeSessionsOnNewPassword, confirmNewAddress],
    beforeDelete: [keepLastAdministratorsOf],
  },
  fields: [
    {
      name: 'email',
      label: 'Adresse e-mail',
      type: 'email',
      required: true,
      unique: true,
      // It is where links for a new password go: a person proves a new one before it counts.
      access: { update: platformAdminsField },
    },
    { name: 'firstName', label: 'Prénom', type: 'text', required: true, maxLength: 100, validate: checkedBy(personNameSchema) },
    { name: 'lastName', label: 'Nom', type: 'text', required: true, maxLength: 100, validate: checkedBy(personNameSchema) },
    {
      name: 'staff',
      label: 'Équipe de la plateforme',
      type: 'select',
      required: true,
      defaultValue: 'none',
      options: staffKinds.map((value) => ({ value, label: labels.staff[value] })),
      access: { create: platformAdminsField, update: platformAdminsField },
    },
    {
      name: 'emailVerifiedAt',
      label: 'Adresse confirmée le',
      type: 'date',
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true, position: 'sidebar', date: frenchDate },
    },
  ],
}
