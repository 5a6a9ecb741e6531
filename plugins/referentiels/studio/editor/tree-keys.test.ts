import { describe, expect, it } from 'vitest'

import type { NodeRow } from '../model/draft.ts'
import { outlineOf, treeLines } from '../model/outline.rules.ts'
import { treeAct, typedAhead } from './tree-keys.rules.ts'

const node = (code: string, parent: string | null, position: number): NodeRow => ({
  id: code, row: 'node', code, parent, kind: 'k', position, data: { title: `Titre ${code}`, number: `${position + 1}` }, revision: 1,
})
const outline = outlineOf({ rows: new Map([node('a', null, 0), node('b', 'a', 1), node('c', 'a', 2), node('d', null, 3)].map((each) => [each.id, each])) })

const act = (key: string, chosen: string | null, { open = ['a'], alt = false, control = false } = {}) =>
  treeAct({ key, alt, control }, { outline, chosen, lines: treeLines(outline, ({ id }) => open.includes(id)) })

describe('the keyboard in the plan', () => {
  it('walks over the lines that show', () => {
    expect(act('ArrowDown', 'a')).toEqual({ act: 'choose', id: 'b' })
    expect(act('ArrowDown', 'a', { open: [] })).toEqual({ act: 'choose', id: 'd' })
    expect(act('ArrowUp', 'a')).toBeNull()
    expect(act('End', 'a')).toEqual({ act: 'choose', id: 'd' })
    expect(act('ArrowDown', null)).toEqual({ act: 'choose', id: 'a' })
  })

  it('opens and closes, then goes in and out', () => {
    expect(act('ArrowRight', 'a', { open: [] })).toMatchObject({ act: 'open' })
    expect(act('ArrowRight', 'a')).toEqual({ act: 'choose', id: 'b' })
    expect(act('ArrowLeft', 'b')).toEqual({ act: 'choose', id: 'a' })
    expect(act('ArrowLeft', 'a')).toMatchObject({ act: 'close' })
    expect(act('ArrowRight', 'd')).toBeNull()
  })

  it('moves, copies, adds and takes out', () => {
    expect(act('ArrowLeft', 'b', { alt: true })).toEqual({ act: 'move', direction: 'outdent' })
    expect(act('d', 'b', { control: true })).toEqual({ act: 'duplicate' })
    expect(act('Delete', 'b')).toEqual({ act: 'remove' })
    expect(act('Insert', 'b')).toEqual({ act: 'add' })
    expect(act('x', 'b')).toBeNull()
  })

  it('goes to what one types, from where one is', () => {
    const lines = treeLines(outline, () => true)
    const read = ({ data }: NodeRow) => String(data['title'])
    expect(typedAhead('t', { lines, chosen: 'b' }, read)).toBe('c')
    expect(typedAhead('titre d', { lines, chosen: 'b' }, read)).toBe('d')
    expect(typedAhead('4', { lines, chosen: 'b' }, read)).toBe('d')
    expect(typedAhead('étape', { lines, chosen: 'b' }, ({ code }) => `${code === 'c' ? 'ETAPE' : 'Titre'} ${code}`)).toBe('c')
    expect(typedAhead('ete', { lines, chosen: 'b' }, ({ code }) => (code === 'd' ? 'Été' : 'Titre'))).toBe('d')
    expect(typedAhead('z', { lines, chosen: 'b' }, read)).toBeNull()
  })
})
