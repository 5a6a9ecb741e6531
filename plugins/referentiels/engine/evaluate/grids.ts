import type { Compiled, CompiledQuestion } from '../compile/compiled.ts'
import type { AnswerRow, EvaluationInput } from './answers.ts'
import type { Layout } from './state.ts'

/** Of a question that is asked once. */
export const noGrid = 0
export const firstGrid = 1
const lastGrid = 999

const isGrid = (grid: number, max: number | null | undefined): boolean =>
  Number.isInteger(grid) && grid >= firstGrid && grid <= Math.min(lastGrid, max ?? lastGrid)

const groupOf = ({ program }: Compiled, question: CompiledQuestion): number => program.questionGroups[question.index] ?? -1

/** The grid that an answer is for, or undefined where its question has no such grid. Without number a repeated question means grid 1. */
export const gridOf = (compiled: Compiled, question: CompiledQuestion, grid: number): number | undefined => {
  const group = groupOf(compiled, question)
  if (group === -1) return grid === noGrid ? noGrid : undefined
  const own = grid === noGrid ? firstGrid : grid
  return isGrid(own, compiled.program.groups[group]?.max) ? own : undefined
}

/** By group, ascending: the grids that the input names or answers in. */
export const mentionedGrids = (
  compiled: Compiled,
  rows: readonly AnswerRow[],
  named: EvaluationInput['grids'],
): readonly (readonly number[])[] => {
  const { groups } = compiled.program
  if (groups.length === 0) return []
  const namedByNode = new Map(Object.entries(named ?? {}))
  const found = groups.map(({ node, max }) => {
    const own = namedByNode.get(compiled.nodes[node]?.code ?? '') ?? []
    return new Set(own.filter((grid) => isGrid(grid, max)))
  })
  for (const row of rows) {
    const question = compiled.questionByCode.get(row.question)
    const grid = question === undefined ? undefined : gridOf(compiled, question, row.grid)
    if (question !== undefined && grid !== undefined) found[groupOf(compiled, question)]?.add(grid)
  }
  return found.map(ascending)
}

const ascending = (grids: Iterable<number>): readonly number[] => [...grids].sort((one, other) => one - other)

/** With one grid more where it isn't there yet. */
export const withGrid = (
  compiled: Compiled,
  mentioned: readonly (readonly number[])[],
  { question, grid }: { readonly question: CompiledQuestion; readonly grid: number },
): readonly (readonly number[])[] => {
  const group = groupOf(compiled, question)
  if (group === -1 || mentioned[group]?.includes(grid)) return mentioned
  return mentioned.map((own, place) => (place === group ? ascending([...own, grid]) : own))
}

/** The grids that exist: those mentioned, and empty ones up to the least number that the référentiel wants. */
export const existingGrids = (
  { program }: Compiled,
  mentioned: readonly (readonly number[])[],
): readonly (readonly number[])[] =>
  program.groups.map(({ min }, group) => {
    const all = new Set(mentioned[group])
    for (let grid = firstGrid; all.size < min; grid += 1) all.add(grid)
    return ascending(all)
  })

/** Where a grid of a question stands; undefined for one that it doesn't have. */
export const slotOf = (compiled: Compiled, layout: Layout, question: CompiledQuestion, grid: number): number | undefined => {
  const start = layout.questionStarts[question.index] ?? 0
  const own = gridOf(compiled, question, grid)
  if (own === undefined || own === noGrid) return own === undefined ? undefined : start
  const place = layout.grids[groupOf(compiled, question)]?.indexOf(own) ?? -1
  return place === -1 ? undefined : start + place
}
