/**
 * « À retenir », on the cover of a report: a few facts that the figures themselves tell, never a judgement. What an
 * organisation makes of them is its own to write.
 */
import type { ReportPage } from './report.ts'
import type { Spoke, Synthesis } from './synthesis.ts'

export type Highlight =
  | { readonly kind: 'imperatives'; readonly criteria: readonly string[] }
  | { readonly kind: 'strongest' | 'weakest'; readonly spokes: readonly string[]; readonly value: number; readonly max: number }
  | { readonly kind: 'unfinished'; readonly spokes: readonly string[] }
  /** Too many to be named. */
  | { readonly kind: 'manyUnfinished'; readonly spokes: number; readonly of: number }
  | { readonly kind: 'toConfirm' | 'plan'; readonly criteria: number }

/** More names than this in one sentence are a list, not a fact to remember. */
const mostNames = 4

/** Two spokes that are shown with the same figure are equals. */
const shown = (value: number): number => Math.round(value * 10) / 10

const extremes = (spokes: readonly Spoke[], max: number): readonly Highlight[] => {
  const known = spokes.flatMap(({ label, current }) => (current === null ? [] : [{ label, value: shown(current) }]))
  const values = known.map(({ value }) => value)
  const [highest, lowest] = [Math.max(...values), Math.min(...values)]
  if (known.length < 2 || highest === lowest) return []
  const at = (wanted: number) => known.filter(({ value }) => value === wanted).map(({ label }) => label)
  return ([['strongest', highest], ['weakest', lowest]] as const).flatMap(([kind, value]) => {
    const names = at(value)
    return names.length > 2 ? [] : [{ kind, spokes: names, value, max }]
  })
}

/** The facts in the order of their weight, at most one of each kind. */
export const highlightsOf = ({ synthesis, pages }: {
  readonly synthesis: Pick<Synthesis, 'axes' | 'defaultAxis'>
  readonly pages: readonly ReportPage[]
}): readonly Highlight[] => {
  const axis = synthesis.axes.find(({ code }) => code === synthesis.defaultAxis) ?? synthesis.axes.at(0)
  const criteria = pages.flatMap((page) => page.criteria)
  const notMet = criteria.filter(({ isImperative, isMet, notConcerned }) => isImperative && isMet === false && notConcerned === null)
  const toConfirm = criteria.filter(({ isToConfirm }) => isToConfirm).length
  const planned = criteria.filter(({ priority }) => priority === 3).length
  const spokes = axis?.spokes ?? []
  const isBegun = spokes.some(({ answered }) => answered > 0)
  const unfinished = isBegun ? spokes.filter(({ answered, applicable }) => answered < applicable).map(({ label }) => label) : []
  return [
    ...(notMet.length > 0 ? [{ kind: 'imperatives' as const, criteria: notMet.map(({ number, title }) => number ?? title) }] : []),
    ...(axis !== undefined && axis.spreads.length > 0 ? extremes(axis.spokes, axis.max) : []),
    ...(unfinished.length === 0 ? []
      : unfinished.length <= mostNames ? [{ kind: 'unfinished' as const, spokes: unfinished }]
      : [{ kind: 'manyUnfinished' as const, spokes: unfinished.length, of: spokes.length }]),
    ...(toConfirm > 0 ? [{ kind: 'toConfirm' as const, criteria: toConfirm }] : []),
    ...(planned > 0 ? [{ kind: 'plan' as const, criteria: planned }] : []),
  ]
}
