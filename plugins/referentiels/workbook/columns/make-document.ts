import type { CellPlace } from '../../source/source.ts'
import type { Origin, Origins } from '../read/origins.ts'
import type { Block } from '../sheets/block.ts'
import { listFields, type SaidElement, textFields } from './level-rows.ts'
import type { ColumnPreset } from './preset.schema.ts'

type Made = { readonly block: Block; readonly code: string }

/** The fields of an element by the cells that say them; the first of its cells for the others. */
export const originOf = ({ code, fields, lists, imperative }: SaidElement): Origin => {
  const places = new Map<string, CellPlace>([
    ...(code ? ([['code', code.place]] as const) : []),
    ...[...fields].map(([field, { place }]) => [field, place] as const),
    ...[...lists].map(([field, { place }]) => [field, place] as const),
    ...(imperative ? ([['imperative', imperative.place]] as const) : []),
  ])
  const [first] = places.values()
  return ([field]) => places.get(String(field ?? 'code')) ?? first
}

/** A document of the rows: an element for each code, or each title, below the element of the level above. */
export const makeDocument = (rows: readonly (readonly SaidElement[])[], { document, levels }: ColumnPreset, origins: Origins): Block => {
  const nodes: Block[] = []
  const known = new Map<string, Made>()
  const counts = new Map<string, number>()
  const current: (Made | undefined)[] = []
  for (const row of rows) {
    for (const said of row) {
      const parent = current.slice(0, said.depth).findLast((made) => made !== undefined)
      const name = said.code?.value ?? `${parent?.code ?? ''}\u0000${said.fields.get('title')?.value ?? ''}`
      const key = `${said.depth}\u0000${name}`
      const made = known.get(key) ?? makeNode(said, parent?.code, counts)
      if (!known.has(key)) {
        known.set(key, made)
        nodes.push(made.block)
        origins.of(made.block, originOf(said))
      }
      current.length = said.depth
      current[said.depth] = made
    }
  }
  const kinds = levels.map(({ kind, label }, index) => ({ code: kind, label: label ?? kind, assessable: index === levels.length - 1 }))
  const [first] = kinds
  // As a blank page begins: without an axis there is no chart, without a rule no score.
  const reckoning = first === undefined || kinds.length < 2 ? {} : {
    presentation: { axes: [{ code: first.code, label: first.label, by: 'kind', value: first.code }] },
    scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', aggregate: kinds.slice(0, -1).map(({ code }) => ({ kind: code, from: 'children', method: 'weightedMean' })) }] },
  }
  return { format: 'referentiel/1', kinds, ...reckoning, ...document, nodes }
}

/** Without a column of codes an element is called by its place. */
const makeNode = (said: SaidElement, parent: string | undefined, counts: Map<string, number>): Made => {
  const { level, fields, lists, imperative } = said
  const place = (counts.get(parent ?? '') ?? 0) + 1
  counts.set(parent ?? '', place)
  const code = said.code?.value ?? (parent === undefined ? String(place) : `${parent}.${place}`)
  const block: Block = { code, kind: level.kind }
  if (parent !== undefined) block['parent'] = parent
  for (const field of textFields) {
    const text = fields.get(field)
    if (text) block[field] = text.value
  }
  if (imperative) block['imperative'] = imperative.value
  if (level.rating !== undefined && !lists.has('questions')) block['rating'] = level.rating
  for (const field of listFields) {
    const texts = lists.get(field)?.value
    if (texts) block[field] = texts.map((text, index) => itemOf(field, text, { level, code, index }))
  }
  return { block, code }
}

type Item = { readonly level: SaidElement['level']; readonly code: string; readonly index: number }

const itemOf = (field: (typeof listFields)[number], text: string, { level, code, index }: Item): unknown => {
  switch (field) {
    case 'questions': {
      const { type = 'scale', scale } = level.questions ?? {}
      return { code: questionCode(level, code, index), type, prompt: text, ...(scale === undefined ? {} : { scale }) }
    }
    case 'evidence':
      return { label: text }
    case 'inspiringQuestions':
    case 'examples':
      return text
  }
}

export const questionCode = ({ questions }: SaidElement['level'], code: string, index: number): string =>
  (questions?.code ?? '{code}.q{n}').replaceAll('{code}', code).replaceAll('{n}', String(index + 1))
