'use client'

import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import type { NextStep } from '#domain/diagnostic/steps.rules.ts'
import { firstToOpen, nextStep } from '#domain/diagnostic/steps.rules.ts'

import { type Packed, unpacked } from '../packed.ts'
import type { Row } from '../saving/row.ts'
import type { SavedNotice } from '../saving/use-saver.ts'
import { sessionOf } from '../saving/session.ts'
import { SaverProvider, useFigures, usePageSaver, useRows } from '../saving/use-saver.ts'
import type { CriterionView, PageEntry, PageView } from '../view.ts'
import { cardTitleId } from './card-id.ts'
import { loadHelp } from './help-panel.tsx'
import type { LiveCriterion } from './live.ts'
import { byKey, liveCriterion, rowsOfPage } from './live.ts'
import { PageProvider } from './page-context.ts'

type Entry = {
  readonly rows: readonly Row[]
  readonly notice: SavedNotice | null
  readonly lives: ReadonlyMap<string, LiveCriterion>
  readonly open: string | null
  readonly next: NextStep
  readonly pages: readonly PageEntry[]
  readonly answered: number
  readonly applicable: number
  /** The mean of a criterion with several questions, as it moves. */
  readonly meanOf: (criterion: CriterionView) => number | null
  readonly openCriterion: (criterion: string) => void
  readonly fold: () => void
}

const EntryContext = createContext<Entry | null>(null)

export const useEntry = (): Entry => {
  const entry = useContext(EntryContext)
  if (entry === null) throw new Error('The questionnaire’s parts stand inside <EntryProvider>.')
  return entry
}

/** What the parts of one page share while one answers: the saver, the open criterion, the counts as they move. */
export function EntryProvider({ view: parcel, children }: { readonly view: Packed<PageView>; readonly children: ReactNode }) {
  const view = unpacked(parcel)
  const router = useRouter()
  const { diagnostic, person } = view
  const session = useMemo(() => sessionOf({ diagnostic, person }), [diagnostic, person])
  const { saver } = session
  const notice = usePageSaver({ session, person, view, known: () => rowsOfPage(view), onRipple: () => router.refresh() })
  const rows = useRows(saver)
  const figures = useFigures(session)

  const lives = useMemo(() => {
    const known = byKey(rows)
    return new Map(view.criteria.map((criterion) => [criterion.code, liveCriterion(known, criterion)]))
  }, [view, rows])
  const steps = view.criteria.map(({ code, isWritable }) => ({ code, isWritable, state: lives.get(code)?.state ?? 'notApplicable' }))
  const [chosen, setChosen] = useState<{ readonly page: string; readonly code: string | null }>(() => ({
    page: view.page.code,
    code: firstToOpen(steps, view.asked),
  }))
  if (chosen.page !== view.page.code) setChosen({ page: view.page.code, code: firstToOpen(steps, view.asked) })
  const open = chosen.page === view.page.code ? chosen.code : null

  useEffect(() => void loadHelp().catch(() => undefined), [])
  const toFocus = useRef<string | null>(null)
  useEffect(() => {
    if (toFocus.current === null) return
    document.getElementById(toFocus.current)?.focus()
    toFocus.current = null
  })

  const show = (code: string | null, focus: string) => {
    toFocus.current = focus
    setChosen({ page: view.page.code, code })
    const query = new URLSearchParams({ theme: view.page.code, ...(code === null ? {} : { critere: code }) })
    window.history.replaceState(null, '', `?${query.toString()}`)
  }
  // Back shows the page as it was drawn first: what was saved since is newer.
  const drawn = session.orderOf(view)
  const counts = figures !== null && figures.order > drawn ? figures.score : null
  const pages = view.pages.map((page) => ({ ...page, ...counts?.pages.find(({ code }) => code === page.code) }))
  const entry: Entry = {
    rows,
    notice,
    lives,
    open,
    next: nextStep({ criteria: steps, open, pages, page: view.page.code }),
    pages,
    answered: counts?.answered ?? view.answered,
    applicable: counts?.applicable ?? view.applicable,
    meanOf: ({ code, score }) => {
      const told = figures?.means.get(code)
      return told !== undefined && told.order > drawn ? told.value : score
    },
    openCriterion: (code) => show(code, cardTitleId(code)),
    fold: () => {
      if (open !== null) show(null, cardTitleId(open))
    },
  }
  return (
    <PageProvider value={view}>
      <SaverProvider value={saver}>
        <EntryContext value={entry}>{children}</EntryContext>
      </SaverProvider>
    </PageProvider>
  )
}
