import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { canonicalText } from '../engine/document/canonical-text.ts'
import { compareVersions } from '../engine/difference/version-range.ts'
import { localiseIn } from '../engine/compile/localise.ts'
import { identifier, semanticVersion } from '../engine/document/codes.ts'
import { referentielDocument, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { rowsOf } from '../publication/draft-rows.ts'
import type { DraftState } from './checked-draft.ts'
import { type Change, type PartName, partNames } from './contract/changes.ts'
import { type UpstreamResult } from './contract/publication.ts'
import type { DeskRow } from './desk.ts'
import type { Entered } from './enter-draft.ts'
import { findReadable, readableVersions } from './library.queries.ts'
import { readersOf } from './library.ts'
import { stateOf } from './open-draft.ts'
import { namesIn, valueAt } from './paths.ts'

/**
 * What a later version of the référentiel that a draft derives from holds, three-way: where its source changed something and
 * the draft has not the same already. Each item comes with the changes that take it; nothing is taken by itself.
 */

type Item = UpstreamResult['items'][number]
type Field = Readonly<Record<string, unknown>>
type Row = ReturnType<typeof rowsOf>[number]

type Versions = { readonly base: ReferentielDocument; readonly theirs: ReferentielDocument; readonly mine: DraftState }

const derivation = z.object({ id: identifier, version: semanticVersion })

export const upstreamOf = async (entered: Entered): Promise<UpstreamResult> => {
  const { req, database } = entered
  const mine = await stateOf(entered)
  const derived = derivation.safeParse(mine.parts['derivedFrom']?.value)
  if (!derived.success) return { source: null, items: [] }
  const { id, version: from } = derived.data
  const readers = await readersOf(req)
  const versions = await readableVersions(database, { referentiel: id, readers })
  const newest = versions.toSorted((one, other) => compareVersions(other.version, one.version))[0]
  const old = versions.find(({ version }) => version === from)
  if (newest === undefined || old === undefined || compareVersions(newest.version, from) <= 0) return { source: null, items: [] }
  const [base, theirs] = await Promise.all([old, newest].map(async (each) => {
    const found = await findReadable(database, each.id, readers)
    return found === null ? null : referentielDocument.parse(JSON.parse(found.canonical))
  }))
  if (!base || !theirs) return { source: null, items: [] }
  const compared = { base, theirs, mine }
  const target = { part: 'derivedFrom' as const }
  const recorded: Item = {
    code: id,
    title: newest.version,
    what: 'recorded',
    fields: [],
    isContested: false,
    changes: [{ kind: 'set', target, path: ['version'], value: newest.version, base: mine.parts['derivedFrom']?.revision ?? 0 }],
  }
  return { source: { id, from, to: newest.version }, items: [...partItems(compared), ...rowItems(compared), recorded] }
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonicalText(one) === canonicalText(other)

const json = z.json()

const writing = (target: Extract<Change, { kind: 'set' }>['target'], path: readonly string[], value: unknown, base: number): Change =>
  value === undefined ? { kind: 'unset', target, path: [...path], base } : { kind: 'set', target, path: [...path], value: json.parse(value), base }

/** A référentiel's own name, number, totals and migration stay its own. */
const ownParts: ReadonlySet<string> = new Set(['title', 'shortTitle', 'derivedFrom', 'migrations', 'binding', 'publisher', 'expect'])

const partItems = ({ base, theirs, mine }: Versions): readonly Item[] =>
  partNames.filter((name) => !ownParts.has(name)).flatMap((name) => {
    const [old, now, own] = [partIn(base, name), partIn(theirs, name), mine.parts[name]?.value]
    if (isSame(old, now) || isSame(own, now)) return []
    const names = [old, now].flatMap((list) => (Array.isArray(list) ? namesIn(list, [name]) : []))
    // A list of named things is taken thing by thing.
    const paths = names.length > 0 ? [...new Set(names)].map((each) => [each]) : [[]]
    return paths.flatMap((path) => {
      const [before, after, held] = [old, now, own].map((value) => valueAt(value, path, [name]))
      if (isSame(before, after) || isSame(held, after)) return []
      const change = writing({ part: name }, path, after, mine.parts[name]?.revision ?? 0)
      return [{ code: [name, ...path].join('/'), title: path[0] ?? '', what: 'part' as const, fields: [...path], isContested: !isSame(held, before), changes: [change] }]
    })
  })

const partIn = (document: ReferentielDocument, name: PartName): unknown => document[name]

/** Nodes and questions of a document by code; what a row holds as fields, `kind` among them. */
const rowsByCode = (document: ReferentielDocument): ReadonlyMap<string, Row> => new Map(rowsOf(document).map((row) => [row.code, row]))

const fieldsOf = ({ row, kind, data }: Pick<Row, 'row' | 'kind' | 'data'>): Field => (row === 'node' ? { ...data, kind } : data)

const rowItems = ({ base, theirs, mine }: Versions): readonly Item[] => {
  const [old, now] = [rowsByCode(base), rowsByCode(theirs)]
  const own = new Map(mine.rows.map((row) => [row.code, row]))
  const { text } = localiseIn(theirs, undefined)
  const titleOf = ({ data }: Pick<Row, 'data'>): string => {
    const words = referentielDocument.shape.title.safeParse(data['title'] ?? data['prompt'])
    return words.success ? text(words.data) : ''
  }
  const inOrder = theirs.nodes.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0)).flatMap(({ code, questions = [] }) => [code, ...questions.map((question) => question.code)])
  const changed = inOrder.flatMap((code): Item[] => {
    const [before, after, held] = [old.get(code), now.get(code), own.get(code)]
    if (before === undefined || after === undefined || held === undefined) return []
    const item = changedItem({ before, after, held, own })
    return item === null ? [] : [{ ...item, title: titleOf(after) }]
  })
  const added = addedItems({ old, now, own, inOrder, titleOf })
  const removed = [...old.values()].flatMap((row): Item[] => {
    const held = own.get(row.code)
    const above = row.node ?? row.parent
    if (now.has(row.code) || held === undefined || (above !== null && old.has(above) && !now.has(above))) return []
    const isContested = branchOf(mine.rows, held).some((each) => {
      const known = old.get(each.code)
      return known === undefined || !isSame(fieldsOf(known), fieldsOf(each))
    })
    return [{ code: row.code, title: titleOf(row), what: 'removed', fields: [], isContested, changes: [{ kind: 'remove', row: held.id, base: held.revision }] }]
  })
  return [...changed, ...added, ...removed]
}

