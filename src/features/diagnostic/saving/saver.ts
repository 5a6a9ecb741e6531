/**
 * Saves each field by itself, and loses nothing: what is typed is kept on the device until the server has
 * acknowledged it, changes of one row leave one after the other, an unanswered one is sent again with the same
 * operation id, and a row that somebody else changed meanwhile waits for a person. Knows neither React nor the DOM.
 */
import { sameAnswer } from '#domain/diagnostic/same-answer.rules.ts'
import type { SavedScore } from '#domain/diagnostic/save-protocol.ts'

import type { Merge } from './acknowledged.ts'
import { acknowledged, isText, joinedText, pick, withoutUnchanged } from './acknowledged.ts'
import type { Keep } from './keep.ts'
import type { Fields, KnownRow, Meanwhile, Row, RowName, SaveState } from './row.ts'
import { contestedFields, hasUnsaved, holds, rowKey, unsavedFields } from './row.ts'
import type { Outcome, SavedReply, Send } from './send.ts'

export type SaverOptions = {
  readonly send: Send
  readonly keep: Keep
  readonly newId: () => string
  /** Runs later; answers how to call it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void
  readonly isOnline: () => boolean
  readonly onScore: (score: SavedScore) => void
  /** Joins two texts; comes when two people have written in one. */
  readonly loadMerge: () => Promise<Merge>
}

/** What one may keep of two versions. */
export type Choice = 'both' | 'theirs' | 'mine'

export type Saver = {
  /** Tells what the server holds; the newer state stays, and so does what is being typed. */
  readonly register: (known: readonly KnownRow[]) => void
  readonly edit: (name: RowName, set: Fields, how?: { readonly delay?: number; readonly hold?: boolean }) => void
  /** Sends what waits for its delay. */
  readonly flush: (name?: RowName, options?: { readonly closing: boolean }) => void
  readonly resolve: (name: RowName, choice: Choice) => void
  /**
   * Sends what was left on this device, of other pages too, but nothing that waits for the person, and of one row one tab's
   * after the other's. Answers how many rows.
   */
  readonly resume: () => number
  /** How much the server has not got: the rows of this tab, and what other tabs left. */
  readonly unsent: () => number
  /** Sends again what got no answer. */
  readonly retry: () => void
  readonly row: (name: RowName) => Row | undefined
  /** The same array as long as nothing changes. */
  readonly rows: () => readonly Row[]
  readonly subscribe: (listener: () => void) => () => void
  /** Calls off what is planned and forgets everything, on the device too: the person goes. */
  readonly end: () => void
}

/** How long after the n-th failure to try again, in milliseconds; the last goes on. */
const retryDelays = [2_000, 5_000, 10_000, 30_000]

const noFields: Fields = {}

