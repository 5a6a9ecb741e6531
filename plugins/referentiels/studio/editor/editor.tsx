'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { sectionTexts, studioTexts } from '../../texts/studio/studio.ts'
import type { StudioApi } from '../client/api.ts'
import { StudioProvider, useStudio, useView } from '../client/studio-context.ts'
import type { Studio } from '../client/studio-context.ts'
import type { StudioStore, StudioView } from '../client/studio-store.ts'
import type { Target } from '../contract/changes.ts'
import type { OpenDraft, StudioFinding } from '../contract/draft.ts'
import { partNames } from '../contract/changes.ts'
import { factsOf } from '../fields/facts.ts'
import type { Jump } from '../fields/field-place.ts'
import { FactsProvider, fieldId, JumpProvider } from '../fields/field-place.ts'
import type { SectionName } from '../fields/part-fields.ts'
import { sectionNames, sectionOfPart } from '../fields/part-fields.ts'
import { isQuestion } from '../model/draft.ts'
import { hasUnsaved, wouldLose } from '../model/session.rules.ts'
import { Button } from '../ui/button.tsx'
import ui from '../ui/ui.module.css'
import { Checks } from './checks.tsx'
import { Conflicts } from './conflicts.tsx'
import styles from './editor.module.css'
import type { Opened } from './head.tsx'
import { Head } from './head.tsx'
import { PastDialog, UpstreamDialog } from './past-dialog.tsx'
import { Plan } from './plan.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { Refusal } from './save-state.tsx'
import { NodeSheet, SettingsSheet } from './sheet.tsx'

type Shown = { readonly of: 'node'; readonly id: string | null } | { readonly of: 'section'; readonly section: SectionName }

const read = {
  parts: ({ draft }: StudioView) => draft.parts,
  outline: ({ outline }: StudioView) => outline,
  people: ({ people }: StudioView) => people,
}

/** The editor of a draft: its plan, one sheet, what is to be mended and how it will look. */
export function Editor({ store, api, opened, homeHref }: {
  readonly store: StudioStore
  readonly api: StudioApi
  readonly opened: OpenDraft
  readonly homeHref: string
}) {
  const live = useRef<HTMLDivElement>(null)
  const studio: Studio = useMemo(
    () => ({
      store,
      api,
      id: opened.id,
      referentiel: opened.referentiel,
      homeHref,
      preview: opened.preview,
      say: (sentence) => {
        if (live.current !== null) live.current.textContent = sentence
      },
    }),
    [store, api, opened, homeHref],
  )
  return (
    <StudioProvider value={studio}>
      <div className={`${ui.studio} ${styles.editor}`}>
        <div ref={live} className={styles.hidden} role="status" aria-live="polite" />
        <Workplace />
      </div>
    </StudioProvider>
  )
}

function Workplace() {
  const { store, say } = useStudio()
  const parts = useView(read.parts)
  const outline = useView(read.outline)
  const facts = useMemo(() => factsOf({ parts }), [parts])
  const [shown, setShown] = useState<Shown>(() => ({ of: 'node', id: store.view().outline.roots[0]?.id ?? null }))
  const [side, setSide] = useState<'plan' | 'settings'>('plan')
  const [jump, setJump] = useState<Jump | null>(null)
  const [opened, setOpened] = useState<Opened>(null)

  useKeys(store, say)
  useLeaving(store)

  const node = shown.of === 'node' && shown.id !== null ? outline.byId.get(shown.id) : undefined
  const lastCode = useRef<string | null>(null)
  useEffect(() => {
    if (node !== undefined) lastCode.current = node.code
    store.standAt({ row: node?.id ?? null, part: shown.of === 'section' ? shown.section : null })
  }, [store, node, shown])

  const choose = useCallback((id: string | null) => setShown({ of: 'node', id }), [])
  const write = useCallback((id: string) => setJump((before) => ({ target: { row: id }, path: ['title'], nonce: (before?.nonce ?? 0) + 1, isWhole: true })), [])
  const pick = useCallback((id: string) => {
    setShown({ of: 'node', id })
    requestAnimationFrame(bringSheet)
  }, [])

  const go = useCallback(
    ({ place }: StudioFinding) => {
      const row = place.row === null ? undefined : store.view().draft.rows.get(place.row)
      setOpened(null)
      if (row !== undefined) {
        const owner = isQuestion(row) ? store.view().outline.byCode.get(row.node)?.id : row.id
        setSide('plan')
        setShown({ of: 'node', id: owner ?? null })
      } else if (place.part !== null) {
        setSide('settings')
        setShown({ of: 'section', section: sectionOfPart(place.part) })
      }
      const part = partNames.find((name) => name === place.part)
      const target: Target | null = row !== undefined ? { row: row.id } : part === undefined ? null : { part }
      setJump((before) => (target === null ? before : { target, path: place.path, nonce: (before?.nonce ?? 0) + 1 }))
    },
    [store],
  )
  useEffect(() => {
    if (jump !== null) requestAnimationFrame(() => requestAnimationFrame(() => focusOn(jump)))
  }, [jump])

  return (
    <FactsProvider value={facts}>
      <JumpProvider value={jump}>
        <Head onOpen={setOpened} isDerived={parts.has('derivedFrom')} />
        <Refusal />
        <Conflicts />
        <main className={styles.columns}>
          <nav className={styles.left} aria-label={side === 'plan' ? studioTexts.columns.plan : studioTexts.columns.settings}>
            <div className={styles.tabs} role="tablist" aria-label={`${studioTexts.columns.plan}, ${studioTexts.columns.settings}`}>
              {(['plan', 'settings'] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  role="tab"
                  id={`studio-onglet-${each}`}
                  aria-selected={side === each}
                  aria-controls="studio-gauche"
                  className={styles.tab}
                  onClick={() => setSide(each)}
                >
                  {studioTexts.columns[each]}
                </button>
              ))}
            </div>
            <div id="studio-gauche" role="tabpanel" aria-labelledby={`studio-onglet-${side}`} className={styles.leftBody}>
              {side === 'plan' ? (
                <Plan chosen={shown.of === 'node' ? shown.id : null} onChoose={choose} onPick={pick} onWrite={write} />
              ) : (
                <Sections shown={shown.of === 'section' ? shown.section : null} onChoose={(section) => {
                  setShown({ of: 'section', section })
                  requestAnimationFrame(() => {
                    document.getElementById('studio-fiche')?.focus()
                    bringSheet()
                  })
                }} />
              )}
            </div>
          </nav>
          <section className={styles.middle} aria-label={studioTexts.columns.sheet}>
            <Button look="quiet" icon="arrow-up" className={styles.toPlan} onClick={() => document.getElementById('studio-gauche')?.scrollIntoView()}>{studioTexts.columns.back[side]}</Button>
            {shown.of === 'section' ? <SettingsSheet key={shown.section} section={shown.section} /> : null}
            {node === undefined ? (shown.of === 'node' ? <p className={styles.empty}>{studioTexts.sheet.none}</p> : null) : <><Writing node={node.id} /><NodeSheet key={node.id} node={node} /></>}
          </section>
          <aside className={styles.right}>
            <Checks onGo={go} />
            <PreviewPanel code={node?.code ?? null} />
          </aside>
        </main>
        {opened === 'publish' || opened === 'compare' ? <PublishDialog isOnlyCompare={opened === 'compare'} onClose={() => setOpened(null)} onGo={go} /> : null}
        {opened === 'past' ? <PastDialog onClose={() => setOpened(null)} /> : null}
        {opened === 'upstream' ? <UpstreamDialog onClose={() => setOpened(null)} /> : null}
      </JumpProvider>
    </FactsProvider>
  )
}

