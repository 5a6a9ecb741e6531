import type { CollectionConfig } from 'payload'

import { labels } from '../texts/fr.ts'
import { type ReferentielsOptions, slugs } from '../types.ts'
import { authors, closedCollection, json, nobody, text } from './shared.ts'

/** Nodes and questions of drafts, told apart by `row: node | question`. */
export const questions = (options: ReferentielsOptions): CollectionConfig => ({
  ...closedCollection,
  slug: slugs.questions,
  labels: labels.questions,
  admin: { group: labels.group, hidden: true, useAsTitle: 'code' },
  access: { read: authors(options, 'draft.referentiel'), create: nobody, update: nobody, delete: nobody },
  indexes: [
    { fields: ['draft', 'row', 'code'], unique: true },
    { fields: ['draft', 'position'] },
    { fields: ['draft', 'touched'] },
  ],
  fields: [
    { name: 'draft', label: labels.fields.draft, type: 'relationship', relationTo: slugs.drafts, required: true },
    text('row', { required: true }),
    text('code', { required: true }),
    // Of a question: the node that it belongs to.
    text('node'),
    // Of a node.
    text('parent'),
    text('kind'),
    { name: 'position', label: labels.fields.position, type: 'number', required: true },
    // The node or question as the format says, without what the other columns hold.
    json('data'),
    { name: 'revision', label: labels.fields.revision, type: 'number', required: true, defaultValue: 1 },
    // The draft's sequence number when the row last changed.
    { name: 'touched', label: labels.fields.touched, type: 'number', required: true, defaultValue: 0 },
    // By field that was changed in the studio: at which revision, when and by whom.
    { name: 'marks', label: labels.fields.marks, type: 'json' },
  ],
})
