'use client'

import { useEffect, useMemo, useState } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { studioApi } from '../client/api.ts'
import { createStudioStore } from '../client/studio-store.ts'
import type { StudioStore } from '../client/studio-store.ts'
import type { OpenDraft } from '../contract/draft.ts'
import { Button } from '../ui/button.tsx'
import ui from '../ui/ui.module.css'
import { Editor } from './editor.tsx'

type State =
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly opened: OpenDraft; readonly store: StudioStore }
  | { readonly is: 'refused'; readonly message: string }

/** Opens a draft, and the editor on it. */
export function StudioPage({ draft, apiRoute, homeHref }: { readonly draft: string; readonly apiRoute: string; readonly homeHref: string }) {
  const api = useMemo(() => studioApi(apiRoute), [apiRoute])
  const [state, setState] = useState<State>({ is: 'opening' })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let isGone = false
    const open = async (): Promise<void> => {
      const answer = await api.open(draft).catch(() => null)
      if (isGone) return
      if (answer?.ok !== true) {
        setState({ is: 'refused', message: answer === null ? studioTexts.unreachable : answer.status === 404 ? studioTexts.notFound : answer.message })
        return
      }
      const opened = answer.value
      setState({ is: 'open', opened, store: createStudioStore({ draft, opened, api }, aroundHere) })
    }
    void open()
    return () => {
      isGone = true
    }
  }, [api, draft, tries])

  const store = state.is === 'open' ? state.store : null
  useEffect(() => {
    if (store === null) return
    store.start()
    const leave = (): void => store.stop()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      store.stop()
    }
  }, [store])

  if (state.is === 'open') return <Editor store={state.store} api={api} opened={state.opened} homeHref={homeHref} />
  return (
    <main className={`${ui.studio} ${ui.page}`}>
      {state.is === 'opening' ? (
        <p role="status">{studioTexts.loading}</p>
      ) : (
        <>
          <p role="alert">{state.message}</p>
          <p className={ui.row}>
            <Button onClick={() => setTries(tries + 1)}>{studioTexts.retry}</Button>
            <a className={ui.link} href={homeHref}>{studioTexts.publish.back}</a>
          </p>
        </>
      )}
    </main>
  )
}

const aroundHere = {
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  wait: (run: () => void, after: number) => {
    const timer = setTimeout(run, after)
    return () => clearTimeout(timer)
  },
  isOnline: () => navigator.onLine,
}
