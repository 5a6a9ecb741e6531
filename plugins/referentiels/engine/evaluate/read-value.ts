import { z } from 'zod'

import { day, href } from '../document/codes.ts'
import { maxTextLength } from '../document/text.schema.ts'
import type { CompiledColumn, CompiledField, CompiledQuestion } from '../compile/compiled.ts'
import type { Choice } from '../compile/program.ts'
import { type AnswerProblem, shown } from './answer-finding.ts'
import type { AnswerValue, TableCell, TableRow } from './answers.ts'

/** What a value from outside is, against its question: refused where a problem is an error. Null: nothing answered. */
export type ValueReading = { readonly value: AnswerValue | null; readonly problems: readonly AnswerProblem[] }

export type ChoicesOf = (field: CompiledField) => ReadonlyMap<string, Choice> | undefined

const nothing: ValueReading = { value: null, problems: [] }
const accepted = (value: AnswerValue): ValueReading => ({ value, problems: [] })
const refused = (problem: Omit<AnswerProblem, 'severity'>): ValueReading => ({
  value: null,
  problems: [{ severity: 'error', ...problem }],
})

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const tooLong = (max: number) => ({ code: 'TROP_LONG' as const, bounds: { min: null, max } })

/** A code; numbers are taken for the code that writes them, since `c1: 4` is how one writes an answer by hand. */
const codeOf = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? value : null

/** Codes of an outside source are taken as they come. */
const longestOutsideCode = 200

const readChoice = (value: unknown, choices: ReadonlyMap<string, Choice> | undefined, field: CompiledField): ValueReading => {
  const code = codeOf(value)
  if (code === null) return refused({ code: 'TYPE_REPONSE', value: shown(value), expected: [field.type] })
  if (choices === undefined && field.external !== null) {
    return code.length <= longestOutsideCode ? accepted(code) : refused(tooLong(longestOutsideCode))
  }
  const choice = choices?.get(code)
  if (choice === undefined) {
    return refused({ code: 'VALEUR_INCONNUE', value: shown(code), expected: [...(choices?.keys() ?? [])] })
  }
  return choice.allowed === 'never' ? refused({ code: 'VALEUR_INTERDITE', value: code }) : accepted(code)
}

const readChoices = (value: unknown, choices: ReadonlyMap<string, Choice> | undefined, field: CompiledField): ValueReading => {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  const readings = given.map((one) => readChoice(one, choices, field))
  const problems = readings.flatMap((reading) => reading.problems)
  if (problems.length > 0) return { value: null, problems }
  const codes = [...new Set(readings.flatMap((reading) => (typeof reading.value === 'string' ? reading.value : [])))]
  const exclusive = codes.find((code) => choices?.get(code)?.isExclusive)
  if (exclusive !== undefined && codes.length > 1) return refused({ code: 'CHOIX_EXCLUSIF', value: exclusive })
  return accepted(codes)
}

/** Without bounds of its own a percentage lies between 0 and 100. */
const boundsOf = ({ type, min, max }: CompiledField) => ({
  min: min ?? (type === 'percent' ? 0 : null),
  max: max ?? (type === 'percent' ? 100 : null),
})

/** At most so many decimals, as the number is written: 0.1 + 0.2 has more than one. */
const hasDecimals = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === value

const outOfBounds = (value: number, field: CompiledField): ValueReading | null => {
  const { min, max } = boundsOf(field)
  const isIn = (min === null || value >= min) && (max === null || value <= max)
  return isIn ? null : refused({ code: 'BORNES', value, bounds: { min, max } })
}

const readNumber = (value: unknown, field: CompiledField): ValueReading => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refused({ code: 'NOMBRE', value: shown(value) })
  if (field.decimals !== null && !hasDecimals(value, field.decimals)) {
    return refused({ code: 'DECIMALES', value, bounds: { min: null, max: field.decimals } })
  }
  return outOfBounds(value, field) ?? accepted(value)
}

/** A number, or where the question offers units, the number and the unit chosen. */
const readQuantity = (value: unknown, field: CompiledField): ValueReading => {
  if (field.unitChoices.length === 0 || !isRecord(value)) return readNumber(value, field)
  const { amount, unit } = value
  const number = readNumber(amount, field)
  if (typeof number.value !== 'number') return number
  if (typeof unit !== 'string' || !field.unitChoices.includes(unit)) {
    return refused({ code: 'UNITE', value: shown(unit), expected: field.unitChoices })
  }
  return accepted({ amount: number.value, unit })
}

const firstYear = 1000
const lastYear = 9999

const readYear = (value: unknown, field: CompiledField): ValueReading => {
  if (typeof value !== 'number' || !Number.isInteger(value)) return refused({ code: 'NOMBRE', value: shown(value) })
  return outOfBounds(value, { ...field, min: field.min ?? firstYear, max: field.max ?? lastYear }) ?? accepted(value)
}

const readText = (value: unknown, field: CompiledField): ValueReading => {
  if (typeof value !== 'string') return refused({ code: 'TYPE_REPONSE', value: shown(value), expected: [field.type] })
  const longest = field.maxLength ?? maxTextLength
  if (value.length > longest) return refused(tooLong(longest))
  return value.trim() === '' ? nothing : accepted(value)
}

