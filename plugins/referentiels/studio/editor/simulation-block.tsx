import { useState } from 'react'

import { scoreText } from '../../texts/explanations.ts'
import { percentOf, studioTexts } from '../../texts/studio/studio.ts'
import { useStudio } from '../client/studio-context.ts'
import { problemOf } from '../client/use-asked.ts'
import type { SimulationResult } from '../contract.ts'
import fields from '../fields/fields.module.css'
import { Button } from '../ui/button.tsx'
import styles from './editor.module.css'

const texts = studioTexts.publish.simulate

type Simulation = NonNullable<SimulationResult['simulation']>

/** What the version would do to the diagnostics that exist: asked for, since it takes a second or two. */
export function SimulationBlock({ isSound }: { readonly isSound: boolean }) {
  const { api, id } = useStudio()
  const [state, setState] = useState<'idle' | 'busy' | { readonly problem: string } | Simulation>('idle')
  const run = async (): Promise<void> => {
    setState('busy')
    const answer = await api.simulate(id).catch(() => null)
    if (answer?.ok !== true) setState({ problem: problemOf(answer) })
    else setState(answer.value.simulation ?? 'idle')
  }
  return (
    <div className={styles.block} aria-live="polite">
      <div><Button disabled={!isSound || state === 'busy'} onClick={() => void run()}>{texts.open}</Button></div>
      {state === 'idle' ? null : state === 'busy' ? <p>{texts.loading}</p> : 'problem' in state ? <p>{state.problem}</p> : <Outcome simulation={state} />}
    </div>
  )
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
    ...changes.map(({ label, before, after, isBroken }) => ({
      label,
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
