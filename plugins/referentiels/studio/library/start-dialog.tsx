'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { identifier } from '../../engine/document/codes.ts'
import { libraryTexts } from '../../texts/studio/library.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import type { StudioApi } from '../client/api.ts'
import { keepFile } from '../client/keep-file.ts'
import type { FileOptions, FileResult } from '../contract/files.ts'
import type { LibraryResult } from '../contract/library.ts'
import type { OwnerView } from '../contract/people.ts'
import fields from '../fields/fields.module.css'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import ui from '../ui/ui.module.css'
import { ColumnsStep } from './columns-step.tsx'
import { FileOutcome } from './file-outcome.tsx'
import styles from './library.module.css'
import { OwnerField } from './owner-field.tsx'
import { Problem } from './problem.tsx'
import { idFrom } from './referentiel-id.rules.ts'
import { ReplaceQuestion } from './replace-question.tsx'

const texts = libraryTexts.dialog

const ways = ['blank', 'derived', 'file'] as const
type Way = (typeof ways)[number]
export type Start = { readonly from: Way; readonly revision?: string }

const labels: Readonly<Record<Way, { readonly label: string; readonly hint: string }>> = {
  blank: { label: texts.blank, hint: texts.blankHint },
  derived: { label: texts.copy, hint: texts.copyHint },
  file: { label: texts.file, hint: texts.fileHint },
}

/** How a file is read that follows no template. */
type Columns = Pick<FileOptions, 'preset' | 'known'>

type DialogProps = {
  readonly api: StudioApi
  readonly library: LibraryResult
  readonly start: Start
  readonly onClose: () => void
  readonly onOpen: (draft: string) => void
  readonly onImported: () => void
}

