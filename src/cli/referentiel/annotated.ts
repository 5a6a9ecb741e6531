import { writeFile } from 'node:fs/promises'

import type { LocatedFinding } from '#plugins/referentiels/exports/source.ts'
import { annotateWorkbook } from '#plugins/referentiels/exports/workbook.ts'
import { referentielCommand as texts } from '#texts/referentiel-command.ts'

type Annotated = {
  readonly text: Uint8Array
  readonly findings: readonly LocatedFinding[]
  /** Where to write it, when it is asked for. */
  readonly to: string | undefined
}

/** Writes the workbook with a comment in each faulty cell, and says so. */
export const writeAnnotated = async ({ text, findings, to }: Annotated): Promise<readonly string[]> => {
  if (to === undefined) return []
  await writeFile(to, annotateWorkbook(text, findings))
  return [texts.annotated(to)]
}

/** Comments stand in workbooks alone. */
export const canAnnotate = (file: string, to: string | undefined): boolean => to === undefined || (/\.xlsx$/i.test(file) && /\.xlsx$/i.test(to))
