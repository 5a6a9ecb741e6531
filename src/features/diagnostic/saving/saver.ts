/**
 * Saves each field by itself, and loses nothing: what is typed is kept on the device until the server has
 * acknowledged it, changes of one row leave one after the other, an unanswered one is sent again with the same
 * operation id, and a row that somebody else changed meanwhile waits for a person. Knows neither React nor the DOM.
 */
import { mergeTexts } from '#domain/diagnostic/merge-text.rules.ts'
import type { AnswerValue, SavedScore } from '#domain/diagnostic/save-protocol.ts'

import type { Keep, Kept } from './keep.ts'
import type { Fields, Meanwhile, Row, RowName, SaveState, StoredRow } from './row.ts'
import { hasUnsaved, rowKey, sameValue } from './row.ts'
import type { Outcome, Send } from './send.ts'

export type SaverOptions = {
  readonly send: Send
  readonly keep: Keep
  readonly newId: () => string
  /** Runs later; answers how to call it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void
  readonly isOnline: () => boolean
  readonly onScore: (score: SavedScore) => void
}

/** What one may keep of two versions. */
export type Choice = 'both' | 'theirs' | 'mine'

export type Saver = {
  /** Tells what the server holds; what is being typed stays. */
  readonly register: (known: readonly (readonly [RowName, StoredRow])[]) => void
  readonly edit: (name: RowName, set: Fields, how?: { readonly delay?: number; readonly hold?: boolean }) => void
  /** Sends what waits for its delay. */
  readonly flush: (name?: RowName, options?: { readonly closing: boolean }) => void
  readonly resolve: (name: RowName, choice: Choice) => void
  /** Sends what was left on this device, of other pages too. Answers how many rows. */
  readonly resume: () => number
  /** Sends again what got no answer. */
  readonly retry: () => void
  readonly row: (name: RowName) => Row | undefined
  /** The same array as long as nothing changes. */
  readonly rows: () => readonly Row[]
  readonly subscribe: (listener: () => void) => () => void
  /** Calls off what is planned, when the page goes. */
  readonly stop: () => void
}

/** How long after the n-th failure to try again, in milliseconds; the last goes on. */
const retryDelays = [2_000, 5_000, 10_000, 30_000]

const noFields: Fields = {}

export const createSaver = ({ send, keep, newId, later, isOnline, onScore }: SaverOptions): Saver => {
  const rows = new Map<string, Row>()
  const planned = new Map<string, () => void>()
  const failures = new Map<string, number>()
  const inFlight = new Set<string>()
  /** Left on the device because something has to come with it: shown again with its field. */
  const heldBack = new Map<string, Kept>()
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
    const { name, stored, pending, draft, state } = row
    if (hasUnsaved(row)) keep.put(rowKey(name), { name, stored, pending, draft, ...(state.kind === 'held' && { held: true }) })
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
      case 'saved': {
        failures.delete(key)
        put(acknowledged(row, row.pending.set, outcome.reply))
        onScore(outcome.reply.score)
        depart(key, false)
        return
      }
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

  /** Somebody else wrote to the row: no question where it was not in the same fields, or to the same effect. */
  const meanwhile = (key: string, row: Row, theirs: Meanwhile): void => {
    const mine: Fields = { ...row.pending?.set, ...row.draft }
    const stored = { revision: theirs.revision, fields: { ...row.stored.fields, ...theirs.fields } }
    const isContested = Object.keys(mine).some(
      (field) => !sameValue(theirs.fields[field], row.stored.fields[field]) && !sameValue(theirs.fields[field], mine[field]),
    )
    if (isContested) {
      change(key, { state: { kind: 'conflict', theirs } })
      return
    }
    const rest = Object.fromEntries(Object.entries(mine).filter(([field, value]) => !sameValue(value, stored.fields[field])))
    const isDone = Object.keys(rest).length === 0
    put({ ...row, stored, pending: null, draft: rest, state: isDone ? { kind: 'saved', at: theirs.at } : row.state })
    depart(key, false)
  }

  const holdAgain = (key: string): void => {
    const kept = heldBack.get(key)
    const row = rows.get(key)
    if (kept === undefined || row === undefined || hasUnsaved(row)) return
    heldBack.delete(key)
    // From the state that it was chosen on: the server then notices what changed since.
    rows.set(key, { ...row, stored: kept.stored, draft: kept.draft, state: { kind: 'held' }, about: Object.keys(kept.draft) })
  }

  return {
    register: (known) => {
      for (const [name, stored] of known) {
        const row = rows.get(rowKey(name))
        // What an earlier visit left on the device stays there: `resume` takes it up.
        if (row === undefined) {
          rows.set(rowKey(name), { name, stored, pending: null, draft: noFields, state: { kind: 'idle' }, about: [] })
          holdAgain(rowKey(name))
        }
        // What is typed started from an older state: the server has to see that one to notice what changed since.
        else if (!hasUnsaved(row) && stored.revision > row.stored.revision) rows.set(rowKey(name), { ...row, stored })
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
      const row = rows.get(key)
      if (row?.state.kind !== 'conflict') return
      const { theirs } = row.state
      const mine: Fields = { ...row.pending?.set, ...row.draft }
      const stored = { revision: theirs.revision, fields: { ...row.stored.fields, ...theirs.fields } }
      const draft = choice === 'theirs' ? noFields : choice === 'mine' ? mine : bothOf(row.stored.fields, mine, theirs.fields)
      const isDone = Object.keys(draft).length === 0
      put({ ...row, stored, pending: null, draft, state: isDone ? { kind: 'saved', at: theirs.at } : { kind: 'idle' } })
      depart(key, false)
    },
    resume: () => {
      let count = 0
      for (const kept of keep.all()) {
        const { name, stored, pending, draft } = kept
        const key = rowKey(name)
        if (kept.held === true) {
          heldBack.set(key, kept)
          holdAgain(key)
          continue
        }
        const known = rows.get(key)
        if (known !== undefined && hasUnsaved(known)) continue
        const left = { ...pending?.set, ...draft }
        const isThere = known !== undefined && Object.entries(left).every(([field, value]) => sameValue(known.stored.fields[field], value))
        if (isThere) {
          keep.remove(key)
          continue
        }
        put({ name, stored, pending, draft, state: { kind: 'idle' }, about: Object.keys(left) })
        depart(key, false)
        count += 1
      }
      tell()
      return count
    },
    retry: () => {
      for (const [key, row] of rows) {
        if (row.pending === null || inFlight.has(key)) continue
        unplan(key)
        depart(key, false)
      }
    },
    row: (name) => rows.get(rowKey(name)),
    rows: () => list,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      for (const key of [...planned.keys()]) unplan(key)
    },
  }
}

const nextOf = ({ stored, draft }: Row, newId: () => string) =>
  Object.keys(draft).length === 0 ? null : { op: newId(), base: stored.revision, set: draft }

/** Going back to what is stored is no change, unless something else is on its way. */
const withoutUnchanged = (draft: Fields, { stored, pending }: Row): Fields =>
  pending !== null
    ? draft
    : Object.fromEntries(Object.entries(draft).filter(([field, value]) => !sameValue(value, stored.fields[field])))

const acknowledged = (
  row: Row,
  sent: Fields,
  { revision, savedAt, merged }: { readonly revision: number; readonly savedAt: string; readonly merged?: string },
): Row => {
  // The server joined our text with somebody else's: what was typed since goes on from the joined one.
  const textField = Object.keys(sent).find((field) => field === 'practices' || field === 'comment' || field === 'value')
  const joined: Fields = merged === undefined || textField === undefined ? {} : { [textField]: merged }
  const fields = { ...row.stored.fields, ...sent, ...joined }
  const draft = Object.fromEntries(
    Object.entries(row.draft).map(([field, value]) => [
      field,
      field in joined ? bothTexts(sent[field], value, joined[field]) : value,
    ]),
  )
  const stored = { revision, fields }
  const saved = { ...row, stored, pending: null, draft }
  return { ...saved, draft: withoutUnchanged(draft, saved), state: { kind: 'saved', at: savedAt } }
}

const bothOf = (base: Fields, mine: Fields, theirs: Fields): Fields =>
  Object.fromEntries(Object.entries(mine).map(([field, value]) => [field, bothTexts(base[field], value, theirs[field])]))

const bothTexts = (base: AnswerValue | undefined, mine: AnswerValue, theirs: AnswerValue | undefined): AnswerValue =>
  typeof mine === 'string' && typeof theirs === 'string'
    ? mergeTexts({ base: typeof base === 'string' ? base : '', mine, theirs })
    : mine
