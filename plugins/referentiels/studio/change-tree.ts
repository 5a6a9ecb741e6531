import { isCode, type Change, type Row } from './contract/changes.ts'
import { beside } from '../publication/draft-rows.ts'
import { applied, codeMark, type Desk, type DeskRow, type Outcome, placeMark, refused } from './desk.ts'
import { dropCodes, followCode, followCopies } from './follow-names.ts'
import { nextCode } from './new-codes.ts'
import { byName, placeKey, rootOf } from './paths.ts'
import { fits } from './shape.ts'

/** Changes of the tree: what is added, copied, moved, named, numbered, taken and brought back. */

type Kinds<K extends Change['kind']> = Extract<Change, { readonly kind: K }>

/** No référentiel has more (`document.schema.ts`), and no node more questions. */
const mostNodes = 20_000
const mostQuestions = 1_000

/** Rows that one batch may number over and over: twenty times the largest référentiel. */
const mostHandled = mostNodes * 20

const gone: Outcome = { status: 'conflict', reason: 'gone' }

const isFull = (desk: Desk): boolean => desk.rows.size >= mostNodes * 2

const newRow = (row: Row): DeskRow => ({ ...row, touched: 0, marks: {} })

type Fields = Readonly<Record<string, unknown>>

const fitAll = (fields: Fields, row: 'node' | 'question'): boolean =>
  Object.entries(fields).every(([field, value]) => !closed.has(field) && fits([...rootOf({ row }), field], value))

const closed: ReadonlySet<string> = new Set(['code', 'parent', 'kind', 'order', 'questions'])

export const addNode = (desk: Desk, { id, parent, after, code, nodeKind, fields }: Kinds<'add-node'>): Outcome => {
  const above = parent === null ? null : desk.rows.get(parent)
  if (above === undefined) return gone
  if (desk.rows.has(id) || (above !== null && above.row !== 'node') || !fitAll(fields, 'node')) return refused('SHAPE')
  if (isFull(desk)) return refused('FULL')
  const family = desk.family('node', above?.code ?? null)
  const start = above === null ? nodeKind.slice(0, 1).toLowerCase() : `${above.code}.`
  const given = code ?? nextCode({ beside: family.map((row) => row.code), start }, (each) => desk.hasCode(each))
  if (!isCode(given)) return refused('CODE_INVALID')
  if (desk.hasCode(given)) return refused('CODE_TAKEN')
  const position = desk.placeAfter(family, after)
  if (position === undefined) return gone
  desk.isArranged = true
  desk.add(newRow({ id, row: 'node', code: given, node: null, parent: above?.code ?? null, kind: nodeKind, position, data: fields, revision: 1 }))
  return applied([{ kind: 'remove', row: id, base: 1 }], { code: given })
}

export const addQuestion = (desk: Desk, { id, node, after, code, fields }: Kinds<'add-question'>): Outcome => {
  const above = desk.rows.get(node)
  if (above === undefined) return gone
  if (desk.rows.has(id) || above.row !== 'node' || !fitAll(fields, 'question')) return refused('SHAPE')
  const family = desk.family('question', above.code)
  if (isFull(desk) || family.length >= mostQuestions) return refused('FULL')
  const given = code ?? nextCode({ beside: family.map((row) => row.code), start: `${above.code}.q` }, (each) => desk.hasCode(each))
  if (!isCode(given)) return refused('CODE_INVALID')
  if (desk.hasCode(given)) return refused('CODE_TAKEN')
  const position = desk.placeAfter(family, after)
  if (position === undefined) return gone
  desk.add(newRow({ id, row: 'question', code: given, node: above.code, parent: null, kind: null, position, data: fields, revision: 1 }))
  return applied([{ kind: 'remove', row: id, base: 1 }], { code: given })
}

const familyOf = (desk: Desk, { row, parent, node }: DeskRow): readonly DeskRow[] => desk.family(row, row === 'node' ? parent : node)

