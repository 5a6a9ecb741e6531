'use client'

import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'

import type { SavedScore } from '#domain/diagnostic/save-protocol.ts'

import { keepIn } from './keep.ts'
import type { Fields, Row, RowName, SaveState, StoredRow } from './row.ts'
import { hasUnsaved, shownFields } from './row.ts'
import type { Choice, Saver } from './saver.ts'
import { createSaver } from './saver.ts'
import { sendTo } from './send.ts'

/** How long one may pause while typing before the text leaves, in milliseconds. */
export const typingDelay = 800

/** How long a choice waits, so that arrows through a list of levels save where they stop, in milliseconds. */
export const choiceDelay = 300

const SaverContext = createContext<Saver | null>(null)
export const SaverProvider = SaverContext.Provider

export const useSaver = (): Saver => {
  const saver = useContext(SaverContext)
  if (saver === null) throw new Error('Fields that save themselves stand inside <SaverProvider>.')
  return saver
}

const storageHere = (): Storage | null => {
  try {
    return typeof window === 'undefined' ? null : window.localStorage
  } catch {
    // Forbidden by the browser's settings.
    return null
  }
}

const later = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

export type SavedNotice = { readonly kind: 'back' | 'resumed'; readonly count: number }

/**
 * The saver of one page, for as long as the page is open: it takes up what was left on the device, goes on when the
 * network is back, sends what is left when the page closes, and asks before it closes on something unsaved.
 */
export const usePageSaver = ({ diagnostic, person, onScore }: {
  readonly diagnostic: string
  readonly person: string
  readonly onScore: (score: SavedScore) => void
}): { readonly saver: Saver; readonly notice: SavedNotice | null } => {
  const tell = useRef(onScore)
  useEffect(() => {
    tell.current = onScore
  }, [onScore])
  const [saver] = useState(() =>
    createSaver({
      send: sendTo(diagnostic),
      keep: keepIn(storageHere(), { diagnostic, person }),
      newId: () => crypto.randomUUID(),
      later,
      isOnline: () => navigator.onLine,
      onScore: (score) => tell.current(score),
    }),
  )
  const [notice, setNotice] = useState<SavedNotice | null>(null)
  useEffect(() => {
    const count = saver.resume()
    if (count > 0) later(() => setNotice({ kind: 'resumed', count }), 0)
    const onOnline = () => {
      const waiting = saver.rows().filter(({ state }) => state.kind === 'offline' || state.kind === 'failing').length
      saver.retry()
      if (waiting > 0) setNotice({ kind: 'back', count: waiting })
    }
    const onLeave = () => saver.flush(undefined, { closing: true })
    const onHidden = () => {
      if (document.visibilityState === 'hidden') onLeave()
    }
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      onLeave()
      if (saver.rows().some(hasUnsaved)) event.preventDefault()
    }
    addEventListener('online', onOnline)
    addEventListener('pagehide', onLeave)
    addEventListener('beforeunload', onBeforeUnload)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      removeEventListener('online', onOnline)
      removeEventListener('pagehide', onLeave)
      removeEventListener('beforeunload', onBeforeUnload)
      document.removeEventListener('visibilitychange', onHidden)
      onLeave()
    }
  }, [saver])
  return { saver, notice }
}

const idle: SaveState = { kind: 'idle' }
const nothing: readonly string[] = []

/** One row: what its fields show, how its saving stands, and how to change it. */
export const useRow = (name: RowName, stored: StoredRow) => {
  const saver = useSaver()
  const row = useSyncExternalStore(
    saver.subscribe,
    () => saver.row(name),
    (): Row | undefined => undefined,
  )
  return {
    fields: row === undefined ? stored.fields : shownFields(row),
    state: row?.state ?? idle,
    about: row?.about ?? nothing,
    base: row?.stored.fields ?? stored.fields,
    edit: (set: Fields, how?: { readonly delay?: number; readonly hold?: boolean }) => saver.edit(name, set, how),
    leave: () => saver.flush(name),
    resolve: (choice: Choice) => saver.resolve(name, choice),
    retry: () => saver.retry(),
  }
}

const onServer: readonly Row[] = []

/** All rows of the page as they change, for what is told of the whole. */
export const useRows = (saver: Saver): readonly Row[] => useSyncExternalStore(saver.subscribe, saver.rows, () => onServer)

const never = () => () => undefined

/**
 * True until the page's own code has taken over: what one chose or typed in a field before that would be thrown away,
 * so fields stay inert for that moment.
 */
export const useIsWaking = (): boolean => useSyncExternalStore(never, () => false, () => true)
