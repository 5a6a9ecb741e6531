import { checkSource, contentHash } from '#plugins/referentiels/exports/source.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { canAnnotate, writeAnnotated } from './annotated.ts'
import { columnsOf } from './columns.ts'
import { findingLines, hasErrors } from './findings.ts'
import { bytesOf } from './read-file.ts'
import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'

type Validation = { readonly file: string; readonly annotated: string | undefined; readonly preset: string | undefined }

/** Checks a file and stores nothing. */
export const validate = async ({ file, annotated, preset }: Validation): Promise<Reply> => {
  if (!canAnnotate(file, annotated)) return misuse(texts.onlyWorkbooks)
  const text = await bytesOf(file)
  if (text === null) return misuse(texts.noFile(file))
  const found = await columnsOf(preset)
  if ('reply' in found) return found.reply
  const { document, canonical, findings } = checkSource({ file, text, columns: found.columns })
  const isOk = !hasErrors(findings)
  const written = await writeAnnotated({ text, findings, to: annotated })
  const version = document && { referentiel: document.id, version: document.version }
  return {
    json: {
      ok: isOk,
      // Of the four outcomes of an import, the one that says that nothing was written.
      outcome: isOk ? 'unchanged' : 'refused',
      ...(document && canonical !== undefined && { id: document.id, version: document.version, hash: contentHash(canonical) }),
      findings,
    },
    lines: [...findingLines(findings), ...written, version ? texts.valid(version) : texts.invalid],
    exitCode: isOk ? 0 : 1,
  }
}
