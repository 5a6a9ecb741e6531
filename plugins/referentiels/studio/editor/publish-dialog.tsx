'use client'

import { useCallback, useState } from 'react'

import { recedingVersion } from '../../engine/difference/receding-version.ts'
import { semanticVersion } from '../../engine/document/codes.ts'
import { refusalTexts } from '../../texts/studio-texts.ts'
import { sectionTexts, studioTexts, dayOf } from '../../texts/studio/studio.ts'
import { versionTexts } from '../../texts/version-texts.ts'
import { useStudio } from '../client/studio-context.ts'
import { problemOf, useAsked } from '../client/use-asked.ts'
import type { Change } from '../contract/changes.ts'
import type { StudioFinding } from '../contract/draft.ts'
import type { PublicationPlan } from '../contract/publication.ts'
import fields from '../fields/fields.module.css'
import { sectionOfPart } from '../fields/part-fields.ts'
import { valueAt } from '../paths.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './editor.module.css'
import { SimulationBlock } from './simulation-block.tsx'

const texts = studioTexts.publish
const differences = ['added', 'removed', 'moved', 'reworded', 'rescored'] as const

/** What changes, under which number, for whom; then for ever. */
export function PublishDialog({ onClose, onGo, isOnlyCompare }: {
  readonly onClose: () => void
  readonly onGo: (finding: StudioFinding) => void
  readonly isOnlyCompare: boolean
}) {
  const { api, id, store, homeHref } = useStudio()
  const ask = useCallback(() => api.plan(id), [api, id])
  const { value: plan, problem, again } = useAsked(ask)
  const [refused, setRefused] = useState<readonly string[]>([])
  const [version, setVersion] = useState<string | null>(null)
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking')

  const publish = async (shown: PublicationPlan): Promise<void> => {
    const number = (version ?? shown.version.proposed).trim()
    if (!semanticVersion.safeParse(number).success) return setRefused([refusalTexts.VERSION_INVALID])
    setState('busy')
    setRefused([])
    // Once it is published the draft is no more: nothing is asked of it any longer, nor said about it.
    store.stop()
    const answer = await api.publish(id, { sequence: shown.sequence, version: number }).catch(() => null)
    if (answer?.ok === true) {
      setState('done')
      setVersion(answer.value.version)
      return
    }
    store.start()
    setState('asking')
    const told = answer?.ok === false ? [...new Set(answer.findings.map(({ message }) => message))] : []
    setRefused(told.length > 0 ? told : [answer?.status === 409 ? texts.changed : problemOf(answer)])
    again()
  }

  const record = (changes: readonly Change[], label: string): void => {
    setRefused([])
    store.edit({ changes, label })
    // The plan is of the draft as it is on the server: it is asked again once this has arrived.
    const stop = store.subscribe(() => {
      if (store.view().session.save.is !== 'saved') return
      stop()
      again()
    })
  }

  if (state === 'done') {
    return (
      <Dialog title={texts.done(version ?? '')} onClose={() => window.location.assign(homeHref)}>
        <a className={styles.link} href={homeHref}>{texts.back}</a>
      </Dialog>
    )
  }
  const errors = plan?.findings.filter(({ severity }) => severity === 'error') ?? []
  return (
    <Dialog title={isOnlyCompare ? texts.compareTitle : texts.title} onClose={onClose} isWide>
      {problem === null ? null : <p className={styles.refusal} role="alert"><Icon name="warning-octagon" /><span>{problem}</span></p>}
      {plan === null ? (
        problem === null ? <p role="status">{texts.loading}</p> : <Button onClick={() => again()}>{studioTexts.retry}</Button>
      ) : (
        <div className={styles.dialogBody}>
          {isOnlyCompare ? null : <p>{texts.lead} {texts.audience[plan.audience]}</p>}
          {errors.length === 0 ? null : (
            <section className={styles.block}>
              <p className={styles.wrongCount}><Icon name="warning-octagon" />{texts.errors(errors.length)}</p>
              <ul className={styles.plainList}>
                {errors.slice(0, 20).map((finding, index) => (
                  <li key={`${finding.pointer}:${index}`}>{finding.message} <Button look="quiet" onClick={() => onGo(finding)}>{studioTexts.checks.go}<span className={styles.hidden}> {index + 1}</span></Button></li>
                ))}
              </ul>
            </section>
          )}
          <Difference plan={plan} />
          {plan.destinations.length === 0 ? null : <Destinations plan={plan} onRecord={record} />}
          {isOnlyCompare ? null : (
            <>
              <section className={styles.block}>
                <h3>{texts.running}</h3>
                {plan.running.length === 0 ? <p>{texts.runningNone}</p> : (
                  <>
                    <ul className={styles.plainList}>{plan.running.map((each) => <li key={each.version}>{texts.runningOf(each.uses, each.version)}</li>)}</ul>
                    {plan.maySimulate ? <SimulationBlock sequence={plan.sequence} isSound={errors.length === 0} /> : null}
                  </>
                )}
              </section>
              <section className={styles.block}>
                <label className={fields.label} htmlFor="studio-version">{texts.version}</label>
                <input
                  id="studio-version"
                  type="text"
                  className={`${fields.input} ${styles.version}`}
                  value={version ?? plan.version.proposed}
                  aria-describedby="studio-version-aide studio-version-recule"
                  onChange={({ target }) => {
                    setRefused([])
                    setVersion(target.value)
                  }}
                />
                <p id="studio-version-aide" className={fields.hint}>{texts.proposed(plan.version.proposed)}{plan.base === null ? null : ` · ${texts.size[plan.version.size]}`}</p>
                <div id="studio-version-recule" role="status">
                  {receding(version ?? plan.version.proposed, plan.version).map((sentence) => <p key={sentence} className={styles.adviceCount}><Icon name="warning" />{sentence}</p>)}
                </div>
                {plan.version.reasons.length === 0 ? null : (
                  <>
                    <h4>{texts.why}</h4>
                    <ul className={styles.plainList}>{plan.version.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
                  </>
                )}
              </section>
              <Refused sentences={refused} />
              <div className={styles.row}>
                <Button look="primary" disabled={state === 'busy' || errors.length > 0} onClick={() => void publish(plan)}>{state === 'busy' ? texts.busy : texts.submit}</Button>
                <Button look="quiet" onClick={onClose}>{studioTexts.cancel}</Button>
              </div>
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** That the number that stands there is below a published one, as long as it is a number. */
const receding = (typed: string, { highest }: PublicationPlan['version']): readonly string[] => {
  const number = semanticVersion.safeParse(typed.trim())
  return highest === null || !number.success ? [] : recedingVersion(number.data, [highest]).map(versionTexts.VERSION_RECULE)
}

/** Why it was not published, beside the button that asked for it. */
function Refused({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className={styles.refusal} role="alert">
      <Icon name="warning-octagon" />
      <div>{sentences.slice(0, 10).map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
    </div>
  )
}

function Difference({ plan: { base, difference, titles, parts } }: { readonly plan: PublicationPlan }) {
  if (base === null) return <p>{texts.first}</p>
  const lines = differences.flatMap((what) => {
    const codes = difference?.[what] ?? []
    return codes.length === 0 ? [] : [{ what, codes }]
  })
  const settings = [...new Set(parts.map((part) => sectionTexts[sectionOfPart(part)].label))]
  return (
    <section className={styles.block}>
      <p>{texts.against(base.version, dayOf(base.publishedAt))}</p>
      {lines.length + settings.length === 0 ? <p>{texts.same}</p> : null}
      {lines.map(({ what, codes }) => (
        <details key={what} className={fields.extra} open={codes.length <= 8 || undefined}>
          <summary>{texts.difference[what]} ({codes.length})</summary>
          <ul className={styles.plainList}>{codes.map((code) => <li key={code}><span className={fields.code}>{code}</span> {titles[code] ?? ''}</li>)}</ul>
        </details>
      ))}
      {settings.length === 0 ? null : <p>{texts.parts} : {settings.join(', ')}</p>}
    </section>
  )
}

type Proposal = PublicationPlan['destinations'][number]['proposals'][number]

const fateOf = ({ kind, to }: Proposal): string => {
  const [first] = to
  if (kind === 'removed' || first === undefined) return texts.fate.removed
  return kind === 'split' ? texts.fate.split(to.map(({ title, code }) => `« ${title || code} »`).join(', ')) : texts.fate[kind](first.title || first.code)
}

/** Old codes that lead nowhere: one says what became of each, and the migration map has it. */
function Destinations({ plan, onRecord }: { readonly plan: PublicationPlan; readonly onRecord: (changes: readonly Change[], label: string) => void }) {
  const { store } = useStudio()
  const from = plan.base?.version ?? ''
  const record = (code: string, { kind, to }: Proposal): void => {
    const { draft } = store.view()
    const base = draft.parts.get('migrations')?.revision ?? 0
    const known: unknown = draft.parts.get('migrations')?.value
    const item = { from: code, kind, ...(to.length > 0 && { to: to.map((each) => each.code) }) }
    const hasMap = valueAt(known, [from], ['migrations']) !== undefined
    // What was there already takes part in the reunion too, and the map says so.
    const kept = kind === 'merged' ? to.filter((each) => !plan.difference?.added.includes(each.code) && valueAt(known, [from, 'items', each.code], ['migrations']) === undefined) : []
    const items = [item, ...kept.map((each) => ({ from: each.code, kind, to: [each.code] }))]
    onRecord(
      [
        ...(hasMap ? [] : [{ kind: 'set' as const, target: { part: 'migrations' as const }, path: [from], value: { from, items }, base }]),
        ...(hasMap ? items.map((each) => ({ kind: 'set' as const, target: { part: 'migrations' as const }, path: [from, 'items', each.from], value: each, base })) : []),
      ],
      sectionTexts.migrations.label,
    )
  }
  return (
    <section className={styles.block}>
      <h3>{texts.destinations}</h3>
      <p>{texts.destinationsLead}</p>
      <ul className={styles.plainList}>
        {plan.destinations.map(({ code, title, proposals }) => (
          <li key={code} className={styles.destination}>
            <p><span className={fields.code}>{code}</span> {title}</p>
            <div className={styles.row} role="group" aria-label={texts.becomes(title || code)}>
              {proposals.map((proposal, index) => (
                <Button key={index} onClick={() => record(code, proposal)}>{fateOf(proposal)}</Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
