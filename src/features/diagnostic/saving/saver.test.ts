import { describe, expect, it } from 'vitest'

import { mergeTexts } from '#domain/diagnostic/merge-text.rules.ts'
import type { Saved } from '#domain/diagnostic/save-protocol.ts'

import { keepIn } from './keep.ts'
import type { KnownRow, Pending, RowName, Row, RowPlace, StoredRow } from './row.ts'
import { shownFields } from './row.ts'
import type { Outcome, SavedReply } from './send.ts'
import { createSaver } from './saver.ts'

const answer: RowName = { kind: 'answer', question: 'c14', grid: 0 }
const practices: RowName = { kind: 'assessment', criterion: 'c14' }
const score: Saved['score'] = {
  complete: 0.5, answered: 1, applicable: 2, uncertain: 0, pages: [], criterion: { code: 'c14', value: 3 },
}

const place: RowPlace = { page: 'usagers', criterion: 'c14', label: '14' }
const known = (name: RowName, stored: StoredRow): KnownRow => ({ name, stored, place })

const saved = (revision: number, more: Partial<SavedReply> = {}): Outcome => ({
  kind: 'saved', reply: { revision, savedAt: '2026-11-25T13:32:00Z', score, ...more },
})
const changed = (revision: number, fields: Record<string, string | boolean | null>): Outcome => ({
  kind: 'changed', theirs: { revision, fields, by: 'Aminata Koné', isOwn: false, at: '2026-11-25T13:33:00Z' },
})

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>()
  get length() { return this.#items.size }
  key(index: number) { return [...this.#items.keys()][index] ?? null }
  getItem(key: string) { return this.#items.get(key) ?? null }
  setItem(key: string, value: string) { this.#items.set(key, value) }
  removeItem(key: string) { this.#items.delete(key) }
  clear() { this.#items.clear() }
}

let tabs = 0

/** A saver whose server answers when the test says so, and whose time passes when the test says so. */
const aSaver = ({ storage = new MemoryStorage() }: { readonly storage?: MemoryStorage } = {}) => {
  const requests: { name: RowName; pending: Pending; answer: (outcome: Outcome) => Promise<void> }[] = []
  const timers: (() => void)[] = []
  let ids = 0
  const scores: unknown[] = []
  const saver = createSaver({
    send: (name, pending) =>
      new Promise((resolve) => {
        requests.push({
          name,
          pending,
          answer: async (outcome) => {
            resolve(outcome)
            await new Promise((done) => setImmediate(done))
          },
        })
      }),
    keep: keepIn(storage, { diagnostic: 'd', person: 'p', tab: `t${(tabs += 1)}` }),
    newId: () => `op-${(ids += 1)}`,
    later: (work) => {
      timers.push(work)
      return () => { timers.splice(timers.indexOf(work), 1) }
    },
    isOnline: () => true,
    onScore: (each) => scores.push(each),
    loadMerge: async () => mergeTexts,
  })
  const passTime = () => { for (const work of timers.splice(0)) work() }
  return { saver, requests, timers, scores, storage, passTime, row: (name: RowName): Row => saver.row(name)! }
}

describe('A field that saves itself', () => {
  it('sends a choice at once, with the counter it started from', async () => {
    const { saver, requests, row, scores, storage } = aSaver()
    saver.register([known(answer, { revision: 4, fields: { value: '2', comment: null } })])
    saver.edit(answer, { value: '3' })
    expect(requests[0]?.pending).toEqual({ op: 'op-1', base: 4, set: { value: '3' } })
    expect(row(answer).state.kind).toBe('saving')
    expect(storage.length).toBe(1)
    await requests[0]!.answer(saved(5))
    expect(row(answer)).toMatchObject({ stored: { revision: 5, fields: { value: '3' } }, state: { kind: 'saved' }, pending: null })
    expect(storage.length).toBe(0)
    expect(scores).toEqual([score])
  })

  it('waits until one stops typing, then sends the whole text once', async () => {
    const { saver, requests, passTime } = aSaver()
    saver.register([known(practices, { revision: 0, fields: { practices: null } })])
    saver.edit(practices, { practices: 'L' }, { delay: 800 })
    saver.edit(practices, { practices: 'Le conseil' }, { delay: 800 })
    expect(requests).toHaveLength(0)
    passTime()
    expect(requests.map(({ pending }) => pending.set)).toEqual([{ practices: 'Le conseil' }])
  })

  it('keeps what is typed during a save, and sends it after with the new counter', async () => {
    const { saver, requests, row } = aSaver()
    saver.register([known(answer, { revision: 0, fields: { value: null } })])
    saver.edit(answer, { value: '3' })
    saver.edit(answer, { value: '4' })
    expect(requests).toHaveLength(1)
    await requests[0]!.answer(saved(1))
    expect(requests[1]?.pending).toEqual({ op: 'op-2', base: 1, set: { value: '4' } })
    await requests[1]!.answer(saved(2))
    expect(row(answer).stored.fields['value']).toBe('4')
  })

  it('sends nothing when one comes back to what is stored', () => {
    const { saver, requests, passTime } = aSaver()
    saver.register([known(practices, { revision: 2, fields: { practices: 'a' } })])
    saver.edit(practices, { practices: 'ab' }, { delay: 800 })
    saver.edit(practices, { practices: 'a' }, { delay: 800 })
    passTime()
    expect(requests).toHaveLength(0)
  })

  it('holds an answer that has to be explained until the explanation is there', () => {
    const { saver, requests, row } = aSaver()
    saver.register([known(answer, { revision: 1, fields: { value: null, comment: null } })])
    saver.edit(answer, { value: 'NC' }, { hold: true })
    expect(requests).toHaveLength(0)
    expect(row(answer).state.kind).toBe('held')
    saver.edit(answer, { comment: 'Pas d’hébergement' })
    expect(requests[0]?.pending.set).toEqual({ value: 'NC', comment: 'Pas d’hébergement' })
  })
})

describe('An answer that has to be explained', () => {
  it('waits on after the page is opened again, and is never sent without its explanation', () => {
    const storage = new MemoryStorage()
    const rows = [known(answer, { revision: 1, fields: { value: null, comment: null } })]
    const before = aSaver({ storage })
    before.saver.register(rows)
    before.saver.edit(answer, { value: 'NC' }, { hold: true })
    const after = aSaver({ storage })
    expect(after.saver.resume()).toBe(0)
    after.saver.register(rows)
    expect(after.row(answer).state.kind).toBe('held')
    expect(shownFields(after.row(answer))).toEqual({ value: 'NC', comment: null })
    expect(after.requests).toHaveLength(0)
    after.saver.edit(answer, { comment: 'Pas d’hébergement' })
    expect(after.requests[0]?.pending.set).toEqual({ value: 'NC', comment: 'Pas d’hébergement' })
  })

  it('is told, not sent, on a page that does not show it', () => {
    const storage = new MemoryStorage()
    const before = aSaver({ storage })
    before.saver.register([known(answer, { revision: 1, fields: { value: null } })])
    before.saver.edit(answer, { value: 'NC' }, { hold: true })
    const elsewhere = aSaver({ storage })
    elsewhere.saver.register([known(practices, { revision: 0, fields: { practices: null } })])
    expect([elsewhere.saver.resume(), elsewhere.saver.rows().map(({ state }) => state.kind)]).toEqual([0, ['idle', 'held']])
    expect([elsewhere.requests.length, elsewhere.row(answer).place, storage.length]).toEqual([0, place, 1])
  })
})

describe('Without a network', () => {
  it('tries again with the same operation until it is answered', async () => {
    const { saver, requests, passTime, row } = aSaver()
    saver.register([known(answer, { revision: 0, fields: { value: null } })])
    saver.edit(answer, { value: '3' })
    await requests[0]!.answer({ kind: 'unreachable' })
    expect(row(answer).state.kind).toBe('offline')
    saver.edit(answer, { value: '5' })
    passTime()
    expect(requests[1]?.pending).toEqual(requests[0]?.pending)
    await requests[1]!.answer(saved(1))
    expect(requests[2]?.pending).toEqual({ op: 'op-2', base: 1, set: { value: '5' } })
  })

  it('has what was typed on the next visit, and sends it, first as it left', async () => {
    const before = aSaver()
    before.saver.register([known(practices, { revision: 3, fields: { practices: 'a' } })])
    before.saver.edit(practices, { practices: 'a b' })
    await before.requests[0]!.answer({ kind: 'unreachable' })
    before.saver.edit(practices, { practices: 'a b c' }, { delay: 800 })

    const after = aSaver({ storage: before.storage })
    after.saver.register([known(practices, { revision: 3, fields: { practices: 'a' } })])
    expect(after.saver.resume()).toBe(1)
    expect(shownFields(after.row(practices))).toEqual({ practices: 'a b c' })
    expect(after.requests[0]?.pending).toEqual({ op: 'op-1', base: 3, set: { practices: 'a b' } })
    await after.requests[0]!.answer(saved(4))
    expect(after.requests[1]?.pending).toMatchObject({ base: 4, set: { practices: 'a b c' } })
  })

  it('forgets what had arrived all the same', () => {
    const before = aSaver()
    before.saver.register([known(answer, { revision: 0, fields: { value: null } })])
    before.saver.edit(answer, { value: '3' })
    const after = aSaver({ storage: before.storage })
    after.saver.register([known(answer, { revision: 1, fields: { value: '3' } })])
    expect(after.saver.resume()).toBe(0)
    expect(before.storage.length).toBe(0)
  })

  it('sends what was left on other pages of the diagnostic', () => {
    const before = aSaver()
    before.saver.register([known(answer, { revision: 0, fields: { value: null } })])
    before.saver.edit(answer, { value: '3' })
    const after = aSaver({ storage: before.storage })
    expect(after.saver.resume()).toBe(1)
    expect(after.requests[0]?.name).toEqual(answer)
  })

  it('asks again, without sending, what waited for a choice on an earlier visit, and still knows where it is', async () => {
    const before = aSaver()
    before.saver.register([known(practices, { revision: 1, fields: { practices: 'a' } })])
    before.saver.edit(practices, { practices: 'a mien' })
    await before.requests[0]!.answer(changed(2, { practices: 'a sien' }))
    const after = aSaver({ storage: before.storage })
    expect(after.saver.resume()).toBe(0)
    expect(after.requests).toHaveLength(0)
    after.saver.retry()
    expect(after.requests).toHaveLength(0)
    expect(after.row(practices)).toMatchObject({ state: { kind: 'conflict', theirs: { revision: 2 } }, place, about: ['practices'] })
    after.saver.resolve(practices, 'mine')
    expect(after.requests[0]?.pending).toMatchObject({ base: 2, set: { practices: 'a mien' } })
  })

  it('survives a storage that was tampered with', () => {
    const storage = new MemoryStorage()
    storage.setItem('ess:3:p:d:t:answer:0:c14', '{"name":')
    storage.setItem('ess:3:p:d:t:answer:0:c15', '{"name":{},"stored":1}')
    expect(aSaver({ storage }).saver.resume()).toBe(0)
  })

  it('is kept beside what another tab keeps of the same row, and leaves after it', async () => {
    const storage = new MemoryStorage()
    const [one, two] = [aSaver({ storage }), aSaver({ storage })]
    for (const { saver } of [one, two]) saver.register([known(practices, { revision: 1, fields: { practices: 'a' } })])
    one.saver.edit(practices, { practices: 'a un' })
    two.saver.edit(practices, { practices: 'a deux' })
    await two.requests[0]!.answer(saved(2))
    // The first tab crashed: the second’s acknowledgement took nothing of it away.
    const after = aSaver({ storage })
    after.saver.register([known(practices, { revision: 2, fields: { practices: 'a deux' } })])
    expect(after.saver.unsent()).toBe(1)
    expect(after.saver.resume()).toBe(1)
    expect(after.requests[0]?.pending).toMatchObject({ base: 1, set: { practices: 'a un' } })
  })

  it('leaves one after the other when two tabs were closed on the same row', async () => {
    const storage = new MemoryStorage()
    const closed = [aSaver({ storage }), aSaver({ storage })]
    for (const [index, { saver }] of closed.entries()) {
      saver.register([known(answer, { revision: 0, fields: { value: null } })])
      saver.edit(answer, { value: String(index) }, { delay: 800 })
    }
    const after = aSaver({ storage })
    expect([after.saver.resume(), after.saver.resume(), after.saver.unsent()]).toEqual([1, 0, 2])
    await after.requests[0]!.answer(saved(1))
    expect([after.saver.resume(), after.saver.unsent()]).toEqual([1, 1])
    expect(after.requests.map(({ pending }) => pending.set)).toEqual([{ value: '0' }, { value: '1' }])
    after.saver.end()
    expect([storage.length, after.saver.unsent()]).toEqual([0, 0])
  })
})

describe('Two people on one row', () => {
  const typing = () => {
    const made = aSaver()
    made.saver.register([known(practices, { revision: 1, fields: { practices: 'chaque lundi', priority: null, toReview: false } })])
    made.saver.edit(practices, { practices: 'chaque lundi matin' })
    return made
  }

  it('on different fields are not asked anything', async () => {
    const { saver, requests, row } = typing()
    await requests[0]!.answer(changed(2, { practices: 'chaque lundi', priority: null, toReview: true }))
    expect(requests[1]?.pending).toEqual({ op: 'op-2', base: 2, set: { practices: 'chaque lundi matin' } })
    await requests[1]!.answer(saved(3))
    expect(shownFields(row(practices))).toMatchObject({ practices: 'chaque lundi matin', toReview: true })
    expect(saver.row(practices)?.state.kind).toBe('saved')
  })

  it('who wrote the same are not asked anything', async () => {
    const { requests, row } = typing()
    await requests[0]!.answer(changed(2, { practices: 'chaque lundi matin', priority: null, toReview: false }))
    expect(requests).toHaveLength(1)
    expect(row(practices)).toMatchObject({ state: { kind: 'saved' }, stored: { revision: 2 } })
  })

  it('on the same words see both, and nothing leaves until one chooses', async () => {
    const { saver, requests, passTime, row } = typing()
    await requests[0]!.answer(changed(2, { practices: 'un jeudi sur deux', priority: null, toReview: false }))
    expect(row(practices).state).toMatchObject({ kind: 'conflict', theirs: { by: 'Aminata Koné' } })
    saver.edit(practices, { practices: 'chaque lundi matin à 9 h' }, { delay: 800 })
    passTime()
    expect(requests).toHaveLength(1)
    expect(row(practices).state.kind).toBe('conflict')
  })

  it.each([
    ['both', 'un jeudi sur deux\nchaque lundi matin'],
    ['mine', 'chaque lundi matin'],
  ] as const)('may keep %s', async (choice, expected) => {
    const { saver, requests, row } = typing()
    await requests[0]!.answer(changed(2, { practices: 'un jeudi sur deux', priority: null, toReview: false }))
    saver.resolve(practices, choice)
    await new Promise((done) => setImmediate(done))
    expect(requests[1]?.pending).toEqual({ op: 'op-2', base: 2, set: { practices: expected } })
    await requests[1]!.answer(saved(3))
    expect(row(practices).stored.fields['practices']).toBe(expected)
  })

  it('may take the other’s text', async () => {
    const { saver, requests, row, storage } = typing()
    await requests[0]!.answer(changed(2, { practices: 'un jeudi sur deux', priority: null, toReview: false }))
    saver.resolve(practices, 'theirs')
    expect(requests).toHaveLength(1)
    expect(shownFields(row(practices))['practices']).toBe('un jeudi sur deux')
    expect(storage.length).toBe(0)
  })

  it('see what the other one wrote to another field as soon as their own is saved', async () => {
    const { saver, requests, row } = typing()
    await requests[0]!.answer(saved(3, { current: { practices: 'chaque lundi matin', priority: 3, toReview: false } }))
    expect(shownFields(row(practices))).toMatchObject({ practices: 'chaque lundi matin', priority: 3 })
    saver.edit(practices, { priority: 1 })
    expect(requests[1]?.pending).toMatchObject({ base: 3, set: { priority: 1 } })
  })

  it('are asked when they chose without having seen what the other one had chosen', async () => {
    const { saver, requests, row } = typing()
    saver.edit(practices, { priority: 1 })
    await requests[0]!.answer(saved(3, { current: { practices: 'chaque lundi matin', priority: 3, toReview: false } }))
    expect(requests).toHaveLength(1)
    expect(row(practices)).toMatchObject({ state: { kind: 'conflict', theirs: { revision: 3 } }, about: ['priority'] })
    expect(shownFields(row(practices))).toMatchObject({ practices: 'chaque lundi matin', priority: 1 })
    saver.resolve(practices, 'mine')
    expect(requests[1]?.pending).toEqual({ op: 'op-2', base: 3, set: { priority: 1 } })
  })

  it('go on from the text that the server joined, with what was typed since', async () => {
    const { saver, requests, row } = aSaver()
    saver.register([known(practices, { revision: 1, fields: { practices: 'a\nb' } })])
    saver.edit(practices, { practices: 'a\nb\nc' })
    saver.edit(practices, { practices: 'a\nb\nc\nd' }, { delay: 800 })
    await requests[0]!.answer(saved(3, { merged: 'A\nb\nc' }))
    expect(shownFields(row(practices))['practices']).toBe('A\nb\nc\nd')
  })
})

describe('A refusal', () => {
  it('is told, keeps the text and waits for a change', async () => {
    const { saver, requests, row, passTime } = aSaver()
    saver.register([known(answer, { revision: 0, fields: { value: null } })])
    saver.edit(answer, { value: 12 })
    await requests[0]!.answer({ kind: 'refused', message: 'Le mois va de 1 à 12.' })
    passTime()
    expect(requests).toHaveLength(1)
    expect(row(answer)).toMatchObject({ state: { kind: 'refused', message: 'Le mois va de 1 à 12.' }, draft: { value: 12 } })
    saver.edit(answer, { value: 11 })
    expect(requests[1]?.pending).toEqual({ op: 'op-2', base: 0, set: { value: 11 } })
  })

  it('for want of a session keeps the text until the person is back', async () => {
    const { saver, requests, row } = aSaver()
    saver.register([known(answer, { revision: 0, fields: { value: null } })])
    saver.edit(answer, { value: '3' })
    await requests[0]!.answer({ kind: 'signedOut' })
    expect(row(answer).state.kind).toBe('signedOut')
    saver.retry()
    expect(requests[1]?.pending).toEqual(requests[0]?.pending)
  })
})

describe('What the page tells anew', () => {
  it('replaces what is shown, but not under what is being typed', () => {
    const { saver, row } = aSaver()
    saver.register([known(answer, { revision: 1, fields: { value: '2' } })])
    saver.register([known(answer, { revision: 2, fields: { value: '4' } })])
    expect(row(answer).stored.revision).toBe(2)
    saver.edit(answer, { value: '5' }, { delay: 800 })
    saver.register([known(answer, { revision: 3, fields: { value: '1' } })])
    expect(row(answer)).toMatchObject({ stored: { revision: 2 }, draft: { value: '5' } })
  })

  it('is older than what was saved since, when Back shows a page as it was drawn first', async () => {
    const { saver, requests, row } = aSaver()
    const drawn = known(practices, { revision: 0, fields: { practices: null } })
    saver.register([drawn])
    saver.edit(practices, { practices: 'Le conseil siège.' })
    await requests[0]!.answer(saved(1))
    saver.register([drawn])
    expect(shownFields(row(practices))['practices']).toBe('Le conseil siège.')
    saver.edit(practices, { practices: 'Le conseil siège deux fois.' })
    expect(requests[1]?.pending.base).toBe(1)
  })

  it('ends a conflict that was resolved in another tab', async () => {
    const { saver, requests, row, storage } = aSaver()
    saver.register([known(answer, { revision: 1, fields: { value: '2' } })])
    saver.edit(answer, { value: '5' })
    await requests[0]!.answer(changed(2, { value: '3' }))
    saver.register([known(answer, { revision: 3, fields: { value: '5' } })])
    expect(row(answer)).toMatchObject({ state: { kind: 'idle' }, stored: { revision: 3 }, pending: null, draft: {} })
    expect(storage.length).toBe(0)
  })
})