type Changed = { readonly before: Row; readonly after: Row; readonly held: DeskRow; readonly own: ReadonlyMap<string, DeskRow> }

const changedItem = ({ before, after, held, own }: Changed): Omit<Item, 'title'> | null => {
  const [old, now, mine] = [fieldsOf(before), fieldsOf(after), fieldsOf(held)]
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !isSame(old[field], now[field]) && !isSame(mine[field], now[field]))
  const changes = fields.map((field) => writing({ row: held.id }, [field], now[field], held.revision))
  const [from, to, at] = [before, after, held].map((row) => row.node ?? row.parent)
  const above = to === null || to === undefined ? null : own.get(to)?.id
  const isMoved = from !== to && at !== to && above !== undefined
  if (changes.length === 0 && !isMoved) return null
  const isContested = fields.some((field) => !isSame(mine[field], old[field])) || (isMoved && at !== from)
  return {
    code: after.code,
    what: 'changed',
    fields: isMoved ? [...fields, 'parent'] : fields,
    isContested,
    changes: isMoved ? [...changes, { kind: 'move', row: held.id, parent: above, base: held.revision }] : changes,
  }
}

type Adding = {
  readonly old: ReadonlyMap<string, Row>
  readonly now: ReadonlyMap<string, Row>
  readonly own: ReadonlyMap<string, DeskRow>
  readonly inOrder: readonly string[]
  readonly titleOf: (row: Row) => string
}

/** What is new, each branch as one: its first row hangs from something that the draft has. */
const addedItems = ({ old, now, own, inOrder, titleOf }: Adding): readonly Item[] => {
  const ids = new Map<string, string>()
  const items = new Map<string, Item>()
  for (const code of inOrder) {
    const row = now.get(code)
    if (row === undefined || old.has(code) || own.has(code)) continue
    const above = row.node ?? row.parent
    const top = above === null ? undefined : [...items.values()].find((item) => item.changes.some((change) => 'code' in change && change.code === above))
    const parent = above === null ? null : (own.get(above)?.id ?? ids.get(above))
    if (parent === undefined) continue
    const id = randomUUID()
    ids.set(code, id)
    const fields = z.record(z.string(), json).parse(row.data)
    const change: Change =
      row.row === 'node' || parent === null
        ? { kind: 'add-node', id, parent, code, nodeKind: row.kind ?? '', fields }
        : { kind: 'add-question', id, node: parent, code, fields }
    if (top === undefined) items.set(code, { code, title: titleOf(row), what: 'added', fields: [], isContested: false, changes: [change] })
    else top.changes.push(change)
  }
  return [...items.values()]
}

/** A row of the draft with all that hangs from it. */
const branchOf = (rows: readonly DeskRow[], top: DeskRow): readonly DeskRow[] => {
  const below = Map.groupBy(rows, ({ node, parent }) => node ?? parent)
  const found = new Set<DeskRow>()
  const waiting = [top]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    if (next.row === 'node') waiting.push(...(below.get(next.code) ?? []))
  }
  return [...found]
}
