import type { CollectionConfig } from 'payload'

import { refuseChanges } from '../hooks/refuse-changes.ts'
import { labels } from '../texts/fr.ts'
import { type ReferentielsOptions, slugs } from '../types.ts'
import { audience, closedCollection, nobody, text } from './shared.ts'

/**
 * Published versions, frozen for ever: triggers refuse every change but from published to retired
 * (`referentielsMigration`). `publishedBy` is text and not a relation, since a revision outlives accounts.
 */
export const revisions = (options: ReferentielsOptions): CollectionConfig => ({
  ...closedCollection,
  slug: slugs.revisions,
  labels: labels.revisions,
  admin: {
    group: labels.group,
    description: labels.descriptions.revisions,
    useAsTitle: 'title',
    defaultColumns: ['title', 'referentiel', 'version', 'status', 'publishedAt'],
  },
  access: {
    read: audience(options),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: { beforeOperation: [refuseChanges] },
  timestamps: false,
  defaultSort: '-publishedAt',
  indexes: [{ fields: ['referentiel', 'version'], unique: true }],
  fields: [
    // The identity's `code`, with a foreign key in the database.
    text('referentiel', { required: true }),
    text('version', { required: true }),
    text('status', { required: true, index: true }),
    text('title', { required: true }),
    text('visibility', { required: true }),
    {
      name: 'canonical',
      label: labels.fields.canonical,
      type: 'textarea',
      required: true,
      // Payload's own bound, 40,000 characters, is that of a text which somebody types.
      maxLength: 20_000_000,
      // Up to some megabytes: the journal keeps that a revision was made, its hash says of what.
      custom: { audit: 'secret' },
      admin: { hidden: true },
    },
    text('hash', { required: true, index: true }),
    {
      name: 'publishedAt',
      label: labels.fields.publishedAt,
      type: 'date',
      required: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    text('publishedBy'),
  ],
})
