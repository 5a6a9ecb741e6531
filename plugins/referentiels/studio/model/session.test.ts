import { describe, expect, it } from 'vitest'

import type { ApplyResult, Change, ChangeResult } from '../contract/changes.ts'
import type { Draft, NodeRow } from './draft.ts'
import type { Session } from './session.rules.ts'
import { arrive, depart, edit, follow, hasUnsaved, miss, redo, requestOf, settle, shownDraft, startSession, undo } from './session.rules.ts'

const node = (title: string, revision: number): NodeRow => ({
  id: 'n1', row: 'node', code: 'c1', parent: null, kind: 'critere', position: 0, data: { title }, revision,
})
const draft = (title: string, revision = 1): Draft => ({
  version: '1.0.0', sequence: revision, rows: new Map([['n1', node(title, revision)]]), parts: new Map(),
})

const typed = (text: string, base = 1, field = 'title'): Change => ({ kind: 'set', target: { row: 'n1' }, path: [field], value: text, base })

const type = (session: Session, text: string, { at = 0, base = 1 } = {}): Session =>
  edit(session, { changes: [typed(text, base)], label: 'Titre', merge: 'n1.title', at })

const answer = (results: readonly ChangeResult[], { title, revision }: { readonly title: string; readonly revision: number }): ApplyResult => ({
  sequence: revision,
  version: '1.0.0',
  rows: [{ ...node(title, revision), node: null }],
  removed: [],
  parts: {},
  results: [...results],
})
const applied = (inverse: Change): ChangeResult => ({ status: 'applied', inverse: [inverse], followed: [] })

const titleOf = (session: Session): unknown => shownDraft(session).rows.get('n1')?.data['title']

describe('saving', () => {
  it('shows at once what is typed, and sends what was typed last in one place once', () => {
    const session = type(type(startSession(draft('A')), 'AB'), 'ABC')
    expect(titleOf(session)).toBe('ABC')
    expect(requestOf(depart(session, 'op'))).toEqual({ operation: 'op', since: 1, changes: [typed('ABC')] })
  })

  it('bases what is typed meanwhile on what the server made of the first words', () => {
    const going = type(depart(type(startSession(draft('A')), 'AB'), 'op'), 'ABC')
    expect(titleOf(going)).toBe('ABC')
    const saved = arrive(going, answer([applied(typed('A', 2))], { title: 'AB', revision: 2 }), 100)
    expect(titleOf(saved)).toBe('ABC')
    expect(requestOf(depart(saved, 'op2'))?.changes).toEqual([typed('ABC', 2)])
  })

  it('keeps the words, and sends them again under the same name, when no answer comes', () => {
    const lost = miss(depart(type(startSession(draft('A')), 'AB'), 'op'), { now: 1_000, isOffline: false })
    expect(lost.save).toEqual({ is: 'failed', retryAt: 2_000, isOffline: false })
    expect(titleOf(lost)).toBe('AB')
    const again = depart(lost, 'another')
    expect(requestOf(again)?.operation).toBe('op')
    expect(miss(again, { now: 1_000, isOffline: false }).save).toMatchObject({ retryAt: 4_000 })
  })

  it('tells when everything is saved', () => {
    const saved = arrive(depart(type(startSession(draft('A')), 'AB'), 'op'), answer([applied(typed('A', 2))], { title: 'AB', revision: 2 }), 100)
    expect(saved.save).toEqual({ is: 'saved', at: 100 })
    expect(hasUnsaved(saved)).toBe(false)
  })
})

describe('a colleague', () => {
  it('changes what shows, under one’s own words', () => {
    const news = { sequence: 5, version: '1.0.0', rows: [{ ...node('La leur', 5), node: null }], removed: [], parts: {} }
    expect(titleOf(follow(startSession(draft('A')), news))).toBe('La leur')
    expect(titleOf(follow(type(startSession(draft('A')), 'Le mien'), news))).toBe('Le mien')
  })

  it('who wrote the same words first keeps them, and both are shown until one chooses', () => {
    const conflict: ChangeResult = { status: 'conflict', reason: 'changed', theirs: 'La leur', by: { id: 'x', name: 'Aminata' }, at: null, message: '' }
    const going = depart(type(startSession(draft('A')), 'Le mien'), 'op')
    const told = arrive(going, answer([conflict], { title: 'La leur', revision: 2 }), 100)
    expect(titleOf(told)).toBe('La leur')
    expect(told.conflicts).toMatchObject([{ theirs: 'La leur', by: { name: 'Aminata' }, change: { value: 'Le mien' } }])
    const id = told.conflicts[0]!.id
    expect(settle(told, { id, keep: 'theirs', now: 0 })).toMatchObject({ conflicts: [], waiting: [] })
    const mine = settle(told, { id, keep: 'mine', now: 0 })
    expect(mine.conflicts).toEqual([])
    expect(requestOf(depart(mine, 'op2'))?.changes).toEqual([typed('Le mien', 2)])
  })
})

describe('taking back', () => {
  const saved = (session: Session, title: string, before: string): Session => {
    const revision = session.server.sequence + 1
    return arrive(depart(session, `op${revision}`), answer([applied(typed(before, revision))], { title, revision }), 100)
  }

  it('sends what the server said takes the last step back, and can be done again', () => {
    const one = saved(type(startSession(draft('A')), 'B'), 'B', 'A')
    const back = undo(one, 0)
    expect(titleOf(back)).toBe('A')
    expect(requestOf(depart(back, 'op'))).toMatchObject({ changes: [typed('A', 2)], atomic: true })
    const undone = saved(back, 'A', 'B')
    expect(undone).toMatchObject({ done: [], undone: [{ label: 'Titre' }] })
    const again = saved(redo(undone, 0), 'B', 'A')
    expect(titleOf(again)).toBe('B')
    expect(again).toMatchObject({ done: [{ label: 'Titre' }], undone: [] })
  })

  it('takes typing back as one step though it was saved in two, after a pause as another', () => {
    const one = saved(type(startSession(draft('A')), 'B', { at: 0 }), 'B', 'A')
    const two = saved(type(one, 'C', { at: 2_000, base: 2 }), 'C', 'B')
    const three = saved(type(two, 'D', { at: 20_000, base: 3 }), 'D', 'C')
    expect(two.done).toHaveLength(1)
    expect(three.done).toHaveLength(2)
    expect(titleOf(undo(two, 0))).toBe('A')
  })

  it('waits for what is on its way', () => {
    const going = depart(type(saved(type(startSession(draft('A')), 'B'), 'B', 'A'), 'C', { base: 2 }), 'op')
    expect(undo(going, 0)).toBe(going)
  })

  it('gives a step up that a colleague’s words stand on, and says so', () => {
    const one = saved(type(startSession(draft('A')), 'B'), 'B', 'A')
    const conflict: ChangeResult = { status: 'conflict', reason: 'changed', theirs: 'La leur', by: null, at: null, message: 'Modifié depuis.' }
    const told = arrive(depart(undo(one, 0), 'op'), answer([conflict], { title: 'La leur', revision: 3 }), 100)
    expect(told).toMatchObject({ done: [], undone: [], conflicts: [], refusal: 'Modifié depuis.' })
  })
})
