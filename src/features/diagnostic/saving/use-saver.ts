'use client'

import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'

import { loadUnsent } from '../exports/unsent.ts'
import { isGone } from './keep.ts'
import type { Fields, KnownRow, Row, RowName, SaveState, StoredRow } from './row.ts'
import { contestedFields, hasUnsaved, shownFields } from './row.ts'
import type { Choice, Saver } from './saver.ts'
import type { Figures, Session } from './session.ts'

/** How long one may pause while typing before the text leaves, in milliseconds. */
export const typingDelay = 800

/** How long a choice waits, so that arrows through a list to unfold save where they stop, in milliseconds. */
export const choiceDelay = 300

const SaverContext = createContext<Saver | null>(null)
export const SaverProvider = SaverContext.Provider

export const useSaver = (): Saver => {
  const saver = useContext(SaverContext)
  if (saver === null) throw new Error('Fields that save themselves stand inside <SaverProvider>.')
  return saver
}

export type SavedNotice = { readonly kind: 'back' | 'resumed'; readonly count: number }

/**
 * The saver of a diagnostic while one of its pages is open: it takes up what was left on the device, goes on when the
 * network or the person is back, sends what is left when the page closes, and asks before it closes on something unsaved.
 */
export const usePageSaver = ({ session, person, view, known, onRipple }: {
  readonly session: Session
  readonly person: string
  /** The page as the server drew it, and the rows that it shows. */
  readonly view: object
  readonly known: () => readonly KnownRow[]
  readonly onRipple: () => void
}): SavedNotice | null => {
  const { saver } = session
  const means = useRef({ known, onRipple })
  useEffect(() => {
    means.current = { known, onRipple }
  }, [known, onRipple])
  useEffect(() => session.receive(view, means.current.known()), [session, view])
  const [notice, setNotice] = useState<SavedNotice | null>(null)
  useEffect(() => {
    const count = saver.resume()
    saver.retry()
    // Needed when there may be no network to fetch it.
    void loadUnsent().catch(() => undefined)
    session.onRipple(() => means.current.onRipple())
    if (count > 0) setTimeout(() => setNotice({ kind: 'resumed', count }), 0)
    const onOnline = () => {
      const waiting = saver.rows().filter(({ state }) => state.kind === 'offline' || state.kind === 'failing').length
      saver.retry()
      if (waiting > 0) setNotice({ kind: 'back', count: waiting })
    }
    const onLeave = () => saver.flush(undefined, { closing: true })
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') onLeave()
      // They may have signed in again in another tab.
      else saver.retry()
    }
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      onLeave()
      if (saver.rows().some(hasUnsaved)) event.preventDefault()
    }
    const onStorage = (event: StorageEvent) => {
      if (isGone(event, person)) saver.end()
    }
    addEventListener('online', onOnline)
    addEventListener('storage', onStorage)
    addEventListener('pagehide', onLeave)
    addEventListener('beforeunload', onBeforeUnload)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      session.onRipple(null)
      removeEventListener('online', onOnline)
      removeEventListener('storage', onStorage)
      removeEventListener('pagehide', onLeave)
      removeEventListener('beforeunload', onBeforeUnload)
      document.removeEventListener('visibilitychange', onVisibility)
      onLeave()
    }
  }, [session, saver, person])
  return notice
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
    contested: row === undefined ? nothing : contestedFields(row),
    edit: (set: Fields, how?: { readonly delay?: number; readonly hold?: boolean }) => saver.edit(name, set, how),
    leave: () => saver.flush(name),
    resolve: (choice: Choice) => saver.resolve(name, choice),
    retry: () => saver.retry(),
  }
}

const onServer: readonly Row[] = []

/** All rows of the page as they change, for what is told of the whole. */
export const useRows = (saver: Saver): readonly Row[] => useSyncExternalStore(saver.subscribe, saver.rows, () => onServer)

const noFigures = (): Figures | null => null

/** What the latest save said of the whole, as it moves. */
export const useFigures = ({ saver, figures }: Session): Figures | null => useSyncExternalStore(saver.subscribe, figures, noFigures)

const never = () => () => undefined

/**
 * True until the page's own code has taken over: what one chose or typed in a field before that would be thrown away,
 * so fields stay inert for that moment.
 */
export const useIsWaking = (): boolean => useSyncExternalStore(never, () => false, () => true)
