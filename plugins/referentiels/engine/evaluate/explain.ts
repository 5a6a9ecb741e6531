import type { Compiled, CompiledNode, CompiledQuestion } from '../compile/compiled.ts'
import type { Aggregation } from '../compile/program.ts'
import { gather } from './aggregate.ts'
import type { Evaluation } from './evaluation.ts'

/** Why a term doesn't count. */
export type TermReason =
  | 'notApplicable'
  | 'notConcerned'
  | 'refused'
  | 'unanswered'
  /** Answered by a value that has no score. */
  | 'withoutScore'
  /** Nothing below it has a score. */
  | 'nothingScored'
  | 'withoutWeight'

export type ExplanationTerm = {
  readonly code: string
  readonly of: 'question' | 'node'
  readonly value: number | null
  readonly weight: number
  readonly counted: boolean
  readonly why?: TermReason
  /** Of a question that is asked several times: its score in each grid. Its value is their mean. */
  readonly grids?: readonly { readonly grid: number; readonly value: number | null }[]
}

/** How a score came to be: enough to compute it again by hand. */
export type Explanation = {
  readonly target: string
  /** Null: the rules give this no score. */
  readonly method: Aggregation['method'] | null
  readonly terms: readonly ExplanationTerm[]
  /** What the method gives before it is rounded to so many decimals. */
  readonly rounded?: { readonly exact: number; readonly decimals: number; readonly mode: 'half-up' | 'up' | 'down' }
  readonly value: number | null
}

export type ExplanationTarget =
  | { readonly node: string }
  | { readonly axis: string; readonly spoke: string }
  | 'overall'

const scoreOrNull = (score: number | undefined): number | null =>
  score === undefined || Number.isNaN(score) ? null : score

const counting = (term: Omit<ExplanationTerm, 'counted' | 'why'>, why: TermReason | undefined): ExplanationTerm =>
  why === undefined ? { ...term, counted: true } : { ...term, counted: false, why }

/** Explains evaluations of one référentiel. */
class Explainer {
  readonly #compiled: Compiled
  readonly #evaluation: Evaluation

  constructor(evaluation: Evaluation) {
    this.#compiled = evaluation.compiled
    this.#evaluation = evaluation
  }

  node(node: CompiledNode): Explanation {
    const aggregation = this.#compiled.program.aggregations[node.index] ?? null
    const { value } = this.#evaluation.scoreOf(node.code)
    if (aggregation === null) return { target: node.code, method: null, terms: [], value }
    const { method, round } = aggregation
    const terms =
      aggregation.from === 'questions'
        ? node.questions.filter(({ isScored }) => isScored).map((question) => this.#question(question))
        : this.nodes(node.children)
    if (round === undefined || value === null) return { target: node.code, method, terms, value }
    const { decimals, mode = 'half-up' } = round
    return { target: node.code, method, terms, value, rounded: { exact: exactOf(method, terms), decimals, mode } }
  }

  nodes(codes: readonly string[]): readonly ExplanationTerm[] {
    return codes.flatMap((code) => {
      const node = this.#compiled.nodeByCode.get(code)
      return node === undefined ? [] : [this.#child(node)]
    })
  }

  #child(node: CompiledNode): ExplanationTerm {
    const { value } = this.#evaluation.scoreOf(node.code)
    return counting({ code: node.code, of: 'node', value, weight: node.weight }, this.#whyNode(node, value))
  }

  #whyNode({ code, weight }: CompiledNode, value: number | null): TermReason | undefined {
    if (this.#evaluation.applicabilityOf(code) === 'doesNotApply') return 'notApplicable'
    if (this.#evaluation.isNotConcerned(code)) return 'notConcerned'
    if (value === null) return 'nothingScored'
    return weight === 0 ? 'withoutWeight' : undefined
  }

  #question(question: CompiledQuestion): ExplanationTerm {
    const { layout } = this.#evaluation.state.given
    const { questionScores, slotScores } = this.#evaluation.state.results
    const value = scoreOrNull(questionScores[question.index])
    const start = layout.questionStarts[question.index] ?? 0
    const grids = layout.grids[this.#compiled.program.questionGroups[question.index] ?? -1]
    const term = { code: question.code, of: 'question' as const, value, weight: question.weight }
    const own = grids?.map((grid, place) => ({ grid, value: scoreOrNull(slotScores[start + place]) }))
    return counting(own === undefined ? term : { ...term, grids: own }, this.#whyQuestion(question, value))
  }

  #whyQuestion({ code, index, node, weight }: CompiledQuestion, value: number | null): TermReason | undefined {
    if (!this.#evaluation.isVisible(code)) return 'notApplicable'
    if (this.#evaluation.isNotConcerned(node)) return 'notConcerned'
    if (value !== null) return weight === 0 ? 'withoutWeight' : undefined
    const { given, results } = this.#evaluation.state
    const start = given.layout.questionStarts[index] ?? 0
    const end = given.layout.questionStarts[index + 1] ?? start
    const slots = Array.from({ length: end - start }, (_, place) => start + place)
    if (slots.some((slot) => results.values[slot] !== null)) return 'withoutScore'
    const isRefused = (slot: number) => results.forbidden[slot] === 1 || given.answerFindings.has(slot)
    return slots.some(isRefused) ? 'refused' : 'unanswered'
  }
}

const exactOf = (method: Aggregation['method'], terms: readonly ExplanationTerm[]): number =>
  gather(
    method,
    terms.map((_, place) => place),
    Float64Array.from(terms, ({ value }) => value ?? Number.NaN),
    Float64Array.from(terms, ({ weight }) => weight),
  )

/**
 * How the score of a node, of a spoke of an axis or of the whole came to be. Structure alone: the sentences are in
 * `texts/explanations.ts`. Undefined for a target that the référentiel doesn't have.
 */
export const explain = (evaluation: Evaluation, target: ExplanationTarget): Explanation | undefined => {
  const { compiled } = evaluation
  const explainer = new Explainer(evaluation)
  if (target === 'overall') {
    const tops = compiled.program.tops.flatMap((top) => compiled.nodes[top]?.code ?? [])
    return { target, method: 'weightedMean', terms: explainer.nodes(tops), value: evaluation.overall }
  }
  if ('node' in target) {
    const node = compiled.nodeByCode.get(target.node)
    return node === undefined ? undefined : explainer.node(node)
  }
  const axis = compiled.axes.find(({ code }) => code === target.axis)
  const spoke = axis?.spokes.find(({ code }) => code === target.spoke)
  if (spoke === undefined) return undefined
  if (spoke.node !== null) return explain(evaluation, { node: spoke.node })
  const value = evaluation.axes.get(target.axis)?.get(spoke.code)?.value ?? null
  return { target: spoke.code, method: 'weightedMean', terms: explainer.nodes(spoke.criteria), value }
}