export const createSaver = ({ send, keep, newId, later, isOnline, onScore, loadMerge }: SaverOptions): Saver => {
  const rows = new Map<string, Row>()
  const planned = new Map<string, () => void>()
  const failures = new Map<string, number>()
  const inFlight = new Set<string>()
  const listeners = new Set<() => void>()
  let list: readonly Row[] = []

  const tell = (): void => {
    list = [...rows.values()]
    for (const listener of listeners) listener()
  }

  const show = (row: Row): void => {
    rows.set(rowKey(row.name), row)
    tell()
  }

  const put = (row: Row): void => {
    const { name, place, stored, pending, draft, state } = row
    const theirs = state.kind === 'conflict' ? state.theirs : null
    if (hasUnsaved(row)) keep.put(rowKey(name), { name, place, stored, pending, draft, theirs, held: state.kind === 'held' })
    else keep.remove(rowKey(name))
    show(row)
  }

  const change = (key: string, patch: Partial<Row>): Row | undefined => {
    const row = rows.get(key)
    if (row === undefined) return undefined
    const changed = { ...row, ...patch }
    put(changed)
    return changed
  }

  const plan = (key: string, delay: number): void => {
    planned.get(key)?.()
    planned.set(key, later(() => {
      planned.delete(key)
      depart(key, false)
    }, delay))
  }

  const unplan = (key: string): void => {
    planned.get(key)?.()
    planned.delete(key)
  }

  /** Puts what was typed on its way, or again what is on its way already. */
  const depart = (key: string, closing: boolean): void => {
    const row = rows.get(key)
    if (row === undefined || inFlight.has(key) || row.state.kind === 'conflict' || row.state.kind === 'held') return
    const pending = row.pending ?? nextOf(row, newId)
    if (pending === null) return
    const draft = row.pending === null ? noFields : row.draft
    put({ ...row, pending, draft, state: { kind: 'saving' }, about: Object.keys(pending.set) })
    inFlight.add(key)
    void send(row.name, pending, { closing }).then((outcome) => {
      inFlight.delete(key)
      arrive(key, outcome)
    })
  }

  const arrive = (key: string, outcome: Outcome): void => {
    const row = rows.get(key)
    if (row === undefined || row.pending === null) return
    switch (outcome.kind) {
      case 'saved':
        failures.delete(key)
        onScore(outcome.reply.score)
        if (outcome.reply.merged === undefined || !Object.keys(row.draft).some(isText)) settle(key, outcome.reply, null)
        else {
          // What was typed since goes on from the joined text: nothing leaves before the two are one.
          inFlight.add(key)
          withMerge((merge) => {
            inFlight.delete(key)
            settle(key, outcome.reply, merge)
          })
        }
        return
      case 'changed':
        meanwhile(key, row, outcome.theirs)
        return
      case 'refused':
        change(key, { pending: null, draft: { ...row.pending.set, ...row.draft }, state: outcome })
        return
      case 'signedOut':
        change(key, { state: outcome })
        return
      case 'unreachable':
      case 'failed': {
        const count = (failures.get(key) ?? 0) + 1
        failures.set(key, count)
        const isAway = outcome.kind === 'unreachable' || !isOnline()
        change(key, { state: { kind: isAway ? 'offline' : 'failing' } })
        plan(key, retryDelays[Math.min(count, retryDelays.length) - 1] ?? 0)
      }
    }
  }

  const withMerge = (work: (merge: Merge) => void): void => {
    loadMerge().then(work, () => later(() => withMerge(work), retryDelays[0] ?? 0))
  }

  const settle = (key: string, reply: SavedReply, merge: Merge | null): void => {
    const row = rows.get(key)
    if (row === undefined || row.pending === null) return
    put(acknowledged(row, row.pending.set, { reply, merge }))
    depart(key, false)
  }

  /** Ends a conflict with what the person keeps; the rest of what they gave stays in any case. */
  const settleConflict = (key: string, choice: 'theirs' | 'mine' | Merge): void => {
    const row = rows.get(key)
    if (row?.state.kind !== 'conflict') return
    const { theirs } = row.state
    const mine = unsavedFields(row)
    const contested = contestedFields(row)
    const stored = { revision: theirs.revision, fields: { ...row.stored.fields, ...theirs.fields } }
    const draft =
      choice === 'mine' ? mine
      : choice === 'theirs' ? pick(mine, (field) => !contested.includes(field))
      : Object.fromEntries(Object.entries(mine).map(([field, value]) => [field, joinedText(choice, row.stored.fields[field], value, theirs.fields[field])]))
    const isDone = Object.keys(draft).length === 0
    put({ ...row, stored, pending: null, draft, state: isDone ? { kind: 'saved', at: theirs.at } : { kind: 'idle' } })
    depart(key, false)
  }

  /** Somebody else wrote to the row: no question where it was not in the same fields, or to the same effect. */
  const meanwhile = (key: string, row: Row, theirs: Meanwhile): void => {
    const mine = unsavedFields(row)
    const stored = { revision: theirs.revision, fields: { ...row.stored.fields, ...theirs.fields } }
    const contested: Row = { ...row, state: { kind: 'conflict', theirs } }
    const about = contestedFields(contested)
    if (about.length > 0) {
      put({ ...contested, about })
      return
    }
    const rest = Object.fromEntries(Object.entries(mine).filter(([field, value]) => !sameAnswer(value, stored.fields[field])))
    const isDone = Object.keys(rest).length === 0
    put({ ...row, stored, pending: null, draft: rest, state: isDone ? { kind: 'saved', at: theirs.at } : row.state })
    depart(key, false)
  }

  return {
    register: (known) => {
      for (const { name, stored, place } of known) {
        const key = rowKey(name)
        const row = rows.get(key)
        const isNewer = row !== undefined && stored.revision > row.stored.revision
        // What an earlier visit left on the device stays there: `resume` takes it up.
        if (row === undefined) rows.set(key, { name, place, stored, pending: null, draft: noFields, state: { kind: 'idle' }, about: [] })
        else if (!hasUnsaved(row)) rows.set(key, { ...row, place, ...(isNewer && { stored, state: { kind: 'idle' } }) })
        else if (isNewer && !inFlight.has(key) && holds(stored, unsavedFields(row))) {
          // It got there from another tab.
          unplan(key)
          put({ ...row, place, stored, pending: null, draft: noFields, state: { kind: 'idle' } })
        }
        // What is typed started from an older state: the server has to see that one to notice what changed since.
        else rows.set(key, { ...row, place: row.place ?? place })
      }
      tell()
    },
    edit: (name, set, { delay = 0, hold = false } = {}) => {
      const key = rowKey(name)
      const row = rows.get(key)
      if (row === undefined) return
      const draft = withoutUnchanged({ ...row.draft, ...set }, row)
      const isConflict = row.state.kind === 'conflict'
      const state: SaveState = isConflict ? row.state : hold ? { kind: 'held' } : row.pending !== null ? row.state : { kind: 'idle' }
      const changed = { ...row, draft, state, about: Object.keys(set) }
      put(changed)
      if (isConflict || hold) unplan(key)
      else if (!hasUnsaved(changed)) unplan(key)
      else if (delay > 0) plan(key, delay)
      else {
        unplan(key)
        depart(key, false)
      }
    },
    flush: (name, { closing } = { closing: false }) => {
      const keys = name === undefined ? [...planned.keys()] : [rowKey(name)].filter((key) => planned.has(key))
      for (const key of keys) {
        unplan(key)
        depart(key, closing)
      }
    },
    resolve: (name, choice) => {
      const key = rowKey(name)
      if (choice === 'both') withMerge((merge) => settleConflict(key, merge))
      else settleConflict(key, choice)
    },
    resume: () => {
      let count = 0
      for (const { key: place, kept: { theirs, held, ...left } } of keep.left()) {
        const key = rowKey(left.name)
        const known = rows.get(key)
        const given = unsavedFields(left)
        if (known !== undefined && hasUnsaved(known)) continue
        if (known !== undefined && holds(known.stored, given)) {
          keep.drop(place)
          continue
        }
        const state: SaveState = theirs !== null ? { kind: 'conflict', theirs } : held ? { kind: 'held' } : { kind: 'idle' }
        keep.drop(place)
        put({ ...left, state, about: Object.keys(given) })
        if (state.kind !== 'idle') continue
        depart(key, false)
        count += 1
      }
      return count
    },
    retry: () => {
      for (const [key, row] of rows) {
        if (row.pending === null || inFlight.has(key)) continue
        unplan(key)
        depart(key, false)
      }
    },
    unsent: () => list.filter(hasUnsaved).length + keep.left().length,
    row: (name) => rows.get(rowKey(name)),
    rows: () => list,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end: () => {
      for (const key of [...planned.keys()]) unplan(key)
      keep.clear()
      rows.clear()
      tell()
    },
  }
}

const nextOf = ({ stored, draft }: Row, newId: () => string) =>
  Object.keys(draft).length === 0 ? null : { op: newId(), base: stored.revision, set: draft }
