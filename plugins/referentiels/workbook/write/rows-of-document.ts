import type { ReferentielDocument } from '../../engine/document/document.schema.ts'
import { languageOf, languagesOf } from '../../engine/document/defaults.ts'
import { normalise } from '../../engine/document/normalise.ts'
import { sheetTexts } from '../../texts/workbook-sheets.ts'
import { wordsOf } from '../../texts/workbook-words.ts'
import { proposeScale } from '../read/propose-scale.ts'
import { fieldAt, isBlock, itemsAt } from '../sheets/block.ts'
import type { Column, Filled, Sheet, Step, Variant } from '../sheets/sheet.ts'
import { sheets } from '../sheets/sheets.ts'
import { type CellValue, writeCell } from './write-cell.ts'

/** A heading of a sheet that is written: a column, its language, or what follows its prefix. */
export type WrittenColumn = { readonly column: Column; readonly heading: string }

export type WrittenSheet = {
  readonly sheet: Sheet
  readonly columns: readonly WrittenColumn[]
  /** One value per column, in their order. */
  readonly rows: readonly (readonly (CellValue | undefined)[])[]
}

/** A row by headings, and its place among the others. */
type Row = { readonly cells: ReadonlyMap<string, CellValue>; readonly position: readonly number[] }

/** What one step found: the block that columns of this step are read from. */
type Found = { readonly block: unknown; readonly key?: string; readonly isFirst: boolean }

type Writing = { readonly sheet: Sheet; readonly variant: Variant; readonly language: string }

export const headingOf = (sheet: Sheet, column: Pick<Column, 'id'>): string => sheetTexts[sheet.id]?.columns[column.id]?.[0] ?? column.id

/** The names of the fields in the first column of a sheet of fields, without those of other languages. */
export const localLabels = (sheet: Sheet, columns: readonly WrittenColumn[]): readonly { readonly column: Column; readonly label: string }[] =>
  columns.filter(({ column, heading }) => heading === headingOf(sheet, column)).map(({ column, heading }) => ({ column, label: heading }))

const localised = (heading: string, language: string): string => (language === '' ? heading : `${heading}[${language}]`)

/** Nodes in the order of their display; the order is said only where the rows do not say it. */
const inOrder = (document: ReferentielDocument): ReferentielDocument => {
  const nodes = [...document.nodes].sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
  const isPlain = nodes.every(({ order }, index) => order === index)
  return { ...document, nodes: isPlain ? nodes.map(({ order: _order, ...node }) => node) : nodes }
}

/** Which rules are in force is said only where it isn't the last ones: whoever deletes their sheet leaves nothing behind. */
const impliedRules = (document: ReferentielDocument): unknown => {
  if (document.scoring === undefined) return document
  const { current, ...scoring } = document.scoring
  return current === scoring.rules.at(-1)?.rulesVersion ? { ...document, scoring } : document
}

/** The rows of every sheet that says something of the document, and of those that no workbook goes without; or of all. */
export const rowsOfDocument = (document: ReferentielDocument, { all = false } = {}): readonly WrittenSheet[] => {
  const whole = inOrder(normalise(document))
  const language = languageOf(whole)
  const told = impliedRules(whole)
  // Without the sheet a scale would be proposed: empty, it says that there is none.
  const proposesScale = proposeScale(structuredClone(whole)) !== undefined
  const others = languagesOf(whole).filter((locale) => locale !== language)
  return sheets.flatMap((sheet) => {
    const rows = sheet.variants.flatMap((variant) => rowsOf(told, { sheet, variant, language }))
    if (rows.length === 0 && !sheet.isRequired && !all && !(sheet.id === 'scales' && proposesScale)) return []
    return [laidOut(sheet, [...rows].sort(byPosition), others)]
  })
}

/** Parents before what they hold. */
const byPosition = ({ position: one }: Row, { position: other }: Row): number => {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const far = (one[at] ?? -1) - (other[at] ?? -1)
    if (far !== 0) return far
  }
  return 0
}

const laidOut = (sheet: Sheet, rows: readonly Row[], others: readonly string[]): WrittenSheet => {
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  const columns = sheet.columns.flatMap((column): readonly WrittenColumn[] => {
    const heading = headingOf(sheet, column)
    if (column.isPrefix) {
      return [...used].filter((each) => each.startsWith(heading)).sort().map((each) => ({ column, heading: each }))
    }
    const isText = column.form === 'text' || column.form === 'texts'
    const isUsed = used.has(heading)
    const languages = isText ? [...new Set([...(isUsed ? others : []), ...languagesIn(used, heading)])] : []
    return [{ column, heading }, ...languages.map((language) => ({ column, heading: localised(heading, language) }))]
  })
  return { sheet, columns, rows: rows.map(({ cells }) => columns.map(({ heading }) => cells.get(heading))) }
}

