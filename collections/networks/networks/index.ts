import type { CollectionConfig } from 'payload'

import { labelSchema } from '#domain/identity/label.rules.ts'
import { anyOf, platformAdmins } from '#server/scope/access.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { checkedBy } from '../../shared/text-rules.ts'
import { ledNetworks, ledOrJoinedNetworks } from '../access.ts'

/** A network head (federation, regional union…) and the people who lead it. */
export const networks: CollectionConfig = {
  slug: 'networks',
  labels: labels.networks,
  lockDocuments: false,
  admin: {
    group: labels.groups.networks,
    description: collectionDescriptions.networks,
    useAsTitle: 'name',
    defaultColumns: ['name', 'managers'],
  },
  access: {
    read: anyOf(platformAdmins, ledOrJoinedNetworks),
    create: platformAdmins,
    update: anyOf(platformAdmins, ledNetworks('id')),
    delete: platformAdmins,
  },
  fields: [
    { name: 'name', label: 'Nom', type: 'text', required: true, maxLength: 200, validate: checkedBy(labelSchema(200)) },
    {
      name: 'managers',
      label: 'Responsables du réseau',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      access: {
        // Who leads is for the platform to say: a head who could add heads could hand the network over.
        update: async ({ req }) => (await platformAdmins({ req })) === true,
        read: async ({ req }) => (await platformAdmins({ req })) === true,
      },
    },
  ],
}
