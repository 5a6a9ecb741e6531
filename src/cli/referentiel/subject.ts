import { existsSync } from 'node:fs'
import path from 'node:path'

import { checkSource } from '#plugins/referentiels/exports/source.ts'
import type { CheckedSource } from '#plugins/referentiels/exports/source.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { referenceIn } from './arguments.ts'
import type { Reference } from './arguments.ts'
import { findingLines } from './findings.ts'
import type { ShownFinding } from './findings.ts'
import { bytesOf } from './read-file.ts'
import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'

type Document = NonNullable<CheckedSource['document']>
export type Subject = { readonly document: Document } | { readonly reply: Reply }

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const extensions = ['yaml', 'yml', 'json', 'xlsx']

/** What a file is told that is no sound référentiel. */
export const refused = (findings: readonly ShownFinding[]): Reply => ({
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
  const { storedDocument } = await import('./stored-document.ts')
  const document = await storedDocument(reference)
  return document === null ? { reply: misuse(texts.unknownVersion(reference.written)) } : { document }
}

const isFile = (subject: string): boolean => existsSync(subject) || extensions.some((extension) => subject.endsWith(`.${extension}`))

/** The document that a command is about: of a file, of a shipped référentiel or of a stored version. */
export const subjectNamed = (subject: string): Promise<Subject> => (isFile(subject) ? ofFile(subject) : ofReference(referenceIn(subject)))
