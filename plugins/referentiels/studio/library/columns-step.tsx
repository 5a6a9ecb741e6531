'use client'

import { useEffect, useRef, useState } from 'react'

import { columnRoles, type ColumnRole, roleTexts } from '../../texts/column-roles.ts'
import { libraryTexts } from '../../texts/studio/library.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import { presetOfRoles } from '../../workbook/columns/preset-of-roles.ts'
import type { StudioApi } from '../client/api.ts'
import { problemOf } from '../client/use-asked.ts'
import type { ColumnsResult, FileOptions } from '../contract/files.ts'
import fields from '../fields/fields.module.css'
import { Button } from '../ui/button.tsx'
import ui from '../ui/ui.module.css'
import styles from './library.module.css'
import { Problem } from './problem.tsx'
import { idFrom } from './referentiel-id.rules.ts'

const texts = libraryTexts.dialog.columns

type Sheet = ColumnsResult['sheets'][number]
type Roles = ReadonlyMap<string, ColumnRole>

const isRole = (word: string): word is ColumnRole => columnRoles.some((role) => role === word)

const proposed = ({ columns }: Sheet): Roles => new Map(columns.flatMap(({ heading, role }) => (role === null ? [] : [[heading, role] as const])))

type Reading = {
  readonly isBusy: boolean
  /** Reads the file so; without keeping anything, or for good. */
  readonly onRead: (columns: Pick<FileOptions, 'preset' | 'known'>, isDry: boolean) => void
}

type ColumnsStepProps = Reading & { readonly api: StudioApi; readonly file: File; readonly onLeave: () => void }

/** « Dire ce que contient chaque colonne »: for a spreadsheet that follows no template. */
export function ColumnsStep({ api, file, isBusy, onLeave, onRead }: ColumnsStepProps) {
  const [found, setFound] = useState<ColumnsResult | { readonly problem: string } | null>(null)
  useEffect(() => {
    let isGone = false
    const take = (next: ColumnsResult | { readonly problem: string }): void => {
      if (!isGone) setFound(next)
    }
    api.columns(file).then(
      (answer) => take(answer.ok ? answer.value : { problem: answer.status === 400 ? texts.unreadable : problemOf(answer) }),
      () => take({ problem: studioTexts.unreachable }),
    )
    return () => {
      isGone = true
    }
  }, [api, file])
  if (found === null) return <p role="status">{texts.loading}</p>
  const refused = 'problem' in found ? found.problem : found.sheets.length === 0 ? texts.empty : null
  return (
    <>
      {refused === null ? null : <Problem sentence={refused} />}
      {'problem' in found || refused !== null ? null : <Ways found={found} isBusy={isBusy} onRead={onRead} />}
      <div className={ui.row}><Button look="quiet" onClick={onLeave}>{texts.back}</Button></div>
    </>
  )
}

const byHand = ''

/** A workbook that the platform knows is read so, unless the person says otherwise. */
function Ways({ found: { known, sheets }, isBusy, onRead }: Reading & { readonly found: ColumnsResult }) {
  const [name, setName] = useState(known[0]?.name ?? byHand)
  const shown = useRef<HTMLDivElement>(null)
  // It stands below the fold of the dialog, in place of the button that asked for it.
  useEffect(() => {
    shown.current?.focus()
    shown.current?.scrollIntoView({ block: 'start' })
  }, [])
  const preset = known.find((each) => each.name === name)
  return (
    <div ref={shown} className={styles.form} tabIndex={-1}>
      {known.length === 0 ? null : (
        <fieldset className={fields.group}>
          <legend className={fields.label}>{texts.known}</legend>
          {known.map(({ name: each, label, into }) => (
            <Way key={each} label={label} hint={into === null ? texts.knownWhole : texts.knownInto(into.title, into.version)} isChosen={name === each} onChoose={() => setName(each)} />
          ))}
          <Way label={texts.self} isChosen={name === byHand} onChoose={() => setName(byHand)} />
        </fieldset>
      )}
      {preset === undefined ? <Choices sheets={sheets} isBusy={isBusy} onRead={onRead} /> : <Known key={preset.name} preset={preset} isBusy={isBusy} onRead={onRead} />}
    </div>
  )
}

function Way({ label, hint, isChosen, onChoose }: { readonly label: string; readonly hint?: string; readonly isChosen: boolean; readonly onChoose: () => void }) {
  return (
    <label className={styles.way}>
      <input type="radio" name="colonnes-lecture" checked={isChosen} onChange={onChoose} />
      <span><strong>{label}</strong>{hint === undefined ? null : <span className={styles.soft}>{hint}</span>}</span>
    </label>
  )
}

