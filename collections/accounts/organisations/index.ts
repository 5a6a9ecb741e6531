import type { CollectionConfig } from 'payload'

import { defaultTimeZone } from '#domain/calendar/day-bounds.ts'
import { timeZoneSchema } from '#domain/calendar/time-zone.rules.ts'
import { labelSchema } from '#domain/identity/label.rules.ts'
import { siretSchema } from '#domain/identity/siret.rules.ts'
import { inOrganisationsWith, nobody, nobodyField, platformAdmins } from '#server/scope/access.ts'
import { openOrganisation } from '#server/scope/open-for-writing.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { checkedBy } from '../../shared/text-rules.ts'

/** The tenants. `number` is what people see and what addresses carry; the database gives it. */
export const organisations: CollectionConfig = {
  slug: 'organisations',
  labels: labels.organisations,
  lockDocuments: false,
  admin: {
    group: labels.groups.accounts,
    description: collectionDescriptions.organisations,
    useAsTitle: 'name',
    defaultColumns: ['number', 'name', 'sector', 'headcount', 'createdAt'],
    listSearchableFields: ['name', 'siret'],
  },
  access: {
    read: inOrganisationsWith('organisation:read', 'id'),
    create: platformAdmins,
    update: inOrganisationsWith('organisation:write', 'id'),
    delete: nobody,
  },
  hooks: { beforeValidate: [openOrganisation] },
  fields: [
    {
      name: 'number',
      label: 'Numéro',
      type: 'number',
      unique: true,
      index: true,
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'name', label: 'Nom', type: 'text', required: true, maxLength: 200, validate: checkedBy(labelSchema(200)) },
    { name: 'legalForm', label: 'Forme juridique', type: 'text', maxLength: 100 },
    { name: 'siret', label: 'SIRET', type: 'text', validate: checkedBy(siretSchema) },
    { name: 'sector', label: 'Secteur d’activité', type: 'text', maxLength: 200 },
    { name: 'headcount', label: 'Effectif salarié', type: 'number', min: 0, max: 1_000_000 },
    { name: 'address', label: 'Adresse', type: 'textarea', maxLength: 500 },
    {
      name: 'timeZone',
      label: 'Fuseau horaire',
      type: 'text',
      required: true,
      defaultValue: defaultTimeZone,
      validate: checkedBy(timeZoneSchema),
    },
  ],
}
