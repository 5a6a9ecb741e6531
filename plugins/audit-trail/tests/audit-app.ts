import { randomUUID } from 'node:crypto'

import { postgresAdapter, sql } from '@payloadcms/db-postgres'
import { buildConfig, getPayload, type CollectionConfig, type GlobalConfig, type Payload } from 'payload'

import { type LocalApi, localApi, slugOf } from '../../../tests/support/local-api.ts'
import { auditTrailMigration } from '../exports/server.ts'
import { auditTrail } from '../index.ts'
import type { AuditTrailOptions } from '../types.ts'

const people: CollectionConfig = {
  slug: 'people',
  auth: { useAPIKey: true },
  access: { update: () => true },
  fields: [{ name: 'name', type: 'text' }],
}

const notes: CollectionConfig = {
  slug: 'notes',
  access: { read: () => true, create: () => true, update: () => true, delete: () => true },
  hooks: {
    afterChange: [
      // What plugins that run first may do: a nested call makes Payload replace the request's context.
      async ({ doc, req }) => {
        await req.payload.count({ collection: slugOf('people'), overrideAccess: true, req })
        return doc
      },
      ({ data, doc }) => {
        if (data.title === 'refused late') throw new Error('refused after the row was written')
        return doc
      },
    ],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 40 },
    { name: 'organisation', type: 'text' },
    { name: 'owner', type: 'relationship', relationTo: slugOf('people') },
    { name: 'shown', type: 'text', hooks: { afterRead: [({ value }) => (typeof value === 'string' ? value.toUpperCase() : value)] } },
    { name: 'hidden', type: 'text', access: { read: () => false } },
    { name: 'tokenHash', type: 'text' },
    { name: 'pin', type: 'text', custom: { audit: 'secret' } },
    { name: 'address', type: 'group', fields: [{ name: 'town', type: 'text' }, { name: 'street', type: 'text' }] },
    {
      name: 'keys',
      type: 'array',
      fields: [{ name: 'label', type: 'text' }, { name: 'code', type: 'text', custom: { audit: 'secret' } }],
    },
  ],
}

const pages: CollectionConfig = {
  slug: 'pages',
  versions: { drafts: true },
  fields: [{ name: 'title', type: 'text' }],
}

const settings: GlobalConfig = { slug: 'settings', versions: true, fields: [{ name: 'motto', type: 'text' }] }

export type AuditApp = {
  readonly payload: Payload
  readonly api: LocalApi
  /** Runs SQL outside any transaction of Payload. */
  readonly rows: (statement: string) => Promise<readonly Record<string, unknown>[]>
  /** Takes the plugin's migration back, empties the journal and migrates again. */
  readonly startAgain: () => Promise<void>
}

/** The smallest Payload app that has the plugin, on an empty database: what the plugin needs is what it gets. */
export const auditApp = async (databaseUrl: string, options: AuditTrailOptions = {}): Promise<AuditApp> => {
  const config = await buildConfig({
    secret: randomUUID(),
    telemetry: false,
    logger: { options: { level: 'silent' } },
    graphQL: { disable: true },
    db: postgresAdapter({ pool: { connectionString: databaseUrl }, idType: 'uuidv7', push: true }),
    collections: [people, notes, pages],
    globals: [settings],
    plugins: [auditTrail(options)],
  })
  const payload = await getPayload({ config, key: databaseUrl })
  const rows = async (statement: string) => {
    const result = await payload.db.drizzle.execute(sql.raw(statement))
    return result.rows
  }
  await rows(auditTrailMigration.up)
  const startAgain = async () => {
    await rows(`${auditTrailMigration.down}; truncate audit_entries; ${auditTrailMigration.up}`)
  }
  return { payload, api: localApi({ payload }), rows, startAgain }
}