function Known({ preset, isBusy, onRead }: Reading & { readonly preset: ColumnsResult['known'][number] }) {
  const [title, setTitle] = useState(preset.title)
  const [problem, setProblem] = useState<string | null>(null)
  const read = (isDry: boolean): void => {
    if (idFrom(title) === '') return setProblem(texts.needsTitle)
    setProblem(null)
    onRead({ known: { name: preset.name, id: idFrom(title), title: title.trim() } }, isDry)
  }
  return (
    <div className={styles.form} onChange={() => setProblem(null)}>
      <div className={fields.field}>
        <label className={fields.label} htmlFor="colonnes-nom">{texts.name}</label>
        <input id="colonnes-nom" type="text" className={fields.input} value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
      </div>
      <Reads problem={problem} isBusy={isBusy} onRead={read} />
    </div>
  )
}

/** Tried first, or for good. */
function Reads({ problem, isBusy, onRead }: { readonly problem: string | null; readonly isBusy: boolean; readonly onRead: (isDry: boolean) => void }) {
  return (
    <>
      {problem === null ? null : <Problem sentence={problem} />}
      <div className={ui.row}>
        <Button disabled={isBusy} onClick={() => onRead(true)}>{texts.check}</Button>
        <Button disabled={isBusy} onClick={() => onRead(false)}>{texts.import}</Button>
      </div>
    </>
  )
}

function Choices({ sheets, isBusy, onRead }: Reading & { readonly sheets: readonly Sheet[] }) {
  const largest = sheets.reduce((one, other) => (other.rows > one.rows ? other : one))
  const [name, setName] = useState(largest.name)
  const sheet = sheets.find((each) => each.name === name) ?? largest
  const [chosen, setChosen] = useState<ReadonlyMap<string, Roles>>(new Map())
  const roles = chosen.get(sheet.name) ?? proposed(sheet)
  const [title, setTitle] = useState('')
  const [author, setAuthor] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  /** One column for each thing: what another column held is taken from it. */
  const choose = (heading: string, word: string): void => {
    const others = [...roles].filter(([each, role]) => each !== heading && role !== word)
    setChosen(new Map([...chosen, [sheet.name, new Map(isRole(word) ? [...others, [heading, word]] : others)]]))
  }
  const read = (isDry: boolean): void => {
    if (idFrom(title) === '' || author.trim() === '') return setProblem(texts.needsWords)
    const imperative = sheet.columns.find(({ heading }) => roles.get(heading) === 'imperative')
    const preset = presetOfRoles({
      sheet: sheet.name,
      roles,
      yes: imperative?.yes ?? [],
      ignored: sheet.columns.filter(({ heading }) => !roles.has(heading)).map(({ heading }) => heading),
      document: { id: idFrom(title), title: title.trim(), author: author.trim() },
    })
    if (typeof preset === 'string') return setProblem(texts.refusals[preset])
    setProblem(null)
    onRead({ preset }, isDry)
  }
  return (
    <section className={styles.form} aria-labelledby="colonnes-titre" onChange={() => setProblem(null)}>
      <h3 id="colonnes-titre">{texts.title}</h3>
      <p>{texts.lead}</p>
      {sheets.length < 2 ? null : (
        <div className={fields.field}>
          <label className={fields.label} htmlFor="colonnes-feuille">{texts.sheet}</label>
          <select id="colonnes-feuille" className={fields.input} value={sheet.name} onChange={({ target }) => setName(target.value)}>
            {sheets.map((each) => <option key={each.name} value={each.name}>{texts.sheetOf(each.name, each.rows)}</option>)}
          </select>
        </div>
      )}
      {sheet.columns.map(({ letters, heading, samples }) => (
        <div key={`${sheet.name}:${letters}`} className={fields.field}>
          <label className={fields.label} htmlFor={`colonne-${letters}`}>{texts.column(letters, heading)}</label>
          <select id={`colonne-${letters}`} className={fields.input} value={roles.get(heading) ?? ''} aria-describedby={`colonne-${letters}-aide`} onChange={({ target }) => choose(heading, target.value)}>
            <option value="">{texts.leftOut}</option>
            {columnRoles.map((role) => <option key={role} value={role}>{roleTexts[role]}</option>)}
          </select>
          <p id={`colonne-${letters}-aide`} className={fields.hint}>{samples.length === 0 ? texts.noSample : samples.join(' · ')}</p>
        </div>
      ))}
      <div className={fields.field}>
        <label className={fields.label} htmlFor="colonnes-nom">{texts.name}</label>
        <input id="colonnes-nom" type="text" className={fields.input} value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
      </div>
      <div className={fields.field}>
        <label className={fields.label} htmlFor="colonnes-auteur">{texts.author}</label>
        <input id="colonnes-auteur" type="text" className={fields.input} value={author} maxLength={200} onChange={({ target }) => setAuthor(target.value)} />
      </div>
      <Reads problem={problem} isBusy={isBusy} onRead={read} />
    </section>
  )
}