/** Where the columns stand one below the other, what was picked in the first comes into sight. */
const bringSheet = (): void => {
  const sheet = document.getElementById('studio-fiche')
  if (sheet !== null && sheet.getBoundingClientRect().top > window.innerHeight / 2) sheet.scrollIntoView({ block: 'start' })
}

function Sections({ shown, onChoose }: { readonly shown: SectionName | null; readonly onChoose: (section: SectionName) => void }) {
  return (
    <ul className={styles.sections}>
      {sectionNames.map((section) => (
        <li key={section}>
          <button type="button" className={styles.section} aria-current={shown === section || undefined} onClick={() => onChoose(section)}>{sectionTexts[section].label}</button>
        </li>
      ))}
    </ul>
  )
}

/** « Aminata écrit ici. » */
function Writing({ node }: { readonly node: string }) {
  const here = useView(read.people).filter(({ at }) => at?.row === node)
  return here.length === 0 ? null : <p className={styles.writing} role="status">{here.map(({ name }) => studioTexts.people.writes(name)).join(' ')}</p>
}

/** Puts the focus where a finding is: on its field, or the nearest thing around it that has one. */
const focusOn = ({ target, path, isWhole = false }: Jump): void => {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = document.getElementById(fieldId({ target, path: path.slice(0, length) }))
    if (found === null) continue
    const control = found.matches('input, select, textarea, button') ? found : (found.querySelector<HTMLElement>('input, select, textarea, button') ?? found)
    // Who writes there already keeps what is written: asked for twice, it would be selected and typed over.
    const isThere = control === document.activeElement
    control.focus()
    if (isWhole && !isThere && control instanceof HTMLInputElement) control.select()
    control.scrollIntoView({ block: 'center' })
    return
  }
  document.getElementById('studio-fiche')?.focus()
}

/** Ctrl+Z and Ctrl+Maj+Z, wherever one is: a field's own memory would not know what the draft's does. */
const useKeys = (store: StudioStore, say: (sentence: string) => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]') !== null) return
      const key = event.key.toLowerCase()
      const isRedo = (key === 'z' && event.shiftKey) || key === 'y'
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      takeBack(store, isRedo ? 'redo' : 'undo', say)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [store, say])
}

/** What is on its way arrives first; then the last step is taken back, and said. */
const takeBack = (store: StudioStore, what: 'undo' | 'redo', say: (sentence: string) => void): void => {
  const { session } = store.view()
  if (hasUnsaved(session)) {
    store.saveNow()
    const stop = store.subscribe(() => {
      if (hasUnsaved(store.view().session)) return
      stop()
      takeBack(store, what, say)
    })
    return
  }
  const step = (what === 'undo' ? session.done : session.undone).at(-1)
  if (step === undefined) return say(studioTexts.history.nothing)
  store[what]()
  say(what === 'undo' ? studioTexts.history.undone(step.label) : studioTexts.history.redone(step.label))
}

/** The browser asks before a page closes on words that have not arrived or wait for a choice; what waits to leave leaves at once. */
const useLeaving = (store: StudioStore): void => {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (!wouldLose(store.view().session)) return
      store.saveNow()
      event.preventDefault()
    }
    const onOnline = (): void => store.saveNow()
    window.addEventListener('beforeunload', onLeave)
    window.addEventListener('online', onOnline)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      window.removeEventListener('online', onOnline)
    }
  }, [store])
}
