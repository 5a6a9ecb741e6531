'use client'

import { useEffect, useRef } from 'react'

import { useForm } from '#features/forms/use-form.ts'
import { entryTexts } from '#texts/saisie.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { Segmented } from '#ui/pickers/segmented.tsx'

import { addGridAction } from '../grids.action.ts'
import type { GridsView } from '../view.ts'
import styles from './entry.module.css'
import { usePage } from './page-context.ts'

const texts = entryTexts.grids

/** More than these side by side no longer stand on one line. */
const mostSideBySide = 4

/** Which grid one answers in (one per person met, say), and one more. */
export function GridSwitch({ grids, chosen, onChoose }: {
  readonly grids: GridsView
  readonly chosen: number
  readonly onChoose: (grid: number) => void
}) {
  const { home, diagnostic } = usePage()
  const { send, errors } = useForm(addGridAction)
  const before = useRef<number | null>(null)
  const count = grids.numbers.length
  const last = grids.numbers.at(-1)
  useEffect(() => {
    // Whoever adds a person goes on with that one.
    if (before.current === null || count <= before.current || last === undefined) return
    before.current = null
    onChoose(last)
  }, [count, last, onChoose])
  const options = grids.numbers.map((number) => ({ value: String(number), label: texts.one(grids.label, number) }))
  const choice = { name: `grille-${grids.node}`, options, value: String(chosen) }
  return (
    <div className={styles.grids}>
      {count === 0 ? (
        <p>{texts.none}</p>
      ) : count > mostSideBySide ? (
        <SelectField {...choice} label={texts.legend(grids.label)} onChange={({ target }) => onChoose(Number(target.value))} />
      ) : (
        <Segmented {...choice} legend={texts.legend(grids.label)} onChoose={(number) => onChoose(Number(number))} />
      )}
      {grids.mayAdd ? (
        <form action={send} onSubmit={() => { before.current = count }}>
          <ErrorSummary errors={errors} />
          <input type="hidden" name="space" value={home.split('/').at(-1)} />
          <input type="hidden" name="diagnostic" value={diagnostic} />
          <input type="hidden" name="node" value={grids.node} />
          <SubmitButton dense variant="secondary" icon="plus" busyLabel={texts.adding}>{texts.add}</SubmitButton>
        </form>
      ) : null}
    </div>
  )
}
