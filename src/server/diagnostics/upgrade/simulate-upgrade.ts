import { profileIn, simulate } from '#plugins/referentiels/engine/migration/simulate.ts'
import type { Simulation } from '#plugins/referentiels/engine/migration/simulate.ts'
import type { MigrationMap } from '#plugins/referentiels/exports/migration.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'
import type { Database } from '#server/database/database-of.ts'
import { migrationBetween } from '#server/referentiels/migrations.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import type { TargetVersion } from '#server/referentiels/versions.queries.ts'

import type { DiagnosticOwner } from '../report-facts.queries.ts'
import { loadStoredRows } from './stored-rows.queries.ts'
import type { SourceDiagnostic } from './upgrade.queries.ts'

/** What a move of one diagnostic would do, and with what. */
export type SimulatedUpgrade = {
  readonly simulation: Simulation
  readonly map: MigrationMap
  readonly before: Compiled
  readonly after: Compiled
  /** Of the new diagnostic: the same subset where the new version has it, else the whole. */
  readonly subset: string | null
  readonly profile: Profile
}

/**
 * Tries a move out, writing nothing. Null where no way leads from the one revision to the other. A référentiel that this
 * process has met already costs one statement.
 */
export const simulateUpgrade = async (
  scope: DiagnosticOwner,
  database: Database,
  { source, target }: { readonly source: SourceDiagnostic; readonly target: TargetVersion },
): Promise<SimulatedUpgrade | null> => {
  const subset = source.subset !== null && target.subsets.includes(source.subset) ? source.subset : null
  const { revision, rulesVersion } = target
  const [map, before, after, whole, rows] = await Promise.all([
    migrationBetween(database, source.revision, revision),
    compiledRevision(database, source),
    compiledRevision(database, { revision, subset, rulesVersion }),
    compiledRevision(database, { revision, subset: null, rulesVersion }),
    loadStoredRows(scope, database, source.id),
  ])
  if (map === null) return null
  const simulation = simulate(rows, { before, after, whole, map, profile: source.profile })
  return { simulation, map, before, after, subset, profile: profileIn(after, source.profile) }
}
