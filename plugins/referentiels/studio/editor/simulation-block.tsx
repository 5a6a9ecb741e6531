import { useCallback, useState } from 'react'

import { scoreText } from '../../texts/explanations.ts'
import { percentOf, studioTexts } from '../../texts/studio/studio.ts'
import { useStudio } from '../client/studio-context.ts'
import { useAsked } from '../client/use-asked.ts'
import type { SimulationResult } from '../contract/publication.ts'
import fields from '../fields/fields.module.css'
import { Button } from '../ui/button.tsx'
import styles from './editor.module.css'

const texts = studioTexts.publish.simulate

type Simulation = NonNullable<SimulationResult['simulation']>

/** What the version would do to the diagnostics that exist: asked for, since it takes a second or two, then with each change of the draft. */
export function SimulationBlock({ sequence, isSound }: { readonly sequence: number; readonly isSound: boolean }) {
  const [isAsked, setAsked] = useState(false)
  return (
    <div className={styles.block} aria-live="polite">
      {isAsked && isSound ? <Trial key={sequence} /> : <div><Button disabled={!isSound} onClick={() => setAsked(true)}>{texts.open}</Button></div>}
    </div>
  )
}

function Trial() {
  const { api, id } = useStudio()
  const ask = useCallback(() => api.simulate(id), [api, id])
  const { value, problem, again } = useAsked(ask)
  if (problem !== null) return <><p>{problem}</p><div><Button onClick={again}>{studioTexts.retry}</Button></div></>
  if (value === null) return <p>{texts.loading}</p>
  return value.simulation === null ? null : <Outcome simulation={value.simulation} />
}

function Outcome({ simulation }: { readonly simulation: Simulation }) {
  const { version, diagnostics, tried, answers, assessments, setAside, each } = simulation
  if (diagnostics === 0) return <p>{texts.none}</p>
  return (
    <>
      <p>{texts.lead(tried, diagnostics, version)}</p>
      <ul className={styles.plainList}>
        <li>{texts.carried(answers.carried)}</li>
        <li>{texts.toConfirm(answers.toConfirm)}</li>
        <li>{texts.setAside(answers.setAside)}</li>
        <li>{texts.texts(assessments.carried + assessments.toConfirm, assessments.setAside)}</li>
      </ul>
      {setAside.length === 0 ? null : (
        <details className={fields.extra}>
          <summary>{texts.asideTitle} ({setAside.length})</summary>
          <ul className={styles.plainList}>
            {setAside.map(({ code, title, rows }) => <li key={code}><span className={fields.code}>{code}</span> {title} ({texts.rows(rows)})</li>)}
          </ul>
        </details>
      )}
      {each.length === 0 ? null : (
        <details className={fields.extra}>
          <summary>{texts.eachTitle}</summary>
          <p>{texts.eachLead}</p>
          {each.map((one, index) => <BeforeAfter key={index} index={index + 1} one={one} />)}
        </details>
      )}
    </>
  )
}

function BeforeAfter({ index, one: { complete, changes, empty } }: { readonly index: number; readonly one: Simulation['each'][number] }) {
  const rows = [
    { label: texts.complete, before: percentOf(complete.before), after: percentOf(complete.after), isChange: percentOf(complete.before) !== percentOf(complete.after) },
    ...changes.map(({ axis, label, before, after, isBroken }) => ({
      label: texts.result(axis, label),
      before: isBroken ? texts.broken : scoreText(before),
      after: scoreText(after),
      isChange: true,
    })),
  ].filter(({ isChange }) => isChange)
  return (
    <section className={styles.block}>
      <h4>{texts.one(index)}</h4>
      {empty === 0 ? null : <p>{texts.empty(empty)}</p>}
      {rows.length === 0 ? <p>{texts.same}</p> : (
        <table className={styles.figures}>
          <thead><tr><th scope="col">{texts.columns.what}</th><th scope="col">{texts.columns.before}</th><th scope="col">{texts.columns.after}</th></tr></thead>
          <tbody>
            {rows.map(({ label, before, after }) => <tr key={label}><th scope="row">{label}</th><td>{before}</td><td>{after}</td></tr>)}
          </tbody>
        </table>
      )}
    </section>
  )
}
