import { readPreset } from '#plugins/referentiels/exports/workbook.ts'
import type { Columns } from '#plugins/referentiels/exports/workbook.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

import { bytesOf } from './read-file.ts'
import { misuse } from './reply.ts'
import type { Reply } from './reply.ts'
import { subjectNamed } from './subject.ts'

export type FoundColumns = { readonly columns: Columns | undefined } | { readonly reply: Reply }

/** How the columns of a workbook are read: by the preset of a file, with the référentiel that it rewords. */
export const columnsOf = async (file: string | undefined): Promise<FoundColumns> => {
  if (file === undefined) return { columns: undefined }
  const text = await bytesOf(file)
  if (text === null) return { reply: misuse(texts.noFile(file)) }
  const preset = readPreset({ file, text })
  if (!preset.ok) return { reply: misuse(texts.wrongPreset(file, preset.error)) }
  if (preset.value.into === undefined) return { columns: { preset: preset.value } }
  const base = await subjectNamed(preset.value.into)
  return 'reply' in base ? base : { columns: { preset: preset.value, base: base.document } }
}
