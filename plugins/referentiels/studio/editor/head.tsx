'use client'

import { useState } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { inSentence } from '../../texts/typography.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { exportFormats } from '../contract/library.ts'
import { readText } from '../fields/facts.ts'
import { useFacts } from '../fields/field-place.ts'
import { hasUnsaved } from '../model/session.rules.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { doneActs } from '../library/done-acts.ts'
import styles from './editor.module.css'
import { SaveState } from './save-state.tsx'

const read = {
  title: ({ draft }: StudioView) => draft.parts.get('title')?.value,
  version: ({ draft }: StudioView) => draft.version,
  nodes: ({ outline }: StudioView) => outline.byId,
  people: ({ people }: StudioView) => people,
  canUndo: ({ session }: StudioView) => session.done.length > 0 && !hasUnsaved(session),
  canRedo: ({ session }: StudioView) => session.undone.length > 0 && !hasUnsaved(session),
}

export type Opened = 'publish' | 'compare' | 'past' | 'upstream' | null

/** Name of the référentiel, state of saving, and what one does with the whole. */
export function Head({ onOpen, isDerived }: { readonly onOpen: (what: Opened) => void; readonly isDerived: boolean }) {
  const { store, api, id, homeHref } = useStudio()
  const { kinds, language } = useFacts()
  const title = useView(read.title)
  const version = useView(read.version)
  const nodes = useView(read.nodes)
  const canUndo = useView(read.canUndo)
  const canRedo = useView(read.canRedo)
  const [isLeaving, setLeaving] = useState(false)
  const counts = kinds.map(({ value, label }) => ({ label: inSentence(label), many: [...nodes.values()].filter(({ kind }) => kind === value).length }))
  return (
    <header className={styles.head}>
      <a className={styles.home} href={homeHref}><StudioMark /><span>{studioTexts.studio}</span><span className={styles.hidden}> : {studioTexts.home}</span></a>
      <div className={styles.name}>
        <h1>{readText(title, language) || studioTexts.tree.untitled}</h1>
        <p>{studioTexts.version(version)} · {studioTexts.counts(counts.filter(({ many }) => many > 0).map(({ many, label }) => ({ many, label: many > 1 ? plural(label) : label })))}</p>
      </div>
      <div className={styles.headTools}>
        <People />
        <SaveState />
        <IconButton icon="arrow-counter-clockwise" label={`${studioTexts.history.undo} (${studioTexts.history.undoKey})`} disabled={!canUndo} onClick={() => store.undo()} />
        <IconButton icon="arrow-clockwise" label={`${studioTexts.history.redo} (${studioTexts.history.redoKey})`} disabled={!canRedo} onClick={() => store.redo()} />
        <Menu
          label={studioTexts.menu}
          items={[
            { label: studioTexts.past.open, run: () => onOpen('past') },
            ...(isDerived ? [{ label: studioTexts.upstream.open, run: () => onOpen('upstream') }] : []),
            ...exportFormats.map((format) => ({ label: `${studioTexts.export.title} : ${studioTexts.export[format]}`, href: api.exportOfDraft(id, format) })),
            { label: studioTexts.abandon.open, run: () => setLeaving(true) },
          ]}
        />
        <Button icon="git-diff" onClick={() => onOpen('compare')}>{studioTexts.publish.compare}</Button>
        <Button look="primary" onClick={() => onOpen('publish')}>{studioTexts.publish.open}</Button>
      </div>
      {isLeaving ? <Abandon onClose={() => setLeaving(false)} /> : null}
    </header>
  )
}

const plural = (label: string): string => (/[sxz]$/.test(label) ? label : `${label}s`)

function Abandon({ onClose }: { readonly onClose: () => void }) {
  const { api, id, homeHref } = useStudio()
  const others = useView(read.people).map(({ name }) => name)
  const [problem, setProblem] = useState<string | null>(null)
  const abandon = async (): Promise<void> => {
    const answer = await api.abandon(id).catch(() => null)
    if (answer?.ok === true) window.location.assign(`${homeHref}?fait=${doneActs.abandon}`)
    else setProblem(answer === null || answer.message === '' ? studioTexts.unreachable : answer.message)
  }
  return (
    <Dialog title={studioTexts.abandon.title} onClose={onClose}>
      <p>{studioTexts.abandon.lead}</p>
      {others.length === 0 ? null : <p>{studioTexts.abandon.others(others.join(', '))}</p>}
      {problem === null ? null : <p className={styles.refusal} role="alert">{problem}</p>}
      <div className={styles.row}>
        <Button look="danger" onClick={() => void abandon()}>{studioTexts.abandon.submit}</Button>
        <Button look="quiet" onClick={onClose}>{studioTexts.cancel}</Button>
      </div>
    </Dialog>
  )
}

/** Who else has the draft open. */
function People() {
  const people = useView(read.people)
  return people.length === 0 ? null : (
    <ul className={styles.people} aria-label={studioTexts.people.title}>
      {people.map(({ id, name }) => (
        <li key={id} title={studioTexts.people.here(name)}>
          <span aria-hidden="true">{initials(name)}</span>
          <span className={styles.hidden}>{studioTexts.people.here(name)}</span>
        </li>
      ))}
    </ul>
  )
}

const initials = (name: string): string => name.split(/[\s-]+/).slice(0, 2).map((word) => word.slice(0, 1).toUpperCase()).join('')

/** Three circles: the drawing of the house. */
export function StudioMark() {
  return (
    <svg viewBox="0 0 48 48" width="32" height="32" aria-hidden="true" fill="none" stroke="currentColor">
      <circle cx="24" cy="24" r="4.5" fill="currentColor" stroke="none" />
      <circle cx="24" cy="24" r="11.5" strokeWidth="4" strokeDasharray="58 14" transform="rotate(-40 24 24)" />
      <circle cx="24" cy="24" r="20" strokeWidth="4" strokeDasharray="100 26" transform="rotate(70 24 24)" />
    </svg>
  )
}
