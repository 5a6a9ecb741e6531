import type { CollectionConfig } from 'payload'

import { labels } from '#texts/admin.ts'
import { collectionDescriptions } from '#texts/administration.ts'

/**
 * One grid below a node that repeats, e.g. one person met. It never has a name: `label` is a word by which
 * those who work on it tell grids apart. Written by the feature endpoints alone.
 */
export const grids: CollectionConfig = {
  slug: 'grids',
  labels: labels.grids,
  admin: { group: labels.groups.diagnostics, description: collectionDescriptions.grids, hidden: true },
  indexes: [{ fields: ['diagnostic', 'node', 'number'], unique: true }],
  fields: [
    { name: 'diagnostic', label: labels.diagnostics.singular, type: 'relationship', relationTo: 'diagnostics', required: true },
    { name: 'node', label: 'Élément', type: 'text', required: true },
    { name: 'number', label: 'Numéro', type: 'number', required: true },
    { name: 'label', label: 'Repère', type: 'text', maxLength: 60 },
  ],
}
