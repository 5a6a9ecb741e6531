import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Database } from '#server/database/database-of.ts'

import { loadRevision } from './revisions.queries.ts'
import { typeset } from './typeset.ts'

/** What a diagnostic is pinned to. */
export type Pinned = { readonly revision: string; readonly subset: string | null; readonly rulesVersion: string | null }

/** How many référentiels a process keeps ready: a large one takes some megabytes. */
const kept = 40

/** By revision, subset and rules. Revisions never change, so nothing here ever grows old; the least used goes first. */
const ready = new Map<string, Promise<Compiled>>()

const load = async (database: Database, { revision, subset, rulesVersion }: Pinned): Promise<Compiled> =>
  compile(await loadRevision(database, revision), {
    subset: subset ?? undefined,
    rulesVersion: rulesVersion ?? undefined,
    typeset,
  })

/**
 * The référentiel that a diagnostic is pinned to, ready for use: read and compiled once per process. Throws for a
 * revision that does not exist, which a foreign key forbids.
 */
export const compiledRevision = (database: Database, pinned: Pinned): Promise<Compiled> => {
  const key = JSON.stringify([pinned.revision, pinned.subset, pinned.rulesVersion])
  const known = ready.get(key)
  ready.delete(key)
  const compiled = known ?? load(database, pinned)
  ready.set(key, compiled)
  // A failure is not kept: the database may be back a moment later.
  if (known === undefined) compiled.catch(() => ready.delete(key))
  const [oldest] = ready.keys()
  if (ready.size > kept && oldest !== undefined) ready.delete(oldest)
  return compiled
}
