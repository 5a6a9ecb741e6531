import type { DocumentPath } from '../../engine/findings/finding.ts'
import type { CellPlace } from '../../source/source.ts'
import type { FieldPath, Variant } from '../sheets/sheet.ts'
import { headingOf } from '../write/rows-of-document.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { ReadColumn, ReadSheet } from './layout.ts'
import type { Origin } from './origins.ts'

type Known = { readonly id: string; readonly field: FieldPath }

const startsWith = (path: DocumentPath, start: FieldPath): boolean => start.every((key, index) => path[index] === key)

/** Of the fields of a block the one that a path is about: the longest that it begins with, or the first that begins with it. */
const fieldFor = (rest: DocumentPath, fields: readonly Known[]): Known | undefined => {
  const inside = fields.filter(({ field }) => field.length > 0 && startsWith(rest, field)).sort((one, other) => other.field.length - one.field.length)
  return inside[0] ?? (rest.length === 0 ? undefined : fields.find(({ field }) => startsWith(field, rest)))
}

/** Of a column's languages and members the one that the rest of a path names, else the first. */
const columnFor = (columns: readonly ReadColumn[], rest: DocumentPath): ReadColumn | undefined =>
  columns.find(({ language, member }) => rest.some((key) => key === (member ?? language))) ??
  columns.find(({ language, member }) => language === '' && member === undefined) ??
  columns[0]

/**
 * Where the fields of what a row holds stand: `depth` is the step of its block; below 0, the path begins with the name of
 * a column.
 */
export const rowOrigin =
  (read: ReadSheet, row: number, { fills }: Variant, depth: number): Origin =>
  (rest, { key }): CellPlace => {
    // Here and not above: most rows are never asked.
    const fields = [...fills].flatMap(([id, fill]): readonly Known[] => (depth < 0 ? [{ id, field: [id] }] : fill.step === depth ? [{ id, field: fill.field }] : []))
    const known = fieldFor(rest, fields) ?? fields[0]
    const columns = read.columns.filter(({ column }) => column.id === known?.id)
    const column = columnFor(columns, rest.slice(known?.field.length ?? 0))
    if (column === undefined) {
      // The column is missing: the place is where it would be added.
      const next = Math.max(-1, ...read.columns.map(({ at }) => at)) + 1
      return { sheet: read.raw.name, row, column: columnLetters(next), heading: headingOf(read.sheet, { id: known?.id ?? '' }) }
    }
    const isHeading = key && (column.member !== undefined || column.language !== '')
    return { sheet: read.raw.name, row: isHeading ? 1 : row, column: columnLetters(column.at), heading: column.heading }
  }
