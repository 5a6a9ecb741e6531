import type { CollectionConfig } from 'payload'

import { labels } from '../texts/fr.ts'
import { type ReferentielsOptions, slugs } from '../types.ts'
import { closedCollection, nobody, ownReferentiels, text } from './shared.ts'

/** A référentiel's identity: what its drafts and published revisions have in common. */
export const referentiels = (options: ReferentielsOptions): CollectionConfig => ({
  ...closedCollection,
  slug: slugs.referentiels,
  labels: labels.referentiels,
  admin: {
    group: labels.group,
    description: labels.descriptions.referentiels,
    useAsTitle: 'title',
    defaultColumns: ['title', 'code', 'isShipped', 'updatedAt'],
  },
  access: { read: ownReferentiels(options), create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'code', label: labels.fields.code, type: 'text', required: true, unique: true, index: true },
    text('title', { required: true }),
    // Comes with the application: whoever wants it otherwise derives a copy.
    // Whose it is: the platform's, or that of the network or organisation which `ownerId` names.
    { name: 'ownerKind', label: labels.fields.ownerKind, type: 'text', required: true, defaultValue: 'platform' },
    text('ownerId', { index: true }),
    { name: 'isShipped', label: labels.fields.isShipped, type: 'checkbox', required: true, defaultValue: false },
    // SHA-256 of the shipped file that was taken up last: the same bytes are not read again at the next start.
    { name: 'loadedFile', label: labels.fields.loadedFile, type: 'text', admin: { hidden: true } },
  ],
})
