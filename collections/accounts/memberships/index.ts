import type { CollectionConfig } from 'payload'

import { roles } from '#domain/rights/rights.rules.ts'
import { platformAdminsField } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { keepAnAdministratorOnChange, keepAnAdministratorOnDelete } from './hooks/keep-an-administrator.ts'
import { themeLimitsValidation } from './theme-limits.ts'

/** A person in an organisation, with a role. People join by an invitation, never by naming someone here. */
export const memberships: CollectionConfig = {
  slug: 'memberships',
  labels: labels.memberships,
  admin: {
    group: labels.groups.accounts,
    description: collectionDescriptions.memberships,
    defaultColumns: ['organisation', 'user', 'role'],
  },
  indexes: [{ fields: ['organisation', 'user'], unique: true }],
  hooks: { beforeChange: [keepAnAdministratorOnChange], beforeDelete: [keepAnAdministratorOnDelete] },
  fields: [
    {
      name: 'user',
      label: 'Personne',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      access: { update: platformAdminsField },
    },
    {
      name: 'role',
      label: 'Rôle',
      type: 'select',
      required: true,
      options: roles.map((value) => ({ value, label: labels.role[value] })),
    },
    {
      name: 'themeLimits',
      label: 'Limité aux thèmes',
      type: 'json',
      defaultValue: [],
      validate: themeLimitsValidation,
      admin: { description: 'Couples d’identifiant de référentiel et de code de thème. Vide : tous les thèmes.' },
    },
  ],
}
