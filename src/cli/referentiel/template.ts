import { writeFile } from 'node:fs/promises'

import { templateWorkbook } from '#plugins/referentiels/exports/workbook.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'

/** Writes the workbook to start from. */
export const template = async ({ to }: { readonly to: string }): Promise<Reply> => {
  if (!/\.xlsx$/i.test(to)) return misuse(texts.wrongTemplate(to))
  await writeFile(to, await templateWorkbook())
  return { json: { ok: true, file: to, findings: [] }, lines: [texts.templateWritten(to)], exitCode: 0 }
}
