import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { embeddedFonts } from '#server/pdf/embedded-fonts.ts'

/** The site's own rules, as they are written: class names of CSS modules are plain names here. */
const sheets = [
  'src/ui/tokens.css',
  'src/ui/levels.css',
  'src/ui/base.css',
  'src/ui/charts/chart.module.css',
  'src/ui/marks/level.module.css',
  'src/ui/marks/status.module.css',
  'src/features/rapport/report.css',
] as const

const load = async (): Promise<string> => {
  const texts = await Promise.all(sheets.map((sheet) => readFile(path.join(process.cwd(), sheet), 'utf8')))
  return [await embeddedFonts(), ...texts].join('\n')
}

let loaded: Promise<string> | undefined

/** Fonts and style of a printed document, read once per process. */
export const reportStyle = (): Promise<string> => {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}
