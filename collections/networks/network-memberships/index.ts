import type { CollectionConfig } from 'payload'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { sharingLevels } from '#domain/rights/sharing.rules.ts'
import { nobodyField, platformAdminsField } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { frenchDate } from '../../shared/french-date.ts'
import { checkedBy } from '../../shared/text-rules.ts'
import { recordAcceptance } from './hooks/record-acceptance.ts'

/** An organisation in a network. Leaving closes the row, it never deletes the organisation. */
export const networkMemberships: CollectionConfig = {
  slug: 'network-memberships',
  labels: labels.networkMemberships,
  admin: {
    group: labels.groups.networks,
    description: collectionDescriptions.networkMemberships,
    defaultColumns: ['network', 'organisation', 'sharing', 'joinedOn', 'leftOn'],
  },
  indexes: [{ fields: ['network', 'organisation', 'joinedOn'], unique: true }],
  hooks: { beforeChange: [recordAcceptance] },
  fields: [
    {
      name: 'network',
      label: 'Réseau',
      type: 'relationship',
      relationTo: 'networks',
      required: true,
      access: { update: platformAdminsField },
    },
    {
      name: 'sharing',
      label: 'Niveau de partage',
      type: 'select',
      required: true,
      defaultValue: 'counters',
      options: sharingLevels.map((value) => ({ value, label: labels.sharing[value] })),
    },
    { name: 'acceptedBy', label: 'Accepté par', type: 'relationship', relationTo: 'users', access: { create: nobodyField, update: nobodyField } },
    {
      name: 'acceptedAt',
      label: 'Accepté le',
      type: 'date',
      access: { create: nobodyField, update: nobodyField },
      admin: { date: frenchDate },
    },
    {
      name: 'joinedOn',
      label: 'Entrée le',
      type: 'text',
      required: true,
      validate: checkedBy(calendarDateSchema),
      access: { update: platformAdminsField },
    },
    { name: 'leftOn', label: 'Sortie le', type: 'text', validate: checkedBy(calendarDateSchema), access: { update: platformAdminsField } },
  ],
}
