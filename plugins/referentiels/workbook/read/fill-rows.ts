import { z } from 'zod'

import { shown } from '../../engine/check/value-at.ts'
import { canonicalText } from '../../engine/document/canonical-text.ts'
import type { DocumentPath } from '../../engine/findings/finding.ts'
import { pointerOf } from '../../source/locate-finding.ts'
import { wordsOf } from '../../texts/workbook-words.ts'
import { type Block, fieldAt, isBlock, itemsAt } from '../sheets/block.ts'
import type { FieldPath, Step, Variant } from '../sheets/sheet.ts'
import { headingOf } from '../write/rows-of-document.ts'
import type { RawRow } from '../xlsx/raw-workbook.ts'
import type { ReadSheet } from './layout.ts'
import { pathOf } from './layout.ts'
import type { Origins } from './origins.ts'
import type { Report } from './report.ts'
import { rowOrigin } from './row-origin.ts'
import { cellAt, type ColumnValue, placeOf, readColumn, type Reading } from './row-cells.ts'
import { blockAt, listAt, setField } from './set-field.ts'

export type Filling = {
  readonly root: Block
  readonly report: Report
  readonly origins: Origins
  readonly reading: Reading
  /** Paths of which the reader has said what is wrong, as JSON pointers. */
  readonly told: Set<string>
}

type Placed = { readonly block: Block; readonly path: DocumentPath }

/** Items by what names them, of one step of one sheet. */
type Index = Map<string, Placed & { readonly row: number }>

/** An index of items that other rows make, and the fields that name them. */
type Watched = { readonly step: Group; readonly fields: readonly FieldPath[]; readonly index: Index }

type Sheeting = Filling & {
  readonly read: ReadSheet
  /** By step, for each variant. */
  readonly indexes: Map<Step, Index>
  /** Those of them whose items may still come, on this very sheet. */
  readonly watched: Watched[]
  /** What stood last in each column, for guesses. */
  readonly above: Map<number, string>
}

/** Puts the rows of a sheet into the document, and says what is wrong with them. */
export const fillRows = (read: ReadSheet, filling: Filling): void => {
  const sheeting: Sheeting = { ...filling, read, indexes: new Map(), watched: [], above: new Map() }
  for (const row of read.rows) {
    fillRow(row, sheeting)
    for (const { column, text } of row.cells) sheeting.above.set(column, text)
  }
}

const tell = ({ report, told }: Sheeting, value: ColumnValue, path: DocumentPath): void => {
  for (const { place, finding } of value.problems) {
    told.add(pointerOf(path))
    report.tell(place, { path, ...finding })
  }
}

const fillRow = (row: RawRow, sheeting: Sheeting): void => {
  const variant = variantOf(row, sheeting)
  if (variant === undefined) return
  const values = new Map<string, ColumnValue>()
  for (const [id, fill] of variant.fills) {
    const value = readColumn({ row, id, fill, above: sheeting.above }, sheeting.read, sheeting.reading)
    if (value) values.set(id, value)
  }
  tellUseless(row, variant, sheeting)
  walk({ block: sheeting.root, path: [] }, 0, { row, variant, values, sheeting })
}

/** Which variant a row is of, by the word or the presence of a cell. */
const variantOf = (row: RawRow, sheeting: Sheeting): Variant | undefined => {
  const { read, reading, report } = sheeting
  const { variants } = read.sheet
  const when = variants[0]?.when
  if (when === undefined) return variants[0]
  const column = read.columns.find(({ column: { id } }) => id === when.column)
  const cell = column === undefined ? undefined : cellAt(row, column)
  if (typeof when.is === 'boolean') return variants.find((variant) => variant.when?.is === (cell !== undefined))
  const value = readColumn({ row, id: when.column, fill: { form: 'word', schema: z.string() } }, read, reading)
  const found = variants.find((variant) => variant.when?.is === value?.value)
  if (found !== undefined) return found
  const path = pathOf(read.sheet)
  if (value) tell(sheeting, value, path)
  else if (column) report.tell(placeOf(read, row.number, column), { code: 'CELLULE_VIDE', path, expected: Object.values(wordsOf(read.sheet.id, when.column)) })
  return undefined
}

/** Cells that say nothing of what their row holds: they would be lost in silence. */
const tellUseless = (row: RawRow, variant: Variant, { read, report }: Sheeting): void => {
  for (const column of read.columns) {
    const { id } = column.column
    if (variant.fills.has(id) || variant.when?.column === id || isNaming(read, id) || cellAt(row, column) === undefined) continue
    report.tell(placeOf(read, row.number, column), { severity: 'warning', code: 'CLE_INCONNUE', value: column.heading, path: pathOf(read.sheet) })
  }
}

const isNaming = ({ sheet }: ReadSheet, id: string): boolean =>
  sheet.variants.some(({ steps }) => steps.some((step) => step.kind === 'group' && step.by.includes(id)))

type Walk = {
  readonly row: RawRow
  readonly variant: Variant
  readonly values: ReadonlyMap<string, ColumnValue>
  readonly sheeting: Sheeting
}

