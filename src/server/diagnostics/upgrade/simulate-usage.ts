import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { chainedMap, migrationPath, simulate } from '#plugins/referentiels/exports/migration.ts'
import type { MigrationMap, Simulation } from '#plugins/referentiels/exports/migration.ts'
import type { UsageSimulation } from '#plugins/referentiels/types.ts'
import type { Database } from '#server/database/database-of.ts'
import { loadRevision } from '#server/referentiels/revisions.queries.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import { versionsOf } from '#server/referentiels/versions.queries.ts'

import { loadStoredRows } from './stored-rows.queries.ts'
import { openDiagnosticsBelow } from './usage.queries.ts'

/** What the author waits for: a second or two. Totals beyond are told as a sample's. */
const mostTried = 200

const remembered = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    return made
  }
}

const sum = (simulations: readonly Simulation[], of: 'answers' | 'assessments') => ({
  carried: simulations.reduce((total, each) => total + each[of].carried, 0),
  toConfirm: simulations.reduce((total, each) => total + each[of].toConfirm, 0),
  setAside: simulations.reduce((total, each) => total + each[of].setAside, 0),
})

const codeOf = ({ row }: Simulation['carried']['outcomes'][number]): string => (row.kind === 'answer' ? row.question : row.criterion)

/** How often each code's rows would stay behind, the most frequent first. */
const setAsideByCode = (simulations: readonly Simulation[]): UsageSimulation['setAside'] => {
  const codes = simulations.flatMap(({ carried }) => carried.outcomes.filter(({ status }) => status === 'setAside').map(codeOf))
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, rows: all.length }))
    .toSorted((one, other) => other.rows - one.rows || (one.code < other.code ? -1 : 1))
}

/**
 * Tries a version out, published or still a draft, on the open diagnostics of older versions. Figures alone: no
 * organisation is named, and nothing is written.
 */
export const simulateUsage = async (database: Database, document: ReferentielDocument): Promise<UsageSimulation> => {
  const [versions, { total, sample }] = await Promise.all([
    versionsOf(database, document.id),
    openDiagnosticsBelow(database, { referentiel: document.id, version: document.version, limit: mostTried }),
  ])
  const published = versions.filter(({ version }) => version !== document.version)
  const mapFrom = remembered(async (version: string): Promise<MigrationMap> => {
    const path = migrationPath([...published, { revision: null, version: document.version, migrations: document.migrations }], version, document.version)
    return chainedMap(await Promise.all(path.map(async ({ revision }) => (revision === null ? document : loadRevision(database, revision)))))
  })
  const subsets = new Set(document.subsets?.map(({ code }) => code))
  const compiledIn = remembered((subset: string | null): Compiled => compile(document, { subset: subset ?? undefined }))
  const simulations: Simulation[] = []
  for (const { id, organisation, version, profile, subset, ...pinned } of sample) {
    const [rows, before, map] = await Promise.all([
      loadStoredRows({ organisation: { id: organisation } }, database, id),
      compiledRevision(database, { ...pinned, subset }),
      mapFrom(version),
    ])
    const after = compiledIn(subset !== null && subsets.has(subset) ? subset : null)
    simulations.push(simulate(rows, { before, after, whole: compiledIn(null), map, profile }))
  }
  return {
    diagnostics: total,
    tried: simulations.length,
    answers: sum(simulations, 'answers'),
    assessments: sum(simulations, 'assessments'),
    setAside: setAsideByCode(simulations),
    each: simulations.map(({ answers, assessments, empty, scores }) => ({
      answers, assessments, empty: empty.length, complete: scores.complete, axes: scores.axes,
    })),
  }
}
