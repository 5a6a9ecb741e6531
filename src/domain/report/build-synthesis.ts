import { advanceOf } from '#domain/diagnostic/advance.rules.ts'
import type { Compiled, CompiledAxis, CompiledQuestion, CompiledScale } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { SpokeSeries } from '#plugins/referentiels/engine/migration/series.ts'
import type { Distribution, Evaluation, SpokeEvaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

import { levelScaleOf } from './level-scale.rules.ts'
import type { Axis, Completeness, LevelScale, SpokeSpread, Spread, Synthesis } from './synthesis.ts'

export type SynthesisSources = {
  readonly compiled: Compiled
  readonly evaluation: Evaluation
  /** The same answers with the targets reached; null where nothing is aimed at. */
  readonly aimed: Evaluation | null
  /** Of the campaign before, on the same référentiel. */
  readonly previous: Evaluation | null
  /** What each spoke continues of the campaign before, where that one was answered on another version, part or rules. */
  readonly series: ReadonlyMap<string, ReadonlyMap<string, SpokeSeries>> | null
}

const scaleQuestions = (compiled: Compiled, { spokes }: CompiledAxis): readonly CompiledQuestion[] => {
  const criteria = new Set(spokes.flatMap((spoke) => spoke.criteria))
  return compiled.questions.filter(({ criterion, scale, isScored }) => scale !== null && isScored && criterion !== null && criteria.has(criterion))
}

const orderedScales = (compiled: Compiled, questions: readonly CompiledQuestion[]): readonly CompiledScale[] => {
  const uses = new Map<string, number>()
  for (const { scale } of questions) if (scale !== null) uses.set(scale, (uses.get(scale) ?? 0) + 1)
  return [...uses]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([code]) => compiled.scales.get(code) ?? [])
    .filter(({ isOrdered }) => isOrdered)
}

const nothing = { counts: new Map<string, number>(), unanswered: 0, notConcerned: 0, median: [] } as const

const spreadRow = (scale: CompiledScale, shown: LevelScale, found: Distribution | undefined): SpokeSpread => {
  const { counts, unanswered, notConcerned, median } = found ?? nothing
  const countOf = (code: string | undefined) => (code === undefined ? 0 : (counts.get(code) ?? 0))
  const ofScore = (wanted: number | null) =>
    scale.values
      .filter(({ code, score }) => score === wanted && code !== shown.star?.code)
      .reduce((sum, { code }) => sum + countOf(code), 0)
  return {
    counts: shown.levels.map(({ score }) => ofScore(score)),
    star: countOf(shown.star?.code),
    aside: ofScore(null),
    unanswered,
    notConcerned,
    median: median.flatMap((code) => scale.values.find((value) => value.code === code)?.score ?? []),
  }
}

const spreadOf = (scale: CompiledScale, spokes: readonly (SpokeEvaluation | undefined)[]): Spread => {
  const shown = levelScaleOf(scale)
  return {
    scale: shown,
    rows: spokes.map((spoke) => spreadRow(scale, shown, spoke?.distributions.find((each) => each.scale === scale.code))),
  }
}

/** The span of what is drawn: the scores that the scales give, and any score found outside them (normalised ones). */
const spanOf = (scales: readonly CompiledScale[], values: readonly (number | null)[]): { readonly min: number; readonly max: number } => {
  const known = [...scales.flatMap((scale) => scale.values.map(({ score }) => score)), ...values].filter((value) => value !== null)
  return known.length === 0 ? { min: 0, max: 1 } : { min: Math.min(...known), max: Math.max(...known) }
}

const axisOf = ({ compiled, evaluation, aimed, previous, series }: SynthesisSources, axis: CompiledAxis): Axis => {
  const scales = orderedScales(compiled, scaleQuestions(compiled, axis))
  const of = (source: Evaluation | null, spoke: string) => source?.axes.get(axis.code)?.get(spoke)
  const before = (spoke: string): Pick<Axis['spokes'][number], 'previous' | 'continuity'> => {
    const { continuity, before: old } = series === null ? { continuity: 'continuous' as const, before: spoke } : (series.get(axis.code)?.get(spoke) ?? nothingBefore)
    return { previous: old === null ? null : (of(previous, old)?.value ?? null), continuity }
  }
  const found = axis.spokes.map(({ code, label }) => ({ code, label, now: of(evaluation, code) }))
    // What doesn't apply at all has nothing to show.
    .filter(({ code, now }) => now !== undefined && (now.applicable > 0 || now.answered > 0 || isConcernDeclined(evaluation, axis, code)))
  const spokes = found.map(({ code, label, now }) => ({
    code,
    label,
    current: now?.value ?? null,
    target: of(aimed, code)?.value ?? null,
    ...before(code),
    answered: now?.answered ?? 0,
    applicable: now?.applicable ?? 0,
  }))
  return {
    code: axis.code,
    label: axis.label,
    ...spanOf(scales, spokes.flatMap(({ current, target, previous: was }) => [current, target, was])),
    spokes,
    spreads: scales.map((scale) => spreadOf(scale, found.map(({ now }) => now))),
  }
}

const nothingBefore: SpokeSeries = { continuity: 'broken', before: null }

const isConcernDeclined = (evaluation: Evaluation, axis: CompiledAxis, spoke: string): boolean =>
  axis.spokes.some(({ code, criteria }) => code === spoke && criteria.some((criterion) => evaluation.isNotConcerned(criterion)))

/** The figures of the questionnaire (`advance.rules.ts`), so that no page tells another. */
const completenessOf = ({ compiled, evaluation }: SynthesisSources): Completeness => {
  const shown = compiled.criteria.filter(({ code }) => evaluation.applicabilityOf(code) !== 'doesNotApply')
  const { answered, applicable, uncertain } = advanceOf(evaluation)
  return {
    answered,
    criteria: applicable,
    notConcerned: shown.filter(({ code }) => evaluation.isNotConcerned(code)).length,
    notApplicable: compiled.criteria.length - shown.length,
    unknown: uncertain,
    complete: evaluation.complete,
  }
}

/** The whole picture of a diagnostic, from its référentiel and what its answers are worth. */
export const buildSynthesis = (sources: SynthesisSources): Synthesis => {
  const { compiled, evaluation } = sources
  const axes = compiled.axes.map((axis) => axisOf(sources, axis)).filter(({ spokes }) => spokes.length > 0)
  return {
    axes,
    defaultAxis: compiled.defaultAxis,
    completeness: completenessOf(sources),
    overall: compiled.rules.showOverall ? { value: evaluation.overall, max: Math.max(...axes.map(({ max }) => max), 0) } : null,
    outcomes: evaluation.outcomes,
  }
}