const walk = (parent: Placed, depth: number, walking: Walk): void => {
  const step = walking.variant.steps[depth]
  if (step === undefined) return
  switch (step.kind) {
    case 'entry':
      return putEntry(parent, step, walking)
    case 'item':
      return putItem(parent, step, depth, walking)
    case 'group': {
      const found = groupOf(parent, step, depth, walking)
      return found === undefined ? undefined : walk(found, depth + 1, walking)
    }
    case 'each': {
      if (isGroupAlone(depth, walking)) {
        if (walking.variant.needed.has(step)) listAt(parent.block, step.at)
        return
      }
      const placed = putNew(parent, step, depth, walking)
      if (placed === undefined) return
      fill(placed, depth, walking, { isNew: true })
      announce(placed, walking)
    }
  }
}

const keyOf = (block: Block, fields: Watched['fields']): string => JSON.stringify(fields.map((field) => fieldAt(block, field) ?? null))

/** A question that a row has made may be the table of rows below it. */
const announce = (placed: Placed, { row, sheeting }: Walk): void => {
  const list = placed.path.slice(0, -1).map((key) => (typeof key === 'number' ? '*' : key))
  for (const { step, fields, index } of sheeting.watched) {
    if (list.length !== step.at.length || !step.at.every((key, at) => key === list[at])) continue
    const key = keyOf(placed.block, fields)
    if (!index.has(key)) index.set(key, { ...placed, row: row.number })
  }
}

/** A row that says something of its group, and nothing of an item. */
const isGroupAlone = (depth: number, { variant, values }: Walk): boolean => {
  const group = variant.steps[depth - 1]
  if (group?.kind !== 'group' || group.on !== undefined) return false
  return ![...variant.fills].some(([id, fill]) => fill.step === depth && values.has(id))
}

const putNew = ({ block, path }: Placed, step: Step, depth: number, { row, variant, sheeting }: Walk): Placed | undefined => {
  const list = listAt(block, step.at)
  if (list === undefined) return undefined
  const made: Block = step.kind === 'each' ? { ...step.fixed } : {}
  list.push(made)
  sheeting.origins.of(made, rowOrigin(sheeting.read, row.number, variant, depth))
  return { block: made, path: [...path, ...step.at, list.length - 1] }
}

type Group = Extract<Step, { readonly kind: 'group' }>

const groupOf = (parent: Placed, step: Group, depth: number, walking: Walk): Placed | undefined => {
  const { row, values, sheeting, variant } = walking
  const [main = ''] = step.by
  const name = values.get(main)
  if (name === undefined || typeof name.value !== 'string') {
    if (name === undefined) tellEmpty(main, [...parent.path, ...step.at], walking)
    tellAll(walking)
    return undefined
  }
  const key = JSON.stringify(step.by.map((id) => values.get(id)?.value ?? null))
  const index = indexOf(parent, step, variant, sheeting)
  const found = index.get(key)
  if (found !== undefined) {
    fill(found, depth, walking, { isNew: false })
    return found
  }
  if (step.on !== undefined && !isFree(step, index, sheeting)) {
    tellUnknown(name, step, index, sheeting)
    tellAll(walking)
    return undefined
  }
  const placed = putNew(parent, step, depth, walking)
  if (placed === undefined) return undefined
  index.set(key, { ...placed, row: row.number })
  fill(placed, depth, walking, { isNew: true })
  return placed
}

/** What is wrong in a row that has no place in the document. */
const tellAll = ({ values, sheeting }: Walk): void => {
  for (const value of values.values()) for (const { place, finding } of value.problems) sheeting.report.tell(place, { path: pathOf(sheeting.read.sheet), ...finding })
}

/** Items that stand on another sheet are known before; those of this one as they come (`announce`). */
const indexOf = (parent: Placed, step: Group, variant: Variant, { indexes, watched, root }: Sheeting): Index => {
  const known = indexes.get(step)
  if (known) return known
  const index: Index = new Map()
  indexes.set(step, index)
  if (step.on === undefined) return index
  const fields = step.by.map((id) => variant.fills.get(id)?.field ?? [])
  watched.push({ step, fields, index })
  for (const { item, position } of itemsAt(root, step.at)) {
    if (!isBlock(item)) continue
    const key = keyOf(item, fields)
    if (!index.has(key)) index.set(key, { block: item, path: [...parent.path, ...withPositions(step.at, position)], row: 0 })
  }
  return index
}

const withPositions = (at: readonly string[], position: readonly number[]): DocumentPath => {
  const left = [...position]
  return [...at.map((key) => (key === '*' ? (left.shift() ?? 0) : key)), ...left]
}

/** Rules that no sheet of rules declares may be made by the sheets that use them; elements and questions may not. */
const isFree = (step: Group, index: Index, { read }: Sheeting): boolean =>
  step.on === 'rules' && [...index.values()].every(({ row }) => row > 0) && read.rows.length > 0

