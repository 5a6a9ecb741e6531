import type { CollectionConfig, Field } from 'payload'

import { refuseWrites } from '../hooks/refuse-writes.ts'
import { texts } from '../texts/fr.ts'
import { auditEntriesSlug, type AuditTrailOptions } from '../types.ts'

const text = (name: Exclude<keyof typeof texts.fields, 'at' | 'before' | 'after'>, required = false): Field => ({
  name,
  label: texts.fields[name],
  type: 'text',
  required,
})

const json = (name: 'before' | 'after'): Field => ({ name, label: texts.fields[name], type: 'json' })

/**
 * The journal. Ids are text and not relations: an entry outlives what it names. `operation` is text and not
 * a select, which would be a PostgreSQL enum.
 */
export const auditEntries = ({ readAccess = () => false }: AuditTrailOptions): CollectionConfig => ({
  slug: auditEntriesSlug,
  labels: texts.entry,
  admin: {
    group: texts.group,
    description: texts.description,
    defaultColumns: ['at', 'operation', 'collection', 'document', 'actor', 'organisation'],
  },
  access: {
    read: readAccess,
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  hooks: { beforeOperation: [refuseWrites] },
  // `at` is the database's own clock; two more dates would only copy it.
  timestamps: false,
  defaultSort: '-at',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  graphQL: false,
  fields: [
    {
      name: 'at',
      label: texts.fields.at,
      type: 'date',
      required: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    text('operation', true),
    text('collection', true),
    text('document'),
    text('organisation'),
    text('actor'),
    text('actorCollection'),
    text('onBehalfOf'),
    json('before'),
    json('after'),
    text('requestId'),
  ],
})
