import type { CollectionConfig } from 'payload'

import { labels } from '../texts/fr.ts'
import { type ReferentielsOptions, slugs } from '../types.ts'
import { authors, closedCollection, nobody, text } from './shared.ts'

/** Links to other référentiels, one row each: an index over published documents, which stay the source. */
export const mappings = (options: ReferentielsOptions): CollectionConfig => ({
  ...closedCollection,
  slug: slugs.mappings,
  labels: labels.mappings,
  admin: {
    group: labels.group,
    description: labels.descriptions.mappings,
    defaultColumns: ['referentiel', 'version', 'fromCode', 'target', 'toCode', 'relation'],
  },
  access: { read: authors(options), create: nobody, update: nobody, delete: nobody },
  timestamps: false,
  indexes: [
    { fields: ['revision', 'fromCode', 'target', 'toCode'], unique: true },
    { fields: ['target', 'toCode'] },
    { fields: ['referentiel', 'fromCode'] },
  ],
  fields: [
    {
      name: 'revision',
      label: labels.revisions.singular,
      type: 'relationship',
      relationTo: slugs.revisions,
      required: true,
    },
    text('referentiel', { required: true }),
    text('version', { required: true }),
    text('fromCode', { required: true }),
    text('target', { required: true }),
    text('targetVersion'),
    text('toCode', { required: true }),
    text('relation', { required: true }),
    text('strength'),
    { name: 'carryAnswers', label: labels.fields.carryAnswers, type: 'checkbox', required: true, defaultValue: false },
  ],
})