const languagesIn = (headings: ReadonlySet<string>, heading: string): readonly string[] =>
  [...headings].filter((each) => each.startsWith(`${heading}[`)).map((each) => each.slice(heading.length + 1, -1))

const rowsOf = (document: unknown, writing: Writing): readonly Row[] => {
  if (writing.sheet.shape === 'rows') return below(document, 0, { writing, found: [], position: [] })
  const cells = cellsOf([{ block: document, isFirst: true }], writing, () => true)
  return cells.size === 0 ? [] : [{ cells, position: [] }]
}

type Walk = { readonly writing: Writing; readonly found: readonly Found[]; readonly position: readonly number[] }

const below = (block: unknown, depth: number, walk: Walk): readonly Row[] => {
  const { writing, found } = walk
  const step = writing.variant.steps[depth]
  if (step === undefined) return [{ cells: cellsOf(found, writing, () => true), position: walk.position }]
  const isLast = depth === writing.variant.steps.length - 1
  return foundAt(block, step).flatMap(({ item, position, key }, index) => {
    const rank = isLast && depth > 0 ? [writing.variant.rank] : []
    const here: Walk = {
      writing,
      // What is said of a group stands on its first row.
      found: [...found.map((each) => ({ ...each, isFirst: each.isFirst && index === 0 })), { block: item, key, isFirst: true }],
      position: [...walk.position, ...rank, ...position],
    }
    const rows = below(item, depth + 1, here)
    const isOwner = step.kind === 'group' && step.on === undefined
    // A group without items still has its own row.
    return rows.length === 0 && isOwner ? [{ cells: cellsOf(here.found, writing, (fill) => fill.step === depth), position: here.position }] : rows
  })
}

type FoundItem = { readonly item: unknown; readonly position: readonly number[]; readonly key?: string }

const foundAt = (block: unknown, step: Step): readonly FoundItem[] => {
  if (step.kind === 'entry') {
    const record = fieldAt(block, step.at)
    return isBlock(record) ? Object.entries(record).map(([key, item], index) => ({ item, key, position: [index] })) : []
  }
  const items = itemsAt(block, step.at)
  if (step.kind !== 'each' || step.fixed === undefined) return items
  const fixed = Object.entries(step.fixed)
  return items.filter(({ item }) => fixed.every(([key, value]) => fieldAt(item, [key]) === value))
}

const cellsOf = (found: readonly Found[], { sheet, variant, language }: Writing, isWanted: (fill: Filled) => boolean): ReadonlyMap<string, CellValue> => {
  const cells = new Map<string, CellValue>()
  const { when } = variant
  const marked = when === undefined || typeof when.is === 'boolean' ? undefined : when
  if (marked) cells.set(headingOf(sheet, { id: marked.column }), wordsOf(sheet.id, marked.column)[String(marked.is)] ?? '')
  for (const [id, fill] of variant.fills) {
    const place = found[Math.max(0, fill.step)]
    if (place === undefined || !isWanted(fill)) continue
    const step = variant.steps[fill.step]
    if (!place.isFirst && !(step?.kind === 'group' && step.by.includes(id))) continue
    for (const { heading, value } of cellsOfFill({ id, fill, place, step, sheet, language })) cells.set(heading, value)
  }
  return cells
}

type FillOf = {
  readonly id: string
  readonly fill: Filled
  readonly place: Found
  readonly step: Step | undefined
  readonly sheet: Sheet
  readonly language: string
}

const cellsOfFill = ({ id, fill, place, step, sheet, language }: FillOf): readonly { readonly heading: string; readonly value: CellValue }[] => {
  const heading = headingOf(sheet, { id })
  const cell = { form: fill.form, words: wordsOf(sheet.id, id), language }
  if (step?.kind === 'entry' && id === step.by) return [{ heading, value: place.key ?? '' }]
  const value = fieldAt(place.block, fill.field)
  if (sheet.columns.find((column) => column.id === id)?.isPrefix) {
    const members = isBlock(value) ? Object.entries(value) : []
    return members.flatMap(([name, member]) => writeCell(member, cell).map((written) => ({ heading: `${heading}${name}`, value: written.value })))
  }
  return writeCell(value, cell).map((written) => ({ heading: localised(heading, written.language), value: written.value }))
}