const readWith = (schema: z.ZodType<string>, code: 'DATE' | 'LIEN', value: unknown): ValueReading => {
  const parsed = schema.safeParse(value)
  return parsed.success ? accepted(parsed.data) : refused({ code, value: shown(value) })
}

const fileNames = z.union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).max(50)])

const readFiles = (value: unknown, field: CompiledField): ValueReading => {
  const parsed = fileNames.safeParse(value)
  return parsed.success ? accepted(parsed.data) : refused({ code: 'TYPE_REPONSE', value: shown(value), expected: [field.type] })
}

const readField = (field: CompiledField, value: unknown, choicesOf: ChoicesOf): ValueReading => {
  switch (field.type) {
    case 'scale':
    case 'single':
      return readChoice(value, choicesOf(field), field)
    case 'multi':
      return readChoices(value, choicesOf(field), field)
    case 'boolean':
      return typeof value === 'boolean' ? accepted(value) : refused({ code: 'OUI_NON', value: shown(value) })
    case 'number':
    case 'percent':
      return readQuantity(value, field)
    case 'year':
      return readYear(value, field)
    case 'text':
    case 'longText':
      return readText(value, field)
    case 'date':
      return readWith(day, 'DATE', value)
    case 'link':
      return readWith(href, 'LIEN', value)
    case 'file':
      return readFiles(value, field)
    case 'computed':
      return refused({ code: 'REPONSE_CALCULEE' })
    case 'table':
      return refused({ code: 'TYPE_REPONSE', expected: [field.type] })
  }
}

type RowReading = { readonly row: TableRow; readonly problems: readonly AnswerProblem[] }

const readRow = (given: unknown, place: number, question: CompiledQuestion, choicesOf: ChoicesOf): RowReading => {
  if (!isRecord(given)) return { row: {}, problems: [{ severity: 'error', code: 'TYPE_REPONSE', path: [place], expected: ['table'] }] }
  const problems: AnswerProblem[] = []
  const cells: [string, TableCell][] = []
  const columns = new Map(question.columns.map((column): [string, CompiledColumn] => [column.code, column]))
  for (const [code, value] of Object.entries(given)) {
    const column = columns.get(code)
    if (column === undefined) problems.push({ severity: 'error', code: 'COLONNE_INCONNUE', path: [place, code], expected: [...columns.keys()] })
    else if (!isEmpty(value)) {
      const reading = readField(column, value, choicesOf)
      problems.push(...reading.problems.map((problem) => ({ ...problem, path: [place, code] })))
      if (isCell(reading.value)) cells.push([code, reading.value])
    }
  }
  const row = Object.fromEntries(cells)
  for (const { code, isRequired } of question.columns) {
    if (isRequired && !Object.hasOwn(row, code)) problems.push({ severity: 'warning', code: 'CELLULE_VIDE', path: [place, code] })
  }
  return { row, problems }
}

const isCell = (value: AnswerValue | null): value is TableCell => value !== null && (!Array.isArray(value) || isCodes(value))

const isCodes = (value: readonly unknown[]): value is readonly string[] => value.every((item) => typeof item === 'string')

/** Rows that the key column names twice. */
const repeatedKeys = (rows: readonly TableRow[], key: string | null): readonly AnswerProblem[] => {
  if (key === null) return []
  const seen = new Set<unknown>()
  return rows.flatMap((row, place): AnswerProblem[] => {
    const name = Object.hasOwn(row, key) ? row[key] : undefined
    const isRepeated = name !== undefined && seen.has(name)
    seen.add(name)
    return isRepeated ? [{ severity: 'error', code: 'DOUBLON', path: [place, key], value: shown(name) }] : []
  })
}

const mostRows = 10_000

const readTable = (question: CompiledQuestion, value: unknown, choicesOf: ChoicesOf): ValueReading => {
  if (!Array.isArray(value)) return refused({ code: 'TYPE_REPONSE', value: shown(value), expected: ['table'] })
  const given: readonly unknown[] = value
  const { min = 0, max = null, key = null } = question.rows ?? {}
  if (given.length > (max ?? mostRows)) return refused({ code: 'LIGNES', value: given.length, bounds: { min, max: max ?? mostRows } })
  const readings = given.map((row, place) => readRow(row, place, question, choicesOf))
  const rows = readings.map(({ row }) => row)
  const problems = [...readings.flatMap((reading) => reading.problems), ...repeatedKeys(rows, key)]
  if (given.length < min) problems.push({ severity: 'warning', code: 'LIGNES', value: given.length, bounds: { min, max } })
  return { value: problems.some(({ severity }) => severity === 'error') ? null : rows, problems }
}

/** Checks the value of one question: type, bounds, codes, rows. Nothing that depends on other answers. */
export const readValue = (question: CompiledQuestion, value: unknown, choicesOf: ChoicesOf): ValueReading => {
  if (isEmpty(value)) return nothing
  return question.type === 'table' ? readTable(question, value, choicesOf) : readField(question, value, choicesOf)
}
