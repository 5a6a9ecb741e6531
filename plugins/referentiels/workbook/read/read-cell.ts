import { z } from 'zod'

import { day } from '../../engine/document/codes.ts'
import { meantDay, meantNumber } from '../../engine/check/meant.ts'
import type { Closest } from '../../engine/findings/closest-name.ts'
import type { Finding } from '../../engine/findings/finding.ts'
import { cellWords, otherWords } from '../../texts/workbook-words.ts'
import { splitList } from '../cell-list.ts'
import type { CellForm } from '../sheets/sheet.ts'
import { dayOfSerial, isDayFormat, shownDecimals } from '../xlsx/number-format.ts'
import type { RawCell } from '../xlsx/raw-workbook.ts'
import { normalName } from './normal-name.ts'

/** What a cell gives to the document, or what is wrong with it. No value: it is empty. */
export type CellReading = { readonly value?: unknown } | { readonly finding: Pick<Finding, 'code'> & Partial<Finding> }

export type CellContext = {
  readonly form: CellForm
  readonly schema: z.core.$ZodType
  /** French word of each of the format's words. */
  readonly words: Readonly<Record<string, string>>
  readonly startsIn1904: boolean
  readonly closest: Closest
  /** What stands in the same column one row above. */
  readonly above?: string
  /** The column names the genre of what its row holds. */
  readonly isType?: boolean
}

const wrong = (code: Finding['code'], rest: Partial<Finding> = {}): CellReading => ({ finding: { code, ...rest } })

/** What people see in a cell, cut to what a sentence can hold. */
const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

export const readCell = (cell: RawCell, context: CellContext): CellReading => {
  if (cell.isFormula) return wrong('FORMULE', { value: shown(cell.text), suggestion: cell.text === '' ? undefined : shown(cell.text) })
  if (cell.kind === 'error') return wrong('FORMULE', { value: cell.text })
  const isText = cell.kind === 'text'
  if (isText && cell.text.trim() === '') return {}
  switch (context.form) {
    case 'number':
      return ofNumber(cell, context)
    case 'score':
      return saysNotCounted(normalName(cell.text)) ? { value: null } : ofNumber(cell, context)
    case 'boolean':
      return ofBoolean(cell)
    case 'day':
      return ofDay(cell, context)
    default: {
      if (cell.kind === 'boolean') return ofWords(cell.text === '1' ? 'vrai' : 'faux', context)
      return isText ? ofWords(cell.text, context) : ofNumberForText(cell, context)
    }
  }
}

const ofNumber = (cell: RawCell, { startsIn1904 }: CellContext): CellReading => {
  if (cell.kind === 'number' && isDayFormat(cell.format)) {
    return wrong('NOMBRE', { value: dayOfSerial(Number(cell.text), startsIn1904) ?? cell.text, expected: 'number', suggestion: asTyped(cell, startsIn1904) })
  }
  if (cell.kind === 'number') return { value: Number(cell.text) }
  const written = cell.kind === 'text' ? cell.text.replaceAll(/[\s\u00a0\u202f]/g, '').replace('−', '-') : ''
  const meant = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(written) ? meantNumber(written) : undefined
  return meant === undefined ? wrong('NOMBRE', { value: shown(cell.text), expected: 'number' }) : { value: Number(meant) }
}

const oneOf = (words: readonly string[]) => (word: string) => words.includes(word)
const saysNotCounted = oneOf([cellWords.notCounted, ...otherWords.notCounted])
const saysYes = oneOf([cellWords.yes, ...otherWords.yes])
const saysNo = oneOf([cellWords.no, ...otherWords.no])

const ofBoolean = (cell: RawCell): CellReading => {
  const word = normalName(cell.text)
  if (saysYes(word)) return { value: true }
  if (saysNo(word)) return { value: false }
  return wrong('OUI_NON', { value: shown(cell.text), expected: [cellWords.yes, cellWords.no] })
}

const ofDay = (cell: RawCell, { startsIn1904 }: CellContext): CellReading => {
  if (cell.kind === 'number') {
    const found = isDayFormat(cell.format) ? dayOfSerial(Number(cell.text), startsIn1904) : undefined
    return found === undefined ? wrong('DATE', { value: cell.text, expected: 'date' }) : { value: found }
  }
  const written = cell.text.trim().replace(/T00:00:00.*$/, '')
  const meant = day.safeParse(written).success ? written : meantDay(written)
  return meant === undefined ? wrong('DATE', { value: shown(written), expected: 'date' }) : { value: meant }
}

