/**
 * Carries what an organisation wrote to another version: every old row is carried, carried to be confirmed, or set aside
 * with the reason, and nothing is lost (`referentiel-format.md` §3.8). It changes nothing: it says what to write.
 */
import type { Compiled } from '../compile/compiled.ts'
import { carriedAnswers } from './carry-answers.ts'
import { carriedAssessments } from './carry-assessments.ts'
import type { MigrationMap } from './migration-map.ts'
import type { Carried, StoredGrid, StoredRows } from './stored-rows.ts'

type Destination = {
  readonly map: MigrationMap
  /** The new version, whole: what a subset leaves out is kept all the same. */
  readonly compiled: Compiled
}

/** Grids follow the node that repeats. Those that nothing leads to live on where answers are carried into them. */
const carriedGrids = (grids: readonly StoredGrid[], { map, compiled }: Destination): readonly StoredGrid[] => {
  const arrived = grids.flatMap((grid) =>
    (map.fates.get(grid.node)?.routes ?? [])
      .filter(({ to }) => {
        const repeat = compiled.nodeByCode.get(to)?.repeat ?? null
        return repeat !== null && grid.number <= (repeat.max ?? grid.number)
      })
      .map(({ to }) => ({ node: to, number: grid.number, label: grid.label })),
  )
  const byPlace = Map.groupBy(arrived, ({ node, number }) => `${number}:${node}`)
  return [...byPlace.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, label: first.label ?? others.find(({ label }) => label !== null)?.label ?? null }],
  )
}

export const carry = (rows: StoredRows, destination: Destination): Carried => {
  const answers = carriedAnswers(rows.answers, destination)
  const assessments = carriedAssessments(rows.assessments, destination)
  return {
    answers: answers.rows,
    assessments: assessments.rows,
    grids: carriedGrids(rows.grids, destination),
    outcomes: [...answers.outcomes, ...assessments.outcomes],
  }
}