/** Where a référentiel begins: a blank page, another one, a file. */
export function StartDialog({ api, library, start, onClose, onOpen, onImported }: DialogProps) {
  const published = library.referentiels.flatMap(({ title, versions }) =>
    versions.filter(({ status }) => status === 'published').slice(0, 1).map(({ id, version }) => ({ id, label: `${title} (${version})` })))
  const [way, setWay] = useState<Way>(start.from)
  const [title, setTitle] = useState('')
  const [id, setId] = useState<string | null>(null)
  const [owner, setOwner] = useState<OwnerView | null>(library.owners[0] ?? null)
  const [levels, setLevels] = useState<string>(texts.levelsDefault)
  const [revision, setRevision] = useState(start.revision ?? published[0]?.id ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [isReplacing, setReplacing] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly result: FileResult; readonly isDry: boolean } | null>(null)
  const [asked, setAsked] = useState<{ readonly columns: Columns; readonly version: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isByColumns, setByColumns] = useState(false)
  const isWorkbook = /\.xlsx$/i.test(file?.name ?? '')

  const shownId = id ?? idFrom(title)

  const tell = (answer: { readonly ok: false; readonly message: string } | null): void =>
    setProblem(answer === null || answer.message === '' ? studioTexts.unreachable : answer.message)

  const send = async (isDry: boolean, columns: Columns = {}, isAgreed = false): Promise<void> => {
    if (file === null) return setProblem(texts.needsFile)
    if (owner === null) return setProblem(texts.needsOwner)
    // What people wrote is not taken away before it is known that something would be, and said.
    const isAsking = isReplacing && !isDry && !isAgreed
    const answer = await api.file(file, { owner: { kind: owner.kind, id: owner.id }, dryRun: isDry || isAsking, replace: isReplacing, ...columns }).catch(() => null)
    if (answer?.ok !== true) return tell(answer)
    if (isAsking && answer.value.outcome === 'replaced') return setAsked({ columns, version: answer.value.version ?? '' })
    if (isAsking && answer.value.outcome !== 'refused') return send(false, columns, true)
    setOutcome({ result: answer.value, isDry })
    if (!isDry && answer.value.outcome !== 'refused') onImported()
  }
  const annotate = async (): Promise<void> => {
    if (file === null || owner === null) return
    const workbook = await api.annotated(file, { owner: { kind: owner.kind, id: owner.id }, replace: isReplacing })
    if (workbook === null) return setProblem(studioTexts.unreachable)
    keepFile(workbook, texts.annotatedName(file.name.replace(/\.xlsx$/i, '')))
  }
  const begin = async (): Promise<void> => {
    if (title.trim() === '') return setProblem(texts.needsTitle)
    if (!identifier.safeParse(shownId).success) return setProblem(texts.needsId)
    if (owner === null) return setProblem(texts.needsOwner)
    const common = { id: shownId, title: title.trim(), owner: { kind: owner.kind, id: owner.id } }
    const named = levels.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    const answer = await api
      .start(way === 'derived' ? { from: 'derived', revision, ...common } : { from: 'blank', ...common, ...(named.length > 0 && { levels: named }) })
      .catch(() => null)
    if (answer?.ok === true) return onOpen(answer.value.draft)
    tell(answer)
  }
  /** What was said of another file or another choice is true no more; what was written stays said. */
  const forget = (): void => {
    setProblem(null)
    setAsked(null)
    setOutcome((before) => (before === null || before.isDry || before.result.outcome === 'refused' ? null : before))
  }
  const submit = async (run: () => Promise<void>): Promise<void> => {
    setBusy(true)
    forget()
    await run()
    setBusy(false)
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    // Its own buttons say how it is read.
    if (isByColumns && way === 'file') return
    void submit(way === 'file' ? () => send(false) : begin)
  }

  return (
    <Dialog title={texts.title} onClose={onClose} isWide>
      <form className={styles.form} onSubmit={onSubmit} onChange={forget} noValidate>
        <fieldset className={fields.group}>
          <legend className={fields.label}>{texts.from}</legend>
          {ways.map((each) => (
            <label key={each} className={styles.way}>
              <input type="radio" name="studio-debut" checked={way === each} onChange={() => setWay(each)} />
              <span><strong>{labels[each].label}</strong><span className={styles.soft}>{labels[each].hint}</span></span>
            </label>
          ))}
        </fieldset>
        {way === 'derived' ? (
          <div className={fields.field}>
            <label className={fields.label} htmlFor="debut-source">{texts.source}</label>
            <select id="debut-source" className={fields.input} value={revision} onChange={({ target }) => setRevision(target.value)}>
              {published.map(({ id: each, label }) => <option key={each} value={each}>{label}</option>)}
            </select>
          </div>
        ) : null}
        {way === 'file' ? (
          <>
            <p className={fields.hint}>{texts.templateHint} <a className={styles.inlineLink} href={api.template} download>{texts.download}</a></p>
            <div className={fields.field}>
              <label className={fields.label} htmlFor="debut-fichier">{texts.chooseFile}</label>
              <input id="debut-fichier" type="file" className={fields.input} accept=".xlsx,.yaml,.yml,.json" onChange={({ target }) => {
                setFile(target.files?.[0] ?? null)
                setOutcome(null)
                setByColumns(false)
              }} />
            </div>
            <label className={fields.box}><input type="checkbox" checked={isReplacing} onChange={({ target }) => setReplacing(target.checked)} /><span>{texts.replace}</span></label>
          </>
        ) : (
          <>
            <div className={fields.field}>
              <label className={fields.label} htmlFor="debut-titre">{texts.name}</label>
              <input id="debut-titre" type="text" className={fields.input} value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
            </div>
            <div className={fields.field}>
              <label className={fields.label} htmlFor="debut-id">{texts.id}</label>
              <input id="debut-id" type="text" className={`${fields.input} ${fields.code}`} value={shownId} maxLength={64} spellCheck={false} aria-describedby="debut-id-aide" onChange={({ target }) => setId(target.value === '' ? null : target.value)} />
              <p className={fields.hint} id="debut-id-aide">{texts.idHint}</p>
            </div>
          </>
        )}
        <OwnerField api={api} owners={library.owners} onChoose={setOwner} />
        {way === 'blank' ? (
          <div className={fields.field}>
            <label className={fields.label} htmlFor="debut-niveaux">{texts.levels}</label>
            <textarea id="debut-niveaux" className={fields.input} rows={3} value={levels} aria-describedby="debut-niveaux-aide" onChange={({ target }) => setLevels(target.value)} />
            <p className={fields.hint} id="debut-niveaux-aide">{texts.levelsHint}</p>
          </div>
        ) : null}
        {way === 'file' && isWorkbook && file !== null ? (
          isByColumns
            ? <ColumnsStep key={`${file.name}:${file.size}:${file.lastModified}`} api={api} file={file} isBusy={isBusy} onLeave={() => setByColumns(false)} onRead={(columns, isDry) => void submit(() => send(isDry, columns))} />
            : <p className={fields.hint}>{texts.columns.hint} <Button look="quiet" onClick={() => setByColumns(true)}>{texts.columns.open}</Button></p>
        ) : null}
        {problem === null ? null : <Problem sentence={problem} />}
        {asked === null ? null : <ReplaceQuestion version={asked.version} isBusy={isBusy} onNo={() => setAsked(null)} onYes={() => void submit(() => send(false, asked.columns, true))} />}
        {outcome === null ? null : <FileOutcome {...outcome} onOpen={onOpen} onAnnotate={isWorkbook && !isByColumns ? () => void submit(annotate) : null} />}
        <div className={ui.row}>
          {isByColumns && way === 'file' ? null : <Button type="submit" look="primary" disabled={isBusy}>{isBusy ? texts.busy : way === 'file' ? texts.import : texts.submit}</Button>}
          {way === 'file' && !isByColumns ? <Button disabled={isBusy} onClick={() => void submit(() => send(true))}>{texts.check}</Button> : null}
          <Button look="quiet" onClick={onClose}>{studioTexts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