/** A number where a code or a text belongs: whole ones say all, of others a zero at the end may be lost. */
const ofNumberForText = (cell: RawCell, context: CellContext): CellReading => {
  const number = Number(cell.text)
  if (!isDayFormat(cell.format) && Number.isSafeInteger(number) && shownDecimals(cell.format) === 0) return ofWords(String(number), context)
  const typed = asTyped(cell, context.startsIn1904, context.above)
  const value = isDayFormat(cell.format) ? (dayOfSerial(number, context.startsIn1904) ?? cell.text) : asShown(cell)
  return wrong('CODE_NOMBRE', { value, expected: 'text', suggestion: typed })
}

/** A number with the decimals that its format adds: 1.0, which is stored as 1. */
const asShown = ({ text, format }: RawCell): string => {
  const decimals = shownDecimals(format)
  return decimals > 0 ? Number(text).toFixed(Math.min(10, decimals)) : text
}

/** What its author most likely typed: 1.10, of which a spreadsheet made 1.1; 1.2, of which it made the first of February. */
const asTyped = (cell: RawCell, startsIn1904: boolean, above = ''): string => {
  const number = Number(cell.text)
  if (isDayFormat(cell.format)) {
    const [, month, date] = dayOfSerial(number, startsIn1904)?.split('-').map(Number) ?? []
    return month === undefined ? cell.text : `${date}.${month}`
  }
  if (shownDecimals(cell.format) > 0) return asShown(cell)
  const [whole = '', rest = ''] = cell.text.split('.')
  const before = /^(.*)\.(\d+)$/.exec(above)
  // After 1.9 comes 1.10.
  return before !== null && before[1] === whole && Number(before[2]) >= Number(rest) && Number(before[2]) + 1 === Number(rest) * 10
    ? `${whole}.${rest}0`
    : cell.text
}

const ofWords = (text: string, context: CellContext): CellReading => {
  switch (context.form) {
    case 'codes':
      return { value: splitList(text).filter((word) => word !== '') }
    case 'texts':
      return { value: splitList(text).map((word) => (word === '' ? undefined : word)) }
    case 'word':
      return ofWord(text, context)
    case 'words': {
      const read = splitList(text).filter((word) => word !== '').map((word) => ofWord(word, context))
      const refused = read.find((each) => 'finding' in each)
      return refused ?? { value: read.map((each) => ('value' in each ? each.value : undefined)) }
    }
    case 'values':
      return ofValues(text)
    case 'none':
      return normalName(text) === cellWords.none ? { value: [] } : wrong('VALEUR_INCONNUE', { value: shown(text), expected: [cellWords.none] })
    case 'code':
      return { value: withoutStrayBlanks(text, context) }
    default:
      return { value: text }
  }
}

/** Blanks around a code are an accident; at the start of a free text they are the author's. */
const withoutStrayBlanks = (text: string, { schema }: CellContext): string => {
  const trimmed = text.trim()
  return trimmed === text || z.safeParse(schema, text).success ? text : trimmed
}

const known = new WeakMap<CellContext['words'], ReadonlyMap<string, string>>()

/** The format's words by how people write them: in French first, or as the format does. */
const writingsOf = (words: CellContext['words']): ReadonlyMap<string, string> => {
  const found = known.get(words)
  if (found) return found
  const entries = Object.entries(words)
  const writings = new Map([...entries.map(([word]) => [word.toLowerCase(), word] as const), ...entries.map(([word, french]) => [normalName(french), word] as const)])
  known.set(words, writings)
  return writings
}

const ofWord = (text: string, { words, closest, isType = false }: CellContext): CellReading => {
  const found = writingsOf(words).get(normalName(text))
  if (found !== undefined) return { value: found }
  const expected = Object.values(words)
  return wrong(isType ? 'TYPE_INCONNU' : 'VALEUR_INCONNUE', { value: shown(text), expected, suggestion: closest(text, expected) })
}

const ofValues = (text: string): CellReading => {
  const pairs = splitList(text).filter((pair) => pair !== '')
  const read = pairs.map((pair): [string, string | null] | undefined => {
    const [old = '', now, ...more] = pair.split(/[=→]/).map((word) => word.trim())
    return old === '' || old === '__proto__' || now === undefined || more.length > 0 ? undefined : [old, now === '' ? null : now]
  })
  const sound = read.filter((pair) => pair !== undefined)
  return sound.length < read.length ? wrong('FORME', { value: shown(text), expected: 'values' }) : { value: Object.fromEntries(sound) }
}
