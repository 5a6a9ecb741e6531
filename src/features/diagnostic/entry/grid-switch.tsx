'use client'

import { useEffect, useRef } from 'react'

import { useForm } from '#features/forms/use-form.ts'
import { entryTexts } from '#texts/saisie.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { Segmented } from '#ui/pickers/segmented.tsx'

import { addGridAction, removeGridAction } from '../grids.action.ts'
import { shownFields } from '../saving/row.ts'
import type { GridsView } from '../view.ts'
import styles from './entry.module.css'
import { useEntry } from './entry-provider.tsx'
import { focusWithin } from './focus.ts'
import { usePage } from './page-context.ts'

const texts = entryTexts.grids

/** More than these side by side no longer stand on one line. */
const mostSideBySide = 4

/** Which grid one answers in (one per person met, say), one more, and the last one away while it is empty. */
export function GridSwitch({ grids, chosen, onChoose }: {
  readonly grids: GridsView
  readonly chosen: number
  readonly onChoose: (grid: number) => void
}) {
  const { home, diagnostic } = usePage()
  const adding = useForm(addGridAction)
  const removing = useForm(removeGridAction)
  const before = useRef<number | null>(null)
  const part = useRef<HTMLDivElement>(null)
  const { rows } = useEntry()
  // The page was drawn before what was answered since.
  const isEmpty = !rows.some((row) => row.name.kind === 'answer' && row.name.grid === grids.removable && (shownFields(row)['value'] ?? null) !== null)
  const count = grids.numbers.length
  const last = grids.numbers.at(-1)
  useEffect(() => {
    if (before.current === null || count === before.current) return
    // Whoever adds a person goes on with that one; whoever takes one away has lost the button.
    if (count < before.current) focusWithin(part.current)
    else if (last !== undefined) onChoose(last)
    before.current = null
  }, [count, last, onChoose])
  const options = grids.numbers.map((number) => ({ value: String(number), label: texts.one(grids.label, number) }))
  const choice = { name: `grille-${grids.node}`, options, value: String(chosen) }
  const place = (
    <>
      <input type="hidden" name="space" value={home.split('/').at(-1)} />
      <input type="hidden" name="diagnostic" value={diagnostic} />
      <input type="hidden" name="node" value={grids.node} />
    </>
  )
  return (
    <div ref={part} className={styles.grids}>
      {count === 0 ? (
        <p>{texts.none}</p>
      ) : count > mostSideBySide ? (
        <SelectField {...choice} label={texts.legend(grids.label)} onChange={({ target }) => onChoose(Number(target.value))} />
      ) : (
        <Segmented {...choice} legend={texts.legend(grids.label)} onChoose={(number) => onChoose(Number(number))} />
      )}
      {grids.mayAdd ? (
        <form action={adding.send} onSubmit={() => { before.current = count }}>
          <ErrorSummary errors={adding.errors} />
          {place}
          <SubmitButton dense variant="secondary" icon="plus" busyLabel={texts.adding}>{texts.add}</SubmitButton>
        </form>
      ) : null}
      {grids.removable === null || !isEmpty ? null : (
        <form action={removing.send} onSubmit={() => { before.current = count }}>
          <ErrorSummary errors={removing.errors} />
          {place}
          <input type="hidden" name="number" value={grids.removable} />
          <SubmitButton dense variant="quiet" icon="trash" busyLabel={texts.removing}>{texts.remove(grids.label, grids.removable)}</SubmitButton>
        </form>
      )}
    </div>
  )
}
