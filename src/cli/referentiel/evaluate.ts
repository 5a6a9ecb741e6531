import { evaluateFile, readSource } from '#plugins/referentiels/exports/source.ts'
import type { EvaluationResult } from '#plugins/referentiels/exports/source.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { findingLines, hasErrors } from './findings.ts'
import type { ShownFinding } from './findings.ts'
import { bytesOf } from './read-file.ts'
import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'
import { refused, subjectNamed } from './subject.ts'

const linesOf = (result: EvaluationResult, file: string): readonly string[] => {
  const { evaluation } = texts
  const findings = result.findings.map((finding): ShownFinding => ({ ...finding, file }))
  return [
    ...findingLines(findings),
    evaluation.applies(result.applies.length),
    evaluation.notApplicable(result.notApplicable.length),
    ...(result.unknown.length > 0 ? [evaluation.unknown(result.unknown.length)] : []),
    evaluation.questions(result.questions),
    evaluation.complete(result.complete),
    ...Object.entries(result.axes).flatMap(([axis, spokes]) => [
      evaluation.axis(axis),
      ...Object.entries(spokes).map(([code, { value, answered, applicable }]) => evaluation.spoke(code, value, answered, applicable)),
    ]),
    ...(result.outcomes.length > 0 ? [evaluation.outcomes(result.outcomes.map(({ label }) => label))] : []),
  ]
}

/** What applies and what the answers of a file score, by a file, a shipped référentiel or a stored one. */
export const evaluate = async ({ subject, input }: { readonly subject: string; readonly input: string }): Promise<Reply> => {
  const text = await bytesOf(input)
  if (text === null) return misuse(texts.noFile(input))
  const given = readSource({ file: input, text })
  if (!('value' in given) || hasErrors(given.findings)) return refused(given.findings)
  const found = await subjectNamed(subject)
  if ('reply' in found) return found.reply
  const result = evaluateFile(found.document, given.value)
  return { json: { ...result }, lines: linesOf(result, input), exitCode: hasErrors(result.findings) ? 1 : 0 }
}