/** `newId` makes the ids of what stands below the copy's first row. */
export const duplicateBranch = (desk: Desk, { source, id }: Kinds<'duplicate'>, newId: () => string): Outcome => {
  const top = desk.rows.get(source)
  if (top === undefined) return gone
  const branch = desk.branch(top)
  if (desk.rows.has(id)) return refused('SHAPE')
  desk.handled += branch.length
  if (desk.rows.size + branch.length > mostNodes * 2 || desk.handled > mostNodes * 2) return refused('FULL')
  const family = familyOf(desk, top)
  const taken = new Set(desk.codes())
  // Where the last search ended the next one goes on: thousands of like codes would each be tried by each.
  const ends = new Map<string, number>()
  const give = (code: string): string => {
    taken.add(code)
    return code
  }
  const topCode = give(nextCode({ beside: family.map((row) => row.code), start: `${top.code}-` }, (code) => taken.has(code)))
  const codes = new Map([[top.id, topCode]])
  for (const row of branch.slice(1)) {
    const rest = row.code.startsWith(top.code) ? `${topCode}${row.code.slice(top.code.length)}` : row.code
    codes.set(row.id, give(taken.has(rest) || !isCode(rest) ? nextCode({ beside: [row.code], start: `${topCode}.`, ends }, (code) => taken.has(code)) : rest))
  }
  const position = desk.placeAfter(family, top.id)
  if (position === undefined) return gone
  const nodes = new Map(branch.flatMap((row) => (row.row === 'node' ? [[row.code, codes.get(row.id) ?? row.code] as const] : [])))
  const questions = new Map(branch.flatMap((row) => (row.row === 'question' ? [[row.code, codes.get(row.id) ?? row.code] as const] : [])))
  const copies = branch.map((row): DeskRow => {
    const isTop = row.id === top.id
    return newRow({
      ...row,
      id: isTop ? id : newId(),
      code: codes.get(row.id) ?? row.code,
      parent: isTop ? row.parent : (nodes.get(row.parent ?? '') ?? row.parent),
      node: isTop ? row.node : (nodes.get(row.node ?? '') ?? row.node),
      position: isTop ? position : row.position,
      revision: 1,
    })
  })
  if (top.row === 'node') desk.isArranged = true
  for (const copy of followCopies(copies, { nodes, questions })) desk.add(copy)
  return applied([{ kind: 'remove', row: id, base: 1 }], { code: topCode })
}

const previousOf = (family: readonly DeskRow[], row: DeskRow): string | null => {
  const index = family.findIndex(({ id }) => id === row.id)
  return family[index - 1]?.id ?? null
}

const idOfParent = (desk: Desk, { row, parent, node }: DeskRow): string | null =>
  desk.nodeByCode(row === 'node' ? parent : node)?.id ?? null

export const moveRow = (desk: Desk, { row: id, parent, after, base }: Kinds<'move'>): Outcome => {
  const row = desk.rows.get(id)
  const above = parent === null ? null : desk.rows.get(parent)
  if (row === undefined || above === undefined) return gone
  if ((above === null && row.row === 'question') || (above !== null && above.row !== 'node')) return refused('SHAPE')
  if (after === id) return refused('SHAPE')
  if (above !== null && row.row === 'node' && desk.branch(row).some((each) => each.id === above.id)) return refused('LOOP')
  const before = familyOf(desk, row)
  const aboveCode = above?.code ?? null
  const isSameFamily = (row.row === 'node' ? row.parent : row.node) === aboveCode
  const previous = previousOf(before, row)
  const family = desk.family(row.row, aboveCode).filter((each) => each.id !== id)
  if (isSameFamily && (after === undefined ? before.at(-1)?.id === id : previous === after)) return { status: 'unchanged' }
  const meantime = desk.changedSince(row, { place: placeMark, base })
  if (meantime !== null) return { status: 'conflict', reason: 'changed', theirs: { parent: idOfParent(desk, row), after: previous }, ...meantime }
  if (row.row === 'question' && !isSameFamily && family.length >= mostQuestions) return refused('FULL')
  const inverse = { parent: idOfParent(desk, row), after: previous }
  const position = desk.placeAfter(family, after)
  if (position === undefined) return gone
  if (row.row === 'node') desk.isArranged = true
  desk.put({ ...row, ...(row.row === 'node' ? { parent: aboveCode } : { node: aboveCode }), position }, [placeMark])
  return applied([{ kind: 'move', row: id, ...inverse, base: desk.rows.get(id)?.revision ?? base }])
}

