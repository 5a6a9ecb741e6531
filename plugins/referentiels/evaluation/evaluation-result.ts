import type { Compiled } from '../engine/compile/compiled.ts'
import { type AnswerFinding, shown } from '../engine/evaluate/answer-finding.ts'
import type { Evaluation, NodeScore } from '../engine/evaluate/evaluation.ts'
import { answerFindingText } from '../texts/answer-findings.ts'
import { reasonText } from '../texts/explanations.ts'

export type ResultFinding = {
  readonly severity: 'error' | 'warning'
  readonly code: string
  /** JSON pointer into the input. */
  readonly path: string
  readonly value?: string | number | boolean
  readonly message: string
}

/** What `evaluate` prints: outside programs lean on its keys (design.md §6). */
export type EvaluationResult = {
  readonly ok: boolean
  readonly applies: readonly string[]
  readonly notApplicable: readonly { readonly code: string; readonly reason: string }[]
  readonly unknown: readonly string[]
  readonly questions: number
  readonly complete: number
  readonly scores: Readonly<Record<string, NodeScore>>
  readonly axes: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly value: number | null; readonly answered: number; readonly applicable: number }>>
    >
  >
  readonly outcomes: readonly { readonly code: string; readonly label: string }[]
  readonly findings: readonly ResultFinding[]
}

const pointer = (path: AnswerFinding['path']): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export const resultFinding = (finding: AnswerFinding): ResultFinding => ({
  severity: finding.severity,
  code: finding.code,
  path: pointer(finding.path),
  ...(finding.value === undefined ? {} : { value: shown(finding.value) }),
  message: answerFindingText(finding),
})

const axesOf = ({ axes }: Evaluation): EvaluationResult['axes'] =>
  Object.fromEntries(
    [...axes].map(([axis, spokes]) => [
      axis,
      Object.fromEntries(
        [...spokes].map(([spoke, { value, answered, applicable }]) => [spoke, { value, answered, applicable }]),
      ),
    ]),
  )

const notApplicable = (evaluation: Evaluation, compiled: Compiled): EvaluationResult['notApplicable'] =>
  compiled.criteria
    .filter(({ code }) => evaluation.applicabilityOf(code) === 'doesNotApply')
    .map(({ code }) => {
      const reason = evaluation.reasonOf(code)
      return { code, reason: reason === null ? '' : reasonText(reason, compiled) }
    })

/** An evaluation as one JSON object. `ok`: no finding of severity error. */
export const resultOf = (evaluation: Evaluation): EvaluationResult => {
  const { compiled, findings } = evaluation
  const applicability = Map.groupBy(compiled.criteria, ({ code }) => evaluation.applicabilityOf(code))
  const codesOf = (which: 'applies' | 'unknown') => (applicability.get(which) ?? []).map(({ code }) => code)
  return {
    ok: !findings.some(({ severity }) => severity === 'error'),
    applies: codesOf('applies'),
    notApplicable: notApplicable(evaluation, compiled),
    unknown: codesOf('unknown'),
    questions: evaluation.questions,
    complete: evaluation.complete,
    scores: Object.fromEntries(compiled.nodes.map(({ code }) => [code, evaluation.scoreOf(code)])),
    axes: axesOf(evaluation),
    outcomes: evaluation.outcomes,
    findings: findings.map(resultFinding),
  }
}
