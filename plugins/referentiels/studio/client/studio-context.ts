'use client'

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

import type { StudioApi } from './api.ts'
import type { StudioStore, StudioView } from './studio-store.ts'

export type Studio = {
  readonly store: StudioStore
  readonly api: StudioApi
  /** Id of the draft. */
  readonly id: string
  readonly referentiel: string
  readonly homeHref: string
  readonly preview: string | null
  /** Says a sentence to whoever does not see the screen. */
  readonly say: (sentence: string) => void
}

const StudioContext = createContext<Studio | null>(null)
export const StudioProvider = StudioContext.Provider

export const useStudio = (): Studio => {
  const studio = useContext(StudioContext)
  if (studio === null) throw new Error('The editor’s parts stand inside <StudioProvider>.')
  return studio
}

/** A part of what the store knows; the component draws again only when that part is another one. */
export const useView = <Part>(choose: (view: StudioView) => Part): Part => {
  const { store } = useStudio()
  const read = useCallback(() => choose(store.view()), [choose, store])
  return useSyncExternalStore(store.subscribe, read, read)
}
