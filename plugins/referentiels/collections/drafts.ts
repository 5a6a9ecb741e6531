import type { CollectionConfig } from 'payload'

import { labels } from '../texts/fr.ts'
import { type ReferentielsOptions, slugs } from '../types.ts'
import { authors, closedCollection, json, nobody, text } from './shared.ts'

/**
 * A version that is being prepared: the parts of its document other than nodes and questions, each with its
 * own counter (`{ kinds: { revision: 3, value: […] } }`), so that two people may edit two parts at once.
 * Nodes and questions are rows of `questions`.
 */
export const drafts = (options: ReferentielsOptions): CollectionConfig => ({
  ...closedCollection,
  slug: slugs.drafts,
  labels: labels.drafts,
  admin: {
    group: labels.group,
    description: labels.descriptions.drafts,
    useAsTitle: 'referentiel',
    defaultColumns: ['referentiel', 'version', 'updatedAt'],
    preview: (doc) =>
      options.preview?.({ id: String(doc.id), referentiel: String(doc.referentiel), version: String(doc.version) }) ?? null,
  },
  access: { read: authors(options), create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['referentiel', 'version'], unique: true }],
  fields: [
    // The identity's `code`, with a foreign key in the database.
    text('referentiel', { required: true }),
    text('version', { required: true }),
    json('parts'),
    // Of the last change made in the studio; what changed since an older one is found by it.
    { name: 'sequence', label: labels.fields.sequence, type: 'number', required: true, defaultValue: 0 },
    // Rows were moved or added in the studio: their places are compared with those beside them, and say nothing else.
    { name: 'isArranged', label: labels.fields.isArranged, type: 'checkbox', required: true, defaultValue: false },
  ],
})
