import { z } from 'zod'

import { compile } from '../engine/compile/compile.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import type { EvaluationInput } from '../engine/evaluate/answers.ts'
import { evaluate } from '../engine/evaluate/evaluate.ts'
import { type EvaluationResult, resultFinding, resultOf } from './evaluation-result.ts'

const profileValue = z.union([z.string(), z.number(), z.boolean()])

/** What `evaluate` reads (design.md §6). Each answer is checked against its question by the engine. */
export const evaluationInput = z.strictObject({
  profile: z.record(z.string(), z.union([profileValue, z.array(profileValue), z.null()])).nullish(),
  answers: z.record(z.string(), z.unknown()).nullish(),
  notConcerned: z.record(z.string(), z.string()).nullish(),
  subset: z.string().nullish(),
  rulesVersion: z.string().nullish(),
})

const pathOf = (path: readonly PropertyKey[]): readonly (string | number)[] =>
  path.map((key) => (typeof key === 'number' ? key : String(key)))

/**
 * What a checked document is worth with an input from outside, as the object that the command prints. Never throws on an
 * input: one of another shape is reported, and evaluated without what can't be read.
 */
export const evaluateFile = (document: ReferentielDocument, input: unknown): EvaluationResult => {
  const parsed = evaluationInput.safeParse(input ?? {})
  const { subset, rulesVersion, ...rest } = parsed.success ? parsed.data : {}
  const given: EvaluationInput = {
    profile: rest.profile ?? {},
    answers: rest.answers ?? {},
    notConcerned: rest.notConcerned ?? {},
  }
  const compiled = compile(document, { subset: subset ?? undefined, rulesVersion: rulesVersion ?? undefined })
  const result = resultOf(evaluate(compiled, given))
  if (parsed.success) return result
  const misshapen = parsed.error.issues.map(({ path }) =>
    resultFinding({ severity: 'error', code: 'FORME', path: pathOf(path) }),
  )
  return { ...result, ok: false, findings: [...misshapen, ...result.findings] }
}
