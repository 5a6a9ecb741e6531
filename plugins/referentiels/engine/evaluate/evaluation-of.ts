import type { Compiled, CompiledNode } from '../compile/compiled.ts'
import type { SpokePlan } from '../compile/program.ts'
import { gather } from './aggregate.ts'
import type { AnswerFinding } from './answer-finding.ts'
import type { AnswerValue } from './answers.ts'
import { applicabilityOfNodes, reasonOfNode } from './applicability.ts'
import { distributionsIn, progressIn, shownQuestions } from './distribution.ts'
import type {
  Applicability,
  ApplicabilityReason,
  EvaluatedOutcome,
  Evaluation,
  ImperativeState,
  NodeScore,
  Progress,
  SpokeEvaluation,
} from './evaluation.ts'
import { slotOf } from './grids.ts'
import { Run } from './run.ts'
import { type EvaluationState, no, verdicts, yes } from './state.ts'
import { isMet } from './surroundings.ts'

const scoreOrNull = (score: number | undefined): number | null =>
  score === undefined || Number.isNaN(score) ? null : score

const applicabilities: readonly Applicability[] = ['doesNotApply', 'applies', 'unknown']

/** Reads a state. What isn't asked for isn't computed: totals and axes come when they are first read. */
class StateEvaluation implements Evaluation {
  readonly compiled: Compiled
  readonly state: EvaluationState
  #applies: Uint8Array | undefined
  #progress: Progress | undefined
  #axes: Evaluation['axes'] | undefined
  #outcomes: readonly EvaluatedOutcome[] | undefined

  constructor(compiled: Compiled, state: EvaluationState) {
    this.compiled = compiled
    this.state = state
  }

  get #applicability(): Uint8Array {
    return (this.#applies ??= applicabilityOfNodes(this.compiled, this.state))
  }

