import type { CollectionConfig } from 'payload'

import { sources, workStates } from '#domain/diagnostic/states.ts'
import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

import { rowRevision, timesWithoutIndex, toConfirm, updatedBy, wordField } from '../../shared/stored-fields.ts'

/**
 * What is said of one criterion: whether it concerns, what is done already, what is aimed at. Written by the
 * feature endpoints alone, which hold the operation id, the base revision and the journal.
 */
export const assessments: CollectionConfig = {
  slug: 'assessments',
  labels: labels.assessments,
  admin: { group: labels.groups.diagnostics, description: collectionDescriptions.assessments, hidden: true },
  indexes: [{ fields: ['diagnostic', 'criterion'], unique: true }],
  fields: [
    { name: 'diagnostic', label: labels.diagnostics.singular, type: 'relationship', relationTo: 'diagnostics', required: true },
    { name: 'criterion', label: 'Critère', type: 'text', required: true },
    { name: 'notConcerned', label: 'Non concerné', type: 'checkbox', required: true, defaultValue: false },
    { name: 'reason', label: 'Raison', type: 'textarea' },
    { name: 'toReview', label: 'À revoir', type: 'checkbox', required: true, defaultValue: false },
    { name: 'practices', label: 'Bonnes pratiques', type: 'textarea' },
    { name: 'priority', label: 'Priorité', type: 'number' },
    { name: 'target', label: 'Niveau visé', type: 'text' },
    { name: 'target3', label: 'Niveau visé à 3 ans', type: 'text' },
    wordField('workState', 'État du travail', { values: workStates, initial: 'toDo' }),
    toConfirm,
    wordField('source', 'Origine', { values: sources, initial: 'typed' }),
    rowRevision,
    updatedBy,
    ...timesWithoutIndex,
  ],
}
