import type { CollectionConfig } from 'payload'

import { finessSchema } from '#domain/identity/finess.rules.ts'
import { labelSchema } from '#domain/identity/label.rules.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { checkedBy } from '../../shared/text-rules.ts'
import { profileValidation } from './profile.ts'

/** A place of an organisation, with the profile that decides which criteria apply. Neither a tenant nor a seat. */
export const establishments: CollectionConfig = {
  slug: 'establishments',
  labels: labels.establishments,
  admin: {
    group: labels.groups.accounts,
    description: collectionDescriptions.establishments,
    useAsTitle: 'name',
    defaultColumns: ['name', 'finess', 'organisation'],
  },
  fields: [
    { name: 'name', label: 'Nom', type: 'text', required: true, maxLength: 200, validate: checkedBy(labelSchema(200)) },
    { name: 'finess', label: 'Numéro FINESS', type: 'text', validate: checkedBy(finessSchema) },
    { name: 'profile', label: 'Profil', type: 'json', required: true, defaultValue: {}, validate: profileValidation },
  ],
}