const targets: Readonly<Record<string, string>> = { nodes: 'node', questions: 'table', dialogue: 'question', rules: 'rules' }

const tellUnknown = (name: ColumnValue, step: Group, index: Index, { report, reading, read }: Sheeting): void => {
  // Without the sheet of elements everything would be unknown: its absence is told.
  if (index.size === 0 && step.on === 'nodes') return
  const known = [...index.keys()].map((key) => String([JSON.parse(key)].flat()[0]))
  const value = String(name.value)
  report.tell(name.place, {
    code: 'REF_INCONNUE',
    value: value.slice(0, 120),
    path: pathOf(read.sheet),
    suggestion: reading.closest(value, known),
    parameters: { target: targets[step.on ?? ''] ?? 'node' },
  })
}

const tellEmpty = (id: string, path: DocumentPath, { row, sheeting }: Walk): void => {
  const { read, report, told } = sheeting
  told.add(pointerOf(path))
  const column = read.columns.find((each) => each.column.id === id && each.language === '')
  // Where the column itself is missing, that is told.
  if (column) report.tell(placeOf(read, row.number, column), { code: 'CELLULE_VIDE', path })
}

/** Writes what the row says of one step's block. */
const fill = ({ block, path }: Placed, depth: number, walking: Walk, { isNew }: { readonly isNew: boolean }): void => {
  const { variant, values, sheeting } = walking
  const step = variant.steps[depth]
  const isGroup = step?.kind === 'group'
  for (const [id, target] of variant.fills) {
    if (target.step !== depth) continue
    const own = [...path, ...target.field]
    const value = values.get(id)
    if (value === undefined) {
      if (target.isRequired && !isGroup) tellEmpty(id, own, walking)
      continue
    }
    tell(sheeting, value, own)
    if (value.value === undefined) continue
    const before = isNew ? undefined : fieldAt(block, target.field)
    if (before === undefined) setField(block, target.field, value.value)
    else if (canonicalText(before) !== canonicalText(value.value)) tellOther(value, own, { id, before, sheeting })
  }
}

type Other = { readonly id: string; readonly before: unknown; readonly sheeting: Sheeting }

/** A group's field that another row says otherwise. */
const tellOther = ({ value, place }: ColumnValue, path: DocumentPath, { id, before, sheeting }: Other): void => {
  sheeting.report.tell(place, {
    code: 'DOUBLON',
    path,
    value: shown(value),
    parameters: { target: 'cell', heading: headingOf(sheeting.read.sheet, { id }), before: String(shown(before) ?? '') },
  })
}

type Entry = Extract<Step, { readonly kind: 'entry' }>
type Item = Extract<Step, { readonly kind: 'item' }>

const putEntry = ({ block, path }: Placed, step: Entry, walking: Walk): void => {
  const { row, values, sheeting } = walking
  const [key, value] = [values.get(step.by), values.get(step.value)]
  const at = [...path, ...step.at]
  if (key === undefined || typeof key.value !== 'string') return key ? tell(sheeting, key, at) : tellEmpty(step.by, at, walking)
  const name = key.value
  const own = [...at, name]
  if (value === undefined) return tellEmpty(step.value, own, walking)
  tell(sheeting, value, own)
  if (value.value === undefined) return
  const record = name === '__proto__' ? undefined : blockAt(block, step.at)
  const origin = rowOrigin(sheeting.read, row.number, walking.variant, -1)
  if (record === undefined || Object.hasOwn(record, name)) {
    sheeting.report.tell(key.place, { code: 'DOUBLON', path: own, value: name, parameters: { target: 'entry' } })
    return
  }
  record[name] = value.value
  entryOrigins(record, sheeting).set(name, (rest, asked) => origin(asked.key && rest.length === 0 ? [step.by] : [step.value, ...rest], asked))
}

type Members = Map<string | number, ReturnType<typeof rowOrigin>>

const membersOf = new WeakMap<object, Members>()

/** Members of a record or a list that each have their row. */
const entryOrigins = (part: object, { origins }: Sheeting): Members => {
  const known = membersOf.get(part)
  if (known) return known
  const members: Members = new Map()
  membersOf.set(part, members)
  origins.of(part, ([name, ...rest], asked) => (name === undefined ? undefined : members.get(name)?.(rest, asked)))
  return members
}

const putItem = ({ block, path }: Placed, step: Item, depth: number, walking: Walk): void => {
  const { row, values, variant, sheeting } = walking
  const value = values.get(step.value)
  const at = [...path, ...step.at]
  if (value === undefined) return isGroupAlone(depth, walking) ? undefined : tellEmpty(step.value, at, walking)
  const list = listAt(block, step.at)
  if (list === undefined) return
  tell(sheeting, value, [...at, list.length])
  if (value.value === undefined) return
  list.push(value.value)
  const origin = rowOrigin(sheeting.read, row.number, variant, -1)
  entryOrigins(list, sheeting).set(list.length - 1, (rest, asked) => origin([step.value, ...rest], asked))
}
