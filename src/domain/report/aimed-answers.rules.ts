/**
 * The answers as they would be with the targets reached: evaluated, they give « maturité visée » on every axis by the
 * référentiel's own rules, weights and roundings. What has no target stays as it is answered.
 */
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { AnswerRow } from '#plugins/referentiels/engine/evaluate/answers.ts'

/** The answers aimed at, or null where nothing is; a target that a question doesn't know leaves it as it is. */
export const aimedAnswers = (
  { compiled, answers, targets }: {
    readonly compiled: Compiled
    readonly answers: readonly AnswerRow[]
    /** Criterion → code of the scale's value. */
    readonly targets: ReadonlyMap<string, string>
  },
): readonly AnswerRow[] | null => {
  if (targets.size === 0) return null
  const aimed = new Map<string, string>()
  for (const { code, criterion, type, isScored, values } of compiled.questions) {
    const target = criterion === null ? undefined : targets.get(criterion)
    if (target !== undefined && type === 'scale' && isScored && values.some((value) => value.code === target)) aimed.set(code, target)
  }
  if (aimed.size === 0) return null
  const kept = answers.map((row) => ({ ...row, value: aimed.get(row.question) ?? row.value }))
  const answered = new Set(answers.map(({ question }) => question))
  const added = [...aimed].flatMap(([question, value]): readonly AnswerRow[] => {
    const isRepeated = (compiled.questionByCode.get(question)?.repeatedBy ?? null) !== null
    // Where nobody was met yet there is no grid to aim in.
    return answered.has(question) || isRepeated ? [] : [{ question, grid: 0, value }]
  })
  return [...kept, ...added]
}
