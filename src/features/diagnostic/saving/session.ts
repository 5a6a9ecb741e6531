/**
 * The saver of one diagnostic, for as long as the tab is open: pages come and go, and Back shows one as it was first
 * drawn, so what was saved since is remembered here and not in a page.
 */
import type { SavedScore } from '#domain/diagnostic/save-protocol.ts'

import { keepIn, storageHere } from './keep.ts'
import type { KnownRow } from './row.ts'
import type { Saver } from './saver.ts'
import { createSaver } from './saver.ts'
import { sendTo } from './send.ts'

/** The figures that the latest save told, and each criterion’s mean as last told. */
export type Figures = {
  readonly order: number
  readonly score: SavedScore
  readonly means: ReadonlyMap<string, { readonly order: number; readonly value: number | null }>
}

export type Owner = { readonly diagnostic: string; readonly person: string }

export type Session = {
  readonly saver: Saver
  /** Tells what a page that the server drew knows; the same page may come back later, as it was. */
  readonly receive: (view: object, known: readonly KnownRow[]) => void
  readonly figures: () => Figures | null
  /** When a page came, among what the server said since the tab was opened; one that has just come is the latest. */
  readonly orderOf: (view: object) => number
  /** Called when an answer changed what else a page shows; one page at a time listens. */
  readonly onRipple: (listener: (() => void) | null) => void
}

const later = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

export const createSession = (saverFor: (onScore: (score: SavedScore) => void) => Saver): Session => {
  const orders = new WeakMap<object, number>()
  let order = 0
  let figures: Figures | null = null
  let ripple: (() => void) | null = null
  const saver = saverFor((score) => {
    order += 1
    const { code, value } = score.criterion
    figures = { order, score, means: new Map([...(figures?.means ?? []), [code, { order, value }]]) }
    if (score.refresh === true) ripple?.()
  })
  return {
    saver,
    receive: (view, known) => {
      if (!orders.has(view)) orders.set(view, (order += 1))
      saver.register(known)
    },
    figures: () => figures,
    orderOf: (view) => orders.get(view) ?? Infinity,
    onRipple: (listener) => {
      ripple = listener
    },
  }
}

const sessionHere = (owner: Owner): Session =>
  createSession((onScore) =>
    createSaver({
      send: sendTo(owner),
      keep: keepIn(storageHere(), { ...owner, tab: crypto.randomUUID() }),
      newId: () => crypto.randomUUID(),
      later,
      isOnline: () => navigator.onLine,
      onScore,
      loadMerge: async () => (await import('#domain/diagnostic/merge-text.rules.ts')).mergeTexts,
    }),
  )

const sessions = new Map<string, Session>()

/** The tab’s session of a person in a diagnostic. On the server nothing outlives a request. */
export const sessionOf = (owner: Owner): Session => {
  if (typeof window === 'undefined') return sessionHere(owner)
  const key = `${owner.person}:${owner.diagnostic}`
  const session = sessions.get(key) ?? sessionHere(owner)
  sessions.set(key, session)
  return session
}

/** Forgets the person: nothing of theirs leaves any more, and nothing of theirs stays on the device. */
export const endSessions = (owners: readonly Owner[]): void => {
  for (const owner of owners) {
    sessionOf(owner).saver.end()
    sessions.delete(`${owner.person}:${owner.diagnostic}`)
  }
}