export const renameRow = (desk: Desk, { row: id, code, base }: Kinds<'rename'>): Outcome => {
  const row = desk.rows.get(id)
  if (row === undefined) return gone
  if (row.code === code) return { status: 'unchanged' }
  const meantime = desk.changedSince(row, { place: codeMark, base })
  if (meantime !== null) return { status: 'conflict', reason: 'changed', theirs: row.code, ...meantime }
  if (!isCode(code)) return refused('CODE_INVALID')
  if (desk.hasCode(code)) return refused('CODE_TAKEN')
  desk.put({ ...row, code }, [codeMark])
  desk.renamed.add(id)
  if (row.row === 'node') {
    // What hangs from it still does: for whoever changes the same meanwhile, nothing happened there.
    for (const each of [...desk.rows.values()]) {
      if (each.row === 'node' && each.parent === row.code) desk.put({ ...each, parent: code }, [])
      if (each.row === 'question' && each.node === row.code) desk.put({ ...each, node: code }, [])
    }
  }
  const followed = followCode(desk, { of: row.row, from: row.code, to: code })
  return applied([{ kind: 'rename', row: id, code: row.code, base: desk.rows.get(id)?.revision ?? base }], { followed })
}

export const renumberBranch = (desk: Desk, { parent, style, nodeKinds }: Kinds<'renumber'>): Outcome => {
  const above = parent === null ? null : desk.rows.get(parent)
  if (above === undefined) return gone
  desk.handled += desk.rows.size
  if (desk.handled > mostHandled) return refused('FULL')
  const numbers = style === 'nested' ? nestedNumbers(desk, above) : throughNumbers(desk, above, nodeKinds)
  const inverse: Change[] = []
  for (const [id, number] of numbers) {
    const row = desk.rows.get(id)
    const isWanted = nodeKinds === undefined || (row?.kind !== null && row?.kind !== undefined && nodeKinds.includes(row.kind))
    if (row === undefined || !isWanted || row.data['number'] === number || number.length > 20) continue
    const known = row.data['number']
    desk.put({ ...row, data: { ...row.data, number } }, [numberPlace])
    const base = desk.rows.get(id)?.revision ?? row.revision
    const target = { row: id }
    inverse.push(
      typeof known === 'string'
        ? { kind: 'set', target, path: ['number'], value: known, base }
        : { kind: 'unset', target, path: ['number'], base },
    )
  }
  return inverse.length === 0 ? { status: 'unchanged' } : applied(inverse)
}

const numberPlace = placeKey(['number'])

const nestedNumbers = (desk: Desk, above: DeskRow | null): ReadonlyMap<string, string> => {
  const families = desk.families('node')
  const numbers = new Map<string, string>()
  const seen = new Set<string>()
  const walk = (parent: string | null, prefix: string): void => {
    (families.get(parent) ?? []).toSorted(beside).forEach((row, index) => {
      if (seen.has(row.id)) return
      seen.add(row.id)
      const number = `${prefix}${index + 1}`
      numbers.set(row.id, number)
      walk(row.code, `${number}.`)
    })
  }
  const own = above?.data['number']
  walk(above?.code ?? null, typeof own === 'string' ? `${own.replace(/\.$/, '')}.` : '')
  return numbers
}

/** Counted through the whole branch, the node itself apart. */
const throughNumbers = (desk: Desk, above: DeskRow | null, kinds: readonly string[] | undefined): ReadonlyMap<string, string> => {
  const branch = above === null ? desk.family('node', null).flatMap((top) => desk.branch(top)) : desk.branch(above).slice(1)
  const counted = branch.filter(({ row, kind }) => row === 'node' && (kinds === undefined || (kind !== null && kinds.includes(kind))))
  return new Map(counted.map(({ id }, index) => [id, String(index + 1)]))
}

/** What a batch took, as its log keeps it. */
export type Removal = {
  /** The row that it hung from, which may have another code by now; null on the first level. */
  readonly above: string | null
  /** The row that it stood after; null for the first place. */
  readonly after: string | null
  readonly rows: readonly DeskRow[]
  /** Parts that lost entries along with it, as they were. */
  readonly parts: Readonly<Record<string, unknown>>
}

type Removing = {
  /** The last change that its author knew of. */
  readonly since: number
  readonly index: number
  readonly keep: (removal: Removal) => void
}

