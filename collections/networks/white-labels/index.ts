import type { CollectionConfig } from 'payload'

import { labelSchema } from '#domain/identity/label.rules.ts'
import { anyOf, platformAdmins } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { checkedBy } from '../../shared/text-rules.ts'
import { ledNetworks, ofLedOrJoinedNetworks } from '../access.ts'
import { colourValidation, keepReadable } from './hooks/keep-readable.ts'

/** A network's banner and accent. Levels, priorities and statuses never change (look.md §6). */
export const whiteLabels: CollectionConfig = {
  slug: 'white-labels',
  labels: labels.whiteLabels,
  lockDocuments: false,
  admin: {
    group: labels.groups.networks,
    description: collectionDescriptions.whiteLabels,
    useAsTitle: 'name',
    defaultColumns: ['network', 'name', 'band', 'accent'],
  },
  access: {
    read: anyOf(platformAdmins, ofLedOrJoinedNetworks),
    create: platformAdmins,
    update: anyOf(platformAdmins, ledNetworks('network')),
    delete: platformAdmins,
  },
  hooks: { beforeValidate: [keepReadable] },
  fields: [
    {
      name: 'network',
      label: 'Réseau',
      type: 'relationship',
      relationTo: 'networks',
      required: true,
      unique: true,
      access: { update: async ({ req }) => (await platformAdmins({ req })) === true },
    },
    { name: 'name', label: 'Nom affiché', type: 'text', required: true, maxLength: 80, validate: checkedBy(labelSchema(80)) },
    { name: 'line', label: 'Ligne sous le nom', type: 'text', maxLength: 120, validate: checkedBy(labelSchema(120)) },
    { name: 'band', label: 'Bandeau', type: 'text', required: true, defaultValue: '#22303B', validate: colourValidation },
    { name: 'bandInk', label: 'Texte du bandeau', type: 'text', required: true, defaultValue: '#FDFCF9', validate: colourValidation },
    { name: 'bandMark', label: 'Signe et ondes', type: 'text', required: true, defaultValue: '#F6C92F', validate: colourValidation },
    { name: 'accent', label: 'Actions et liens', type: 'text', required: true, defaultValue: '#0B5A63', validate: colourValidation },
  ],
}
