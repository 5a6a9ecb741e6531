import { sql } from '@payloadcms/db-postgres'
import type { FindOneArgs, PayloadRequest, SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'

import { transactionOf } from './transaction.ts'
import { isStoredDocument, type StoredDocument } from './types.ts'

type Drafted = Pick<SanitizedCollectionConfig | SanitizedGlobalConfig, 'versions'>

const hasDrafts = ({ versions }: Drafted): boolean => Boolean(versions && versions.drafts)

type Which = {
  readonly req: PayloadRequest
  readonly collection: SanitizedCollectionConfig
  readonly id: string | number
}

/**
 * The document as stored, with hidden fields and every locale, where drafts exist its latest version.
 * Read from the database and not from what hooks receive: that is cut down by `select`, field access and
 * `depth`, so a caller could choose what the journal sees.
 */
export const storedDocument = async ({ req, collection, id }: Which): Promise<StoredDocument | null> => {
  const { db } = req.payload
  if (hasDrafts(collection)) {
    const { docs } = await db.findVersions<StoredDocument>({
      collection: collection.slug,
      limit: 1,
      locale: 'all',
      pagination: false,
      req,
      sort: '-updatedAt',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    const version = docs[0]?.version
    if (version !== undefined) return { ...version, id }
  }
  const found: FindOneArgs = { collection: collection.slug, locale: 'all', req, where: { id: { equals: id } } }
  // What other rows point here is no part of the document. The type allows it only in apps with join fields.
  Reflect.set(found, 'joins', false)
  return db.findOne<{ id: string | number }>(found)
}

/** As the adapter names tables by slug. */
const snakeCase = (slug: string): string =>
  slug
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()

/**
 * As `storedDocument`, with the row locked until the transaction ends: otherwise two changes at once would
 * both name the older state as theirs, and the journal would hide that one overwrote the other.
 */
export const storedDocumentLocked = async (which: Which): Promise<StoredDocument | null> => {
  const { req, collection, id } = which
  const { schemaName, tableNameMap } = req.payload.db
  const table = tableNameMap.get(snakeCase(collection.slug))
  if (table !== undefined) {
    const db = await transactionOf(req)
    const schema = schemaName === undefined ? sql`` : sql`${sql.identifier(schemaName)}.`
    await db.execute(sql`select 1 from ${schema}${sql.identifier(table)} where id = ${id} for no key update`)
  }
  return storedDocument(which)
}

/** The global as stored; null before its first save. */
export const storedGlobal = async ({
  req,
  global,
}: {
  readonly req: PayloadRequest
  readonly global: SanitizedGlobalConfig
}): Promise<StoredDocument | null> => {
  const { db } = req.payload
  if (hasDrafts(global)) {
    const { docs } = await db.findGlobalVersions<StoredDocument>({
      global: global.slug,
      limit: 1,
      locale: 'all',
      pagination: false,
      req,
      sort: '-updatedAt',
      where: { latest: { equals: true } },
    })
    const version = docs[0]?.version
    if (version !== undefined) return version
  }
  const stored: unknown = await db.findGlobal({ slug: global.slug, locale: 'all', req })
  return isStoredDocument(stored) && Object.keys(stored).length > 0 ? stored : null
}
