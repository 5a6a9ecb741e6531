import type { Change } from '../contract/changes.ts'
import { freeCode, newCodeFor } from './codes.rules.ts'
import type { Draft, NodeRow, QuestionRow, Row } from './draft.ts'
import { isNode, isQuestion } from './draft.ts'
import { between } from './moves.rules.ts'
import { outlineOf } from './outline.rules.ts'
import { arranged, isBlock, placeOf, rootOf, valueAt, withValueAt } from '../paths.ts'
import type { Path, Root } from '../paths.ts'

/**
 * What a change does to the draft, shown at once while the server has not answered. Copies, numbering and new codes are
 * the server's to work out: those changes show when it has.
 */
export const interpret = (draft: Draft, changes: readonly Change[]): Draft => changes.reduce(step, draft)

const step = (draft: Draft, change: Change): Draft => {
  switch (change.kind) {
    case 'set':
      return write(draft, change.target, change.path, change.value)
    case 'unset':
      return write(draft, change.target, change.path, undefined)
    case 'arrange':
      return arrange(draft, change)
    case 'add-node':
      return addNode(draft, change)
    case 'add-question':
      return addQuestion(draft, change)
    case 'move':
      return move(draft, change)
    case 'remove':
      return remove(draft, change)
    case 'version':
      return { ...draft, version: change.version }
    case 'duplicate':
    case 'rename':
    case 'renumber':
    case 'restore':
      return draft
  }
}

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

const withRow = (draft: Draft, row: Row): Draft => ({ ...draft, rows: new Map(draft.rows).set(row.id, row) })

const write = (draft: Draft, target: Of<'set'>['target'], path: Path, next: unknown): Draft => {
  if ('part' in target) {
    const known = draft.parts.get(target.part)
    const written = withValueAt(known?.value, { path, root: [target.part], to: next })
    if (written === null) return draft
    const parts = new Map(draft.parts)
    if (written.value === undefined) parts.delete(target.part)
    else parts.set(target.part, { revision: known?.revision ?? 0, value: written.value })
    return { ...draft, parts }
  }
  const row = draft.rows.get(target.row)
  if (row === undefined) return draft
  if (isNode(row) && path.length === 1 && path[0] === 'kind') return typeof next === 'string' ? withRow(draft, { ...row, kind: next }) : draft
  const written = withValueAt(row.data, { path, root: rootOf(row), to: next })
  return isBlock(written?.value) ? withRow(draft, { ...row, data: written.value }) : draft
}

const arrange = (draft: Draft, { target, path, keys }: Of<'arrange'>): Draft => {
  const row = 'row' in target ? draft.rows.get(target.row) : undefined
  if ('row' in target && row === undefined) return draft
  const root: Root = 'part' in target ? [target.part] : rootOf({ row: row?.row ?? 'node' })
  const value: unknown = 'part' in target ? draft.parts.get(target.part)?.value : row?.data
  const list = valueAt(value, path, root)
  const items: readonly unknown[] | null = Array.isArray(list) ? arranged(list, keys, placeOf(value, path, root)) : null
  return items === null ? draft : write(draft, target, path, items)
}

const addNode = (draft: Draft, { id, parent, after, code, nodeKind, fields }: Of<'add-node'>): Draft => {
  const outline = outlineOf(draft)
  const above = parent === null ? null : (outline.byId.get(parent) ?? null)
  const siblings = above === null ? outline.roots : outline.childrenOf(above.code)
  const node: NodeRow = {
    id,
    row: 'node',
    code: code ?? newCodeFor(outline, { parent: above, kind: nodeKind }),
    parent: above?.code ?? null,
    kind: nodeKind,
    position: placeAfter(siblings, after),
    data: fields,
    revision: 0,
  }
  return withRow(draft, node)
}

const placeAfter = (siblings: readonly Row[], after: string | null | undefined): number => {
  const index = after === undefined ? siblings.length - 1 : after === null ? -1 : siblings.findIndex(({ id }) => id === after)
  return between(siblings[index]?.position, siblings[index + 1]?.position)
}

const addQuestion = (draft: Draft, { id, node, after, code, fields }: Of<'add-question'>): Draft => {
  const above = draft.rows.get(node)
  if (above === undefined) return draft
  const outline = outlineOf(draft)
  const questions = outline.questionsOf(above.code)
  const taken = new Set([...draft.rows.values()].map((row) => row.code))
  const question: QuestionRow = {
    id,
    row: 'question',
    code: code ?? freeCode(`${above.code}.q${questions.length + 1}`, taken),
    node: above.code,
    position: placeAfter(questions, after),
    data: fields,
    revision: 0,
  }
  return withRow(draft, question)
}

const move = (draft: Draft, { row: id, parent, after }: Of<'move'>): Draft => {
  const row = draft.rows.get(id)
  if (row === undefined) return draft
  const outline = outlineOf(draft)
  const above = parent === null ? undefined : outline.byId.get(parent)
  if (isQuestion(row)) {
    if (above === undefined) return draft
    return withRow(draft, { ...row, node: above.code, position: placeAfter(outline.questionsOf(above.code).filter((each) => each !== row), after) })
  }
  const siblings = (above === undefined ? outline.roots : outline.childrenOf(above.code)).filter((each) => each !== row)
  return withRow(draft, { ...row, parent: above?.code ?? null, position: placeAfter(siblings, after) })
}

const remove = (draft: Draft, { row: id }: Of<'remove'>): Draft => {
  const row = draft.rows.get(id)
  if (row === undefined) return draft
  const rows = new Map(draft.rows)
  const codes = new Set<string>([row.code])
  if (isNode(row)) {
    const outline = outlineOf(draft)
    const walk = [...outline.childrenOf(row.code)]
    for (let node = walk.pop(); node !== undefined; node = walk.pop()) {
      codes.add(node.code)
      walk.push(...outline.childrenOf(node.code))
      rows.delete(node.id)
    }
    for (const other of draft.rows.values()) if (isQuestion(other) && codes.has(other.node)) rows.delete(other.id)
  }
  rows.delete(id)
  return { ...draft, rows }
}
