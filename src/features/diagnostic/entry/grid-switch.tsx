'use client'

import { useForm } from '#features/forms/use-form.ts'
import { entryTexts } from '#texts/saisie.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Segmented } from '#ui/pickers/segmented.tsx'

import { addGridAction } from '../grids.action.ts'
import type { GridsView } from '../view.ts'
import styles from './entry.module.css'
import { usePage } from './page-context.ts'

const texts = entryTexts.grids

/** Which grid one answers in (one per person met, say), and one more. */
export function GridSwitch({ grids, chosen, onChoose }: {
  readonly grids: GridsView
  readonly chosen: number
  readonly onChoose: (grid: number) => void
}) {
  const { home, diagnostic } = usePage()
  const { send, errors } = useForm(addGridAction)
  return (
    <div className={styles.grids}>
      {grids.numbers.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Segmented
          name={`grille-${grids.node}`}
          legend={texts.legend(grids.label)}
          options={grids.numbers.map((number) => ({ value: String(number), label: texts.one(grids.label, number) }))}
          value={String(chosen)}
          onChoose={(number) => onChoose(Number(number))}
        />
      )}
      {grids.mayAdd ? (
        <form action={send}>
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