export const removeBranch = (desk: Desk, { row: id, base }: Kinds<'remove'>, { since, index, keep }: Removing): Outcome => {
  const top = desk.rows.get(id)
  if (top === undefined) return gone
  const branch = desk.branch(top)
  const meantime = desk.changedSince(top, { place: '', base }) ?? changedBelow(desk, branch, since)
  if (meantime !== null) return { status: 'conflict', reason: 'changed', theirs: { title: top.data['title'] ?? top.data['prompt'] }, ...meantime }
  const above = idOfParent(desk, top)
  const after = previousOf(familyOf(desk, top), top)
  const partsBefore = new Map([...desk.parts].map(([name, { value }]) => [name, value]))
  for (const row of branch) desk.take(row.id)
  const followed = dropCodes(desk, new Set(branch.map(({ code }) => code)))
  const touched = new Set(followed.flatMap(({ part }) => part ?? []))
  keep({ above, after, rows: branch, parts: Object.fromEntries([...partsBefore].filter(([name]) => touched.has(name))) })
  if (top.row === 'node') desk.isArranged = true
  return applied([{ kind: 'restore', sequence: desk.sequence, index }], { followed })
}

/** Somebody wrote below what is to go, and its author has not seen it. */
const changedBelow = (desk: Desk, branch: readonly DeskRow[], since: number) => {
  const [latest] = branch
    .filter(({ touched }) => touched > since && touched !== desk.sequence)
    .flatMap((row) => desk.changedSince(row, { place: '', base: 0 }) ?? [])
  return latest ?? null
}

export const restoreBranch = (desk: Desk, removal: Removal | undefined): Outcome => {
  if (removal === undefined) return refused('UNKNOWN')
  const [top] = removal.rows
  if (top === undefined || removal.rows.some(({ id }) => desk.rows.has(id))) return { status: 'unchanged' }
  if (isFull(desk)) return refused('FULL')
  if (removal.rows.some(({ code }) => desk.hasCode(code))) return refused('CODE_TAKEN')
  const above = removal.above === null ? null : desk.rows.get(removal.above)
  if (above === undefined) return gone
  // After the one that it stood after; where that one is gone too, at the place that it had.
  const position = desk.placeAfter(desk.family(top.row, above?.code ?? null), removal.after) ?? top.position
  const hanging = { [top.row === 'node' ? 'parent' : 'node']: above?.code ?? null, position }
  for (const row of removal.rows) desk.add({ ...row, ...(row === top && hanging), revision: row.revision + 1 })
  if (top.row === 'node') desk.isArranged = true
  const codes = new Set(removal.rows.map(({ code }) => code))
  for (const [name, value] of Object.entries(removal.parts)) restoreEntries(desk, { name, value, codes })
  return applied([{ kind: 'remove', row: top.id, base: top.revision + 1 }])
}

type Entries = { readonly name: string; readonly value: unknown; readonly codes: ReadonlySet<string> }

/** Gives subsets and mappings back the entries that went along, where they would be the same again; others stay as they are. */
const restoreEntries = (desk: Desk, { name, value, codes }: Entries): void => {
  const part = desk.parts.get(name)
  if (part === undefined || !Array.isArray(part.value) || !Array.isArray(value)) return
  const before: readonly unknown[] = value
  const places: string[] = []
  const after = part.value.map((item: unknown, index) => {
    const old = before.find((each) => nameIn(each, name) !== undefined && nameIn(each, name) === nameIn(item, name))
    const field = name === 'subsets' ? 'include' : 'items'
    const [known, lost] = [listIn(item, field), listIn(old, field).filter((entry) => codes.has(codeIn(entry)))]
    const missing = lost.filter((entry) => !known.some((each) => JSON.stringify(each) === JSON.stringify(entry)))
    if (missing.length === 0 || typeof item !== 'object' || item === null) return item
    places.push(placeKey(byName(part.value, [index, field], [name])))
    const order = listIn(old, field).map((entry) => JSON.stringify(entry))
    const all = [...known, ...missing]
    const rank = (entry: unknown): number => {
      const index = order.indexOf(JSON.stringify(entry))
      return index < 0 ? order.length : index
    }
    return { ...item, [field]: all.toSorted((one, other) => rank(one) - rank(other)) }
  })
  if (places.length > 0) desk.putPart(name, { ...part, value: after }, places)
}

const memberIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined

const nameIn = (item: unknown, part: string): unknown => memberIn(item, part === 'subsets' ? 'code' : 'target')
const listIn = (item: unknown, field: string): readonly unknown[] => {
  const list = memberIn(item, field)
  return Array.isArray(list) ? list : []
}
const codeIn = (entry: unknown): string => {
  const code = typeof entry === 'string' ? entry : memberIn(entry, 'from')
  return typeof code === 'string' ? code : ''
}
