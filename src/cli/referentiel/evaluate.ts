import { existsSync } from 'node:fs'
import path from 'node:path'

import { checkSource, evaluateFile, readSource } from '#plugins/referentiels/exports/source.ts'
import type { CheckedSource, EvaluationResult } from '#plugins/referentiels/exports/source.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { referenceIn } from './arguments.ts'
import type { Reference } from './arguments.ts'
import { findingLines, hasErrors } from './findings.ts'
import type { ShownFinding } from './findings.ts'
import { bytesOf } from './read-file.ts'
import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'

type Document = NonNullable<CheckedSource['document']>
type Subject = { readonly document: Document } | { readonly reply: Reply }

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const extensions = ['yaml', 'yml', 'json']

const refused = (findings: readonly ShownFinding[]): Reply => ({
  json: { ok: false, findings },
  lines: findingLines(findings),
  exitCode: 1,
})

const ofFile = async (file: string): Promise<Subject> => {
  const text = await bytesOf(file)
  if (text === null) return { reply: misuse(texts.noFile(file)) }
  const { document, findings } = checkSource({ file: path.relative('', file) || file, text })
  return document === undefined ? { reply: refused(findings) } : { document }
}

/** A référentiel that comes with the platform needs no database. */
const shippedFile = ({ referentiel }: Reference): string | undefined =>
  ['referentiels', 'demo/referentiels']
    .flatMap((folder) => extensions.map((extension) => path.join(root, folder, referentiel, `referentiel.${extension}`)))
    .find((file) => /^[a-z0-9-]+$/.test(referentiel) && existsSync(file))

const ofReference = async (reference: Reference): Promise<Subject> => {
  const file = shippedFile(reference)
  const shipped = file === undefined ? undefined : await ofFile(file)
  const isThat = shipped && (!('document' in shipped) || (reference.version ?? shipped.document.version) === shipped.document.version)
  if (shipped && isThat) return shipped
  const { storedDocument } = await import('./stored.ts')
  const document = await storedDocument(reference)
  return document === null ? { reply: misuse(texts.unknownVersion(reference.written)) } : { document }
}

const isFile = (subject: string): boolean => existsSync(subject) || extensions.some((extension) => subject.endsWith(`.${extension}`))

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
  const found = isFile(subject) ? await ofFile(subject) : await ofReference(referenceIn(subject))
  if ('reply' in found) return found.reply
  const result = evaluateFile(found.document, given.value)
  return { json: { ...result }, lines: linesOf(result, input), exitCode: hasErrors(result.findings) ? 1 : 0 }
}
