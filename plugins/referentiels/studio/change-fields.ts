import { z } from 'zod'

import { canonicalText } from '../engine/document/canonical-text.ts'
import { type Change, longestValue, type Target } from './contract/changes.ts'
import { applied, type Desk, type DeskPart, type DeskRow, type Outcome, refused } from './desk.ts'
import { followNewName } from './follow-names.ts'
import { arranged, isBlock, type Key, namesIn, type Path, placeKey, placeOf, type Root, rootOf, valueAt, withValueAt } from './paths.ts'
import { fits } from './shape.ts'

/** Changes of one field of a row, or of one place of a part: each collides with changes of that place alone. */

type Kinds<K extends Change['kind']> = Extract<Change, { readonly kind: K }>

/** What a target holds, and how another value is put there. */
type Held = {
  readonly counted: DeskRow | DeskPart
  readonly value: unknown
  readonly root: Root
  readonly put: (value: unknown, place: string) => void
}

const emptyPart: DeskPart = { revision: 0, touched: 0, marks: {} }

/** Fields of a row that stand in columns of their own; the others are the format's. */
const heldOf = (desk: Desk, target: Target): Held | undefined => {
  if ('part' in target) {
    const part = desk.parts.get(target.part) ?? emptyPart
    return {
      counted: part,
      value: part.value,
      root: [target.part],
      put: (value, place) => desk.putPart(target.part, { ...part, value }, [place]),
    }
  }
  const row = desk.rows.get(target.row)
  if (row === undefined) return undefined
  return {
    counted: row,
    value: row.row === 'node' ? { ...row.data, kind: row.kind } : row.data,
    root: rootOf(row),
    put: (value, place) => {
      const block = isBlock(value) ? value : {}
      const { kind, ...data } = block
      const isNode = row.row === 'node'
      desk.put({ ...row, data: isNode ? data : block, kind: isNode && typeof kind === 'string' ? kind : row.kind }, [place])
    },
  }
}

/** What a row is or hangs from is changed by `rename`, `move` and the changes of questions. */
const closedFields: ReadonlySet<Key> = new Set(['code', 'parent', 'order', 'questions', 'node', 'position'])

const isClosed = ({ root }: Held, [first]: Path): boolean =>
  root.length > 1 && (first === undefined || closedFields.has(first))

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonicalText(one) === canonicalText(other)

type Writing = { readonly target: Target; readonly path: Path; readonly to: unknown; readonly base: number }

const missing: Outcome = { status: 'conflict', reason: 'gone' }

const writePlace = (desk: Desk, { target, path, to, base }: Writing): Outcome => {
  const held = heldOf(desk, target)
  if (held === undefined) return missing
  const { value, root, counted } = held
  if (isClosed(held, path) || (root[0] === 'nodes' && path[0] === 'kind' && typeof to !== 'string')) return refused('SHAPE')
  const known = valueAt(value, path, root)
  if (isSame(known, to)) return { status: 'unchanged' }
  if (to !== undefined && !fits(placeOf(value, path, root), to)) return refused('SHAPE')
  if (JSON.stringify(to ?? null).length > longestValue) return refused('TOO_LARGE')
  const place = placeKey(path)
  const meantime = desk.changedSince(counted, { place, base })
  if (meantime !== null) return { status: 'conflict', reason: 'changed', ...(known !== undefined && { theirs: known }), ...meantime }
  const after = withValueAt(value, { path, root, to })
  // Into an item that others took or named otherwise, or that never was.
  if (after === null) return counted.revision > base ? missing : refused('UNKNOWN')
  held.put(after.value, place)
  const followed = 'part' in target ? followNewName(desk, { part: target.part, path, before: known, after: to }) : []
  const revision = heldOf(desk, target)?.counted.revision ?? base
  return applied([undo({ target, path: pathAfter(path, { before: known, after: to }), known, before: value, root, base: revision })].flat(), { followed })
}

/** An item that got another name is found under that one. */
const pathAfter = (path: Path, { before, after }: { readonly before: unknown; readonly after: unknown }): Path => {
  const last = path.at(-1)
  const isName = last === 'code' || last === 'rulesVersion' || last === 'target' || last === 'from' || last === 'kind'
  const named = path.at(-2)
  return isName && named === before && typeof after === 'string' ? [...path.slice(0, -2), after, last] : path
}

type Undoing = {
  readonly target: Target
  readonly path: Path
  readonly known: unknown
  /** The whole of the row's or the part's content, before. */
  readonly before: unknown
  readonly root: Root
  readonly base: number
}

/** Puts back what stood there: an item that was taken also goes back to its place among the others. */
const undo = ({ target, path, known, before, root, base }: Undoing): readonly Change[] => {
  const at = [...path]
  // What a position named stands elsewhere once an item is taken: the list as it was says where everything goes.
  if (typeof path.at(-1) === 'number') {
    return [{ kind: 'set', target, path: at.slice(0, -1), value: asJson(valueAt(before, path.slice(0, -1), root)), base }]
  }
  if (known === undefined) return [{ kind: 'unset', target, path: at, base }]
  const value = asJson(known)
  const list = valueAt(before, path.slice(0, -1), root)
  const names = Array.isArray(list) ? namesIn(list, placeOf(before, path.slice(0, -1), root)) : []
  const isItem = names.some((name) => name === path.at(-1))
  return [
    { kind: 'set', target, path: at, value, base },
    ...(isItem ? [{ kind: 'arrange' as const, target, path: at.slice(0, -1), keys: [...names], base }] : []),
  ]
}

const asJson = (value: unknown): Kinds<'set'>['value'] => z.json().parse(value)

export const setPlace = (desk: Desk, { target, path, value, base }: Kinds<'set'>): Outcome =>
  writePlace(desk, { target, path, to: value, base })

export const unsetPlace = (desk: Desk, { target, path, base }: Kinds<'unset'>): Outcome =>
  writePlace(desk, { target, path, to: undefined, base })

export const arrangeList = (desk: Desk, { target, path, keys, base }: Kinds<'arrange'>): Outcome => {
  const held = heldOf(desk, target)
  if (held === undefined) return missing
  const list = valueAt(held.value, path, held.root)
  const place = placeOf(held.value, path, held.root)
  const inOrder = Array.isArray(list) ? arranged(list, keys, place) : null
  if (!Array.isArray(list) || inOrder === null) return refused('UNKNOWN')
  const before = namesIn(list, place)
  if (isSame(list, inOrder)) return { status: 'unchanged' }
  // Whoever writes an item meanwhile loses nothing: only another order collides.
  const mark = placeKey([...path, '@order'])
  const meantime = desk.changedSince(held.counted, { place: mark, base })
  if (meantime !== null) return { status: 'conflict', reason: 'changed', theirs: before, ...meantime }
  const after = withValueAt(held.value, { path, root: held.root, to: inOrder })
  if (after === null) return refused('UNKNOWN')
  held.put(after.value, mark)
  const revision = heldOf(desk, target)?.counted.revision ?? base
  return applied([{ kind: 'arrange', target, path: [...path], keys: [...before], base: revision }])
}
