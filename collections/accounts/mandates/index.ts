import type { CollectionConfig } from 'payload'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { labelSchema } from '#domain/identity/label.rules.ts'
import { platformAdminsField } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { checkedBy } from '../../shared/text-rules.ts'

/** A consultant's right to work for an organisation between two dates, on its behalf. */
export const mandates: CollectionConfig = {
  slug: 'mandates',
  labels: labels.mandates,
  admin: {
    group: labels.groups.accounts,
    description: collectionDescriptions.mandates,
    defaultColumns: ['organisation', 'consultant', 'start', 'end'],
  },
  fields: [
    {
      name: 'consultant',
      label: 'Consultant ou consultante',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      access: { update: platformAdminsField },
    },
    {
      name: 'onBehalfOf',
      label: 'Pour le compte de',
      type: 'text',
      required: true,
      maxLength: 200,
      validate: checkedBy(labelSchema(200)),
    },
    { name: 'start', label: 'Début', type: 'text', required: true, validate: checkedBy(calendarDateSchema) },
    { name: 'end', label: 'Fin', type: 'text', validate: checkedBy(calendarDateSchema) },
  ],
}
