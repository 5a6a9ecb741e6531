'use client'

import { useEffect, useMemo, useState } from 'react'

import { libraryTexts as texts } from '../../texts/studio/library.ts'
import { dayOf, studioTexts } from '../../texts/studio/studio.ts'
import type { StudioApi } from '../client/api.ts'
import { studioApi } from '../client/api.ts'
import { problemOf, useAsked } from '../client/use-asked.ts'
import type { LibraryResult, VersionView } from '../contract/library.ts'
import { exportFormats } from '../contract/library.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import ui from '../ui/ui.module.css'
import { doneSentence } from './done-acts.ts'
import styles from './library.module.css'
import type { Start } from './start-dialog.tsx'
import { StartDialog } from './start-dialog.tsx'

type Referentiel = LibraryResult['referentiels'][number]

/** « Référentiels » : what there is, in which version, whose, and what one may do with each. */
export function LibraryPage({ apiRoute, studioHref }: { readonly apiRoute: string; readonly studioHref: string }) {
  const api = useMemo(() => studioApi(apiRoute), [apiRoute])
  const { value: library, problem: unasked, again } = useAsked(api.library)
  const [refused, setRefused] = useState<string | null>(null)
  const [start, setStart] = useState<Start | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  useEffect(() => {
    const sentence = doneSentence(window.location.search)
    // Said once it is drawn, so that whoever hears the page hears it too; a reload says it no more.
    if (sentence === null) return
    window.history.replaceState(window.history.state, '', window.location.pathname)
    setTimeout(() => setDone(sentence), 100)
  }, [])

  const open = (draft: string): void => window.location.assign(`${studioHref}/${draft}`)
  const prepareNext = async (revision: string): Promise<void> => {
    setBusy(revision)
    const answer = await api.start({ from: 'version', revision }).catch(() => null)
    if (answer?.ok === true) return open(answer.value.draft)
    setBusy(null)
    setRefused(problemOf(answer))
  }
  const problem = refused ?? unasked

  return (
    <div className={`${ui.studio} ${ui.page}`}>
      <div className={styles.top}>
        <div>
          <h1 className={styles.title}>{texts.title}</h1>
          <p className={styles.lead}>{texts.lead}</p>
        </div>
        <Button look="primary" icon="plus" onClick={() => setStart({ from: 'blank' })}>{texts.start}</Button>
      </div>
      <div role="status">{done === null ? null : <p className={styles.done}>{done}</p>}</div>
      {problem === null ? null : (
        <div className={styles.problem} role="alert">
          <p>{problem}</p>
          <Button onClick={() => {
            setRefused(null)
            again()
          }}>{studioTexts.retry}</Button>
        </div>
      )}
      {library === null && problem === null ? <p role="status">{texts.loading}</p> : null}
      {library?.referentiels.length === 0 ? <p className={styles.empty}>{texts.empty}</p> : null}
      {library === null || library.referentiels.length === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.table.title}</th>
              <th scope="col">{texts.table.owner}</th>
              <th scope="col">{texts.table.versions}</th>
              <th scope="col">{texts.table.actions}</th>
            </tr>
          </thead>
          <tbody>
            {library.referentiels.map((referentiel) => (
              <Row
                key={referentiel.id}
                {...{ referentiel, api, studioHref, busy }}
                mayDerive={library.owners.length > 0}
                onNext={(revision) => void prepareNext(revision)}
                onDerive={(revision) => setStart({ from: 'derived', revision })}
              />
            ))}
          </tbody>
        </table>
      )}
      {start === null || library === null ? null : (
        <StartDialog {...{ api, library, start }} onClose={() => setStart(null)} onOpen={open} onImported={again} />
      )}
    </div>
  )
}

const ownerOf = ({ owner, isShipped }: Referentiel): string => (isShipped ? texts.shipped : (owner.name ?? texts.owner[owner.kind]))

function Row({ referentiel, api, studioHref, busy, mayDerive, onNext, onDerive }: {
  readonly referentiel: Referentiel
  readonly api: StudioApi
  readonly studioHref: string
  readonly busy: string | null
  readonly mayDerive: boolean
  readonly onNext: (revision: string) => void
  readonly onDerive: (revision: string) => void
}) {
  const { versions, derivedFrom, mayWrite } = referentiel
  const drafts = versions.filter(({ status }) => status === 'draft')
  const [latest, ...older] = versions.filter(({ status }) => status !== 'draft')
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>{referentiel.title}</span>
        <span className={styles.code}>{referentiel.id}</span>
        {derivedFrom === null ? null : <span className={styles.soft}>{texts.derived(derivedFrom.id, derivedFrom.version)}</span>}
        {derivedFrom?.newer ? <span className={styles.newer}>{texts.newer(derivedFrom.newer)}</span> : null}
      </th>
      <td data-h={texts.table.owner}>{ownerOf(referentiel)}</td>
      <td data-h={texts.table.versions}>
        <ul className={styles.versions}>
          {drafts.map((version) => <Version key={version.id} version={version} api={api} />)}
          {latest === undefined ? null : <Version version={latest} api={api} />}
        </ul>
        {older.length === 0 ? null : (
          <details className={styles.older}>
            <summary>{texts.older(older.length)}</summary>
            <ul className={styles.versions}>{older.map((version) => <Version key={version.id} version={version} api={api} />)}</ul>
          </details>
        )}
      </td>
      <td>
        <div className={styles.actions}>
          {mayWrite ? drafts.map(({ id, version }) => (
            <a key={id} className={styles.action} href={`${studioHref}/${id}`}><Icon name="pencil-simple" />{texts.edit(version)}<span className={ui.hidden}> : {referentiel.title}</span></a>
          )) : null}
          {mayWrite && drafts.length === 0 && latest !== undefined ? (
            <Button disabled={busy !== null} onClick={() => onNext(latest.id)}>{busy === latest.id ? texts.dialog.busy : texts.next}<span className={ui.hidden}> : {referentiel.title}</span></Button>
          ) : null}
          {latest !== undefined && mayDerive ? (
            <Button look="quiet" onClick={() => onDerive(latest.id)}>{texts.derive}<span className={ui.hidden}> : {referentiel.title}</span></Button>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

function Version({ version, api }: { readonly version: VersionView; readonly api: StudioApi }) {
  const { id, status, at, uses } = version
  const hrefOf = (format: string): string => (status === 'draft' ? api.exportOfDraft(id, format) : api.exportOfRevision(id, format))
  return (
    <li className={styles.version}>
      <span><strong>{version.version}</strong> <span className={styles.mark} data-status={status}>{texts.status[status]}</span></span>
      <span className={styles.soft}>{[...(at === null ? [] : [dayOf(at)]), ...(status === 'draft' || uses === null ? [] : [texts.uses(uses)])].join(' · ')}</span>
      <Menu
        isSmall
        label={<><Icon name="download-simple" /><span className={ui.hidden}>{texts.downloads(version.version)}</span></>}
        items={exportFormats.map((format) => ({ label: studioTexts.export[format], href: hrefOf(format) }))}
      />
    </li>
  )
}
