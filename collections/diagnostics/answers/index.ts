import type { CollectionConfig } from 'payload'

import { sources } from '#domain/diagnostic/states.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { rowRevision, timesWithoutIndex, toConfirm, updatedBy, wordField } from '../../shared/stored-fields.ts'

/**
 * The value of one question, in one grid (0 where nothing repeats). Written by the feature endpoints alone,
 * which hold the operation id, the base revision and the journal.
 */
export const answers: CollectionConfig = {
  slug: 'answers',
  labels: labels.answers,
  admin: { group: labels.groups.diagnostics, description: collectionDescriptions.answers, hidden: true },
  indexes: [{ fields: ['diagnostic', 'question', 'grid'], unique: true }],
  fields: [
    { name: 'diagnostic', label: labels.diagnostics.singular, type: 'relationship', relationTo: 'diagnostics', required: true },
    { name: 'question', label: 'Question', type: 'text', required: true },
    { name: 'grid', label: 'Grille', type: 'number', required: true, defaultValue: 0 },
    // Null once it was taken back: the row stays, so that its counter goes on.
    { name: 'value', label: 'Valeur', type: 'json' },
    { name: 'comment', label: 'Commentaire', type: 'textarea' },
    toConfirm,
    wordField('source', 'Origine', { values: sources, initial: 'typed' }),
    rowRevision,
    updatedBy,
    ...timesWithoutIndex,
  ],
}