  #node(code: string): CompiledNode | undefined {
    return this.compiled.nodeByCode.get(code)
  }

  /** Slots of a question: all its grids, or the one asked for. */
  #slots(code: string, grid: number | undefined): readonly number[] {
    const { layout } = this.state.given
    const question = this.compiled.questionByCode.get(code)
    if (question === undefined) return []
    if (grid !== undefined) {
      const slot = slotOf(this.compiled, layout, question, grid)
      return slot === undefined ? [] : [slot]
    }
    const start = layout.questionStarts[question.index] ?? 0
    const end = layout.questionStarts[question.index + 1] ?? start
    return Array.from({ length: end - start }, (_, place) => start + place)
  }

  applicabilityOf(code: string): Applicability {
    const node = this.#node(code)
    return applicabilities[node === undefined ? no : (this.#applicability[node.index] ?? no)] ?? 'doesNotApply'
  }

  reasonOf(code: string): ApplicabilityReason | null {
    const node = this.#node(code)
    const applies = node === undefined ? yes : this.#applicability[node.index]
    return node === undefined || applies === yes ? null : reasonOfNode(this.compiled, this.state, node, applies)
  }

  isNotConcerned(code: string): boolean {
    const node = this.#node(code)
    return node !== undefined && this.state.given.isLeftOut[node.index] === 1
  }

  isVisible(question: string, grid?: number): boolean {
    return this.#slots(question, grid).some((slot) => this.state.results.visible[slot] !== no)
  }

  answerOf(question: string, grid?: number): AnswerValue | null {
    return this.state.results.values[this.#slots(question, grid)[0] ?? -1] ?? null
  }

  allowedValuesOf(code: string, grid?: number): readonly string[] {
    const question = this.compiled.questionByCode.get(code)
    const [slot] = this.#slots(code, grid)
    if (question === undefined) return []
    if (slot === undefined) return question.values.filter(({ allowed }) => allowed !== 'never').map((value) => value.code)
    const place = slot - (this.state.given.layout.questionStarts[question.index] ?? 0)
    return new Run(this.compiled, this.state.given, this.state.results).allowedValues(question.index, place)
  }

  gridsOf(code: string): readonly number[] {
    const group = this.compiled.program.groups.findIndex(({ node }) => this.compiled.nodes[node]?.code === code)
    return this.state.given.layout.grids[group] ?? []
  }

  scoreOf(code: string): NodeScore {
    const node = this.#node(code)
    if (node === undefined) return { value: null }
    const value = scoreOrNull(this.state.results.scores[node.index])
    const verdict = this.state.results.verdicts[node.index] ?? verdicts.none
    return verdict === verdicts.none ? { value } : { value, met: isMet(verdict) }
  }

  imperativeOf(code: string): ImperativeState | null {
    const node = this.#node(code)
    if (!node?.isImperative || this.compiled.program.imperative === null) return null
    const verdict = this.state.results.verdicts[node.index]
    if (verdict === verdicts.met) return 'met'
    return verdict === verdicts.notMet ? 'notMet' : 'incomplete'
  }

  progressOf(code: string): Progress {
    const node = this.#node(code)
    if (node === undefined) return { answered: 0, applicable: 0 }
    return progressIn(this.compiled, this.state, [{ start: node.questionStart, end: node.questionEnd }])
  }

  get overall(): number | null {
    return scoreOrNull(this.state.results.overall[0])
  }

  get questions(): number {
    return shownQuestions(this.compiled, this.state)
  }

  get progress(): Progress {
    const all = { start: 0, end: this.compiled.questions.length }
    return (this.#progress ??= progressIn(this.compiled, this.state, [all]))
  }

  get complete(): number {
    const { answered, applicable } = this.progress
    return applicable === 0 ? 1 : answered / applicable
  }

  get axes(): Evaluation['axes'] {
    return (this.#axes ??= new Map(
      this.compiled.axes.map(({ code }, axis) => [code, this.#spokes(this.compiled.program.spokes[axis] ?? [])]),
    ))
  }

  #spokes(spokes: readonly SpokePlan[]): ReadonlyMap<string, SpokeEvaluation> {
    const { compiled, state } = this
    return new Map(
      spokes.map((spoke) => {
        const evaluated = {
          value: this.#valueOf(spoke),
          ...progressIn(compiled, state, spoke.questions),
          get distributions() {
            return distributionsIn(compiled, state, spoke.questions)
          },
        }
        return [spoke.code, evaluated]
      }),
    )
  }

  #valueOf({ node, criteria }: SpokePlan): number | null {
    const { scores } = this.state.results
    if (node !== -1) return scoreOrNull(scores[node])
    return scoreOrNull(gather('weightedMean', criteria, scores, this.compiled.program.nodeWeights))
  }

  get outcomes(): readonly EvaluatedOutcome[] {
    return (this.#outcomes ??= this.#reached())
  }

  #reached(): readonly EvaluatedOutcome[] {
    const run = new Run(this.compiled, this.state.given, this.state.results)
    return this.compiled.rules.outcomes
      .filter((_, place) => run.holds(this.compiled.program.outcomeConditions[place] ?? 'unknown'))
      .map(({ code, label }) => ({ code, label }))
  }

  get findings(): readonly AnswerFinding[] {
    const { otherFindings, answerFindings } = this.state.given
    const bySlot = [...answerFindings].sort(([one], [other]) => one - other)
    return [...otherFindings, ...bySlot.flatMap(([, findings]) => findings), ...this.#forbidden()]
  }

  #forbidden(): readonly AnswerFinding[] {
    const { given, results } = this.state
    const findings: AnswerFinding[] = []
    for (const question of this.compiled.questions) {
      const { layout } = given
      const start = layout.questionStarts[question.index] ?? 0
      const end = layout.questionStarts[question.index + 1] ?? start
      const grids = layout.grids[this.compiled.program.questionGroups[question.index] ?? -1]
      for (let slot = start; slot < end; slot += 1) {
        if (results.forbidden[slot] !== 1) continue
        const grid = grids?.[slot - start]
        const value = given.answers[slot]
        findings.push({
          severity: 'error',
          code: 'VALEUR_INTERDITE',
          path: grid === undefined ? ['answers', question.code] : ['answers', question.code, grid],
          value: typeof value === 'string' ? value : undefined,
        })
      }
    }
    return findings
  }
}

export const evaluationOf = (compiled: Compiled, state: EvaluationState): Evaluation =>
  new StateEvaluation(compiled, state)
