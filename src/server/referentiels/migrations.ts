import { chainedMap, migrationPath } from '#plugins/referentiels/exports/migration.ts'
import type { MigrationMap } from '#plugins/referentiels/exports/migration.ts'
import type { Database } from '#server/database/database-of.ts'

import { loadRevision } from './revisions.queries.ts'
import { versionsBetween } from './versions.queries.ts'

/** How many ways between two revisions a process keeps ready. */
const kept = 20

/** By both revisions: neither ever changes, so that the way between them doesn't. */
const ready = new Map<string, Promise<MigrationMap | null>>()

const load = async (database: Database, from: string, to: string): Promise<MigrationMap | null> => {
  const versions = await versionsBetween(database, from, to)
  const [first, last] = [versions.find(({ revision }) => revision === from), versions.find(({ revision }) => revision === to)]
  if (first === undefined || last === undefined) return null
  const path = migrationPath(versions, first.version, last.version)
  return chainedMap(await Promise.all(path.map(({ revision }) => loadRevision(database, revision))))
}

/**
 * What becomes of the codes of one revision in another of the same référentiel, by the versions between: read and
 * compiled once per process. Null for two référentiels, and for a way back to an older version.
 */
export const migrationBetween = (database: Database, from: string, to: string): Promise<MigrationMap | null> => {
  const key = `${from} ${to}`
  const known = ready.get(key)
  ready.delete(key)
  const map = known ?? load(database, from, to)
  ready.set(key, map)
  // A failure is not kept: the database may be back a moment later.
  if (known === undefined) map.catch(() => ready.delete(key))
  const [oldest] = ready.keys()
  if (ready.size > kept && oldest !== undefined) ready.delete(oldest)
  return map
}
