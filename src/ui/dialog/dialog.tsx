import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { buttonClasses } from '../actions/button-style.ts'
import styles from './dialog.module.css'

/**
 * A native dialog: its title is a question, its text the consequence, `actions` the verb (usually a form with a danger
 * `SubmitButton`). « Annuler » comes after and closes it without JavaScript. Opened by a `DialogOpener` with the same id;
 * the title takes the focus, so never the destructive button.
 */
export function Dialog({ id, title, actions, closeLabel = uiTexts.cancel, children }: {
  readonly id: string
  readonly title: ReactNode
  readonly actions?: ReactNode
  /** « Fermer » where there is nothing to call off. */
  readonly closeLabel?: string
  readonly children?: ReactNode
}) {
  return (
    <dialog id={id} className={styles.dialog} aria-labelledby={`${id}-titre`}>
      <div className={styles.inside}>
        <h2 id={`${id}-titre`} className={styles.title} tabIndex={-1} data-dialog-title="">{title}</h2>
        {children}
        <div className={styles.actions}>
          {actions}
          <form method="dialog">
            <button type="submit" className={buttonClasses({ variant: 'secondary' })}>{closeLabel}</button>
          </form>
        </div>
      </div>
    </dialog>
  )
}
