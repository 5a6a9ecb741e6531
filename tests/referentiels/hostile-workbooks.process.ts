/**
 * Checks COUNT hostile workbooks from SEED, and comments them; prints one JSON object. In a process of its own, whose memory
 * is bounded and which the test can stop.
 */
import { annotateWorkbook, writeWorkbook } from '#plugins/referentiels/exports/workbook.ts'
import { findingCodes } from '#plugins/referentiels/engine/findings/finding.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'

import { hostileWorkbooks } from '../support/hostile-workbooks.ts'
import type { HostileWorkbook } from '../support/hostile-workbooks.ts'

const codes: ReadonlySet<string> = new Set(findingCodes)
/** Findings about the file itself, which has no cell. */
const ofFile: ReadonlySet<string> = new Set(['FICHIER_ILLISIBLE', 'TROP_GROS', 'MACROS', 'PROTEGE'])

type Checked = { readonly problems: readonly string[]; readonly isRead: boolean; readonly isSound: boolean }

const checked = async ({ file, text }: HostileWorkbook, isToCompare: boolean): Promise<Checked> => {
  const { document, canonical, findings } = checkSource({ file, text })
  const problems = findings.flatMap(({ code, sheet, row = 0, column, line, path, message }) => {
    const hasCell = sheet !== undefined && row >= 1 && /^[A-Z]{1,3}$/.test(String(column))
    return [
      ...(codes.has(code) ? [] : [`unknown code ${code}`]),
      ...((ofFile.has(code) ? line === 1 : hasCell) && /^(\/.*)?$/s.test(path) ? [] : [`no place: ${code} ${sheet} ${column}${row} ${path}`]),
      ...(message === '' || /undefined|\[object /.test(message) ? [`no sentence: ${code} « ${message} »`] : []),
    ]
  })
  const isRead = !findings.some(({ code }) => ofFile.has(code))
  const commented = annotateWorkbook(text, findings)
  const again = checkSource({ file, text: commented }).findings
  if (again.length !== findings.length) problems.push(`${findings.length} findings, ${again.length} once they are written in it`)
  if (document === undefined || canonical === undefined) {
    return { problems: findings.some(({ severity }) => severity === 'error') ? problems : [...problems, 'refused without a reason'], isRead, isSound: false }
  }
  if (isToCompare && checkSource({ file, text: await writeWorkbook(document) }).canonical !== canonical) problems.push('written again it is another content')
  return { problems, isRead, isSound: true }
}

const [count = '100', seed = '1', only] = process.argv.slice(2)
const workbookAt = await hostileWorkbooks(Number(seed))
const problems: { readonly index: number; readonly kind: string; readonly problem: string }[] = []
const kinds: Record<string, number> = {}
let [read, sound] = [0, 0]
let longest = { index: -1, seconds: 0 }

const first = only === undefined ? 0 : Number(only)
const last = only === undefined ? Number(count) : first + 1
for (let index = first; index < last; index += 1) {
  const workbook = workbookAt(index)
  kinds[workbook.kind] = (kinds[workbook.kind] ?? 0) + 1
  const start = process.cpuUsage()
  try {
    const found = await checked(workbook, index % 10 === 0)
    if (found.isRead) read += 1
    if (found.isSound) sound += 1
    problems.push(...found.problems.slice(0, 3).map((problem) => ({ index, kind: workbook.kind, problem })))
  } catch (error) {
    problems.push({ index, kind: workbook.kind, problem: error instanceof Error ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error) })
  }
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  if (seconds > longest.seconds) longest = { index, seconds }
}

console.log(JSON.stringify({ count: last - first, read, sound, kinds, longest, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), problems: problems.slice(0, 20) }))
