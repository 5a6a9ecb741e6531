import type { CollectionConfig } from 'payload'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { anyOf, inOrganisationsWith, nobody, platformAdmins } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { checkedBy } from '../../shared/text-rules.ts'
import { ledNetworks } from '../access.ts'
import { oneHolder } from './hooks/one-holder.ts'

/** What an organisation, or a network for its members, has subscribed to, from a day to a day. */
export const subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  labels: labels.subscriptions,
  lockDocuments: false,
  admin: {
    group: labels.groups.networks,
    description: collectionDescriptions.subscriptions,
    defaultColumns: ['organisation', 'network', 'formula', 'start', 'end', 'seats'],
  },
  access: {
    read: anyOf(inOrganisationsWith('organisation:read'), ledNetworks('network')),
    create: platformAdmins,
    update: platformAdmins,
    delete: nobody,
  },
  hooks: { beforeValidate: [oneHolder] },
  fields: [
    { name: 'organisation', label: 'Organisation', type: 'relationship', relationTo: 'organisations' },
    { name: 'network', label: 'Réseau', type: 'relationship', relationTo: 'networks' },
    // Formulas come with the price lists, which are data.
    { name: 'formula', label: 'Formule', type: 'text', required: true, maxLength: 64 },
    { name: 'start', label: 'Début', type: 'text', required: true, validate: checkedBy(calendarDateSchema) },
    { name: 'end', label: 'Fin', type: 'text', required: true, validate: checkedBy(calendarDateSchema) },
    { name: 'seats', label: 'Comptes autorisés', type: 'number', min: 0, max: 100_000 },
  ],
}
