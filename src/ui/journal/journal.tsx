import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Icon } from '../icons/icon.tsx'
import { Hidden } from '../layout/layout.tsx'
import { Avatar } from '../marks/avatar.tsx'
import styles from './journal.module.css'

/** What happened to an action, newest first on the screen, oldest first on paper. Holds `JournalEntry`. */
export function Journal({ children }: { readonly children: ReactNode }) {
  return <ol className={styles.journal}>{children}</ol>
}

/** One entry: who, when, the text, then what changed and why. */
export function JournalEntry({ who, seed, when, instant, deltas = [], reason, isEdited = false, actions, children }: {
  readonly who: string
  readonly seed?: string
  /** As read: « 3 novembre 2026, 17:34 ». */
  readonly when: string
  /** ISO 8601, for programs. */
  readonly instant: string
  readonly deltas?: readonly { readonly label?: string; readonly from: string; readonly to: string }[]
  readonly reason?: string
  readonly isEdited?: boolean
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li>
      <Avatar name={who} seed={seed} />
      <div>
        <p className={styles.meta}>
          <b>{who}</b>
          {' · '}
          <time dateTime={instant}>{when}</time>
          {isEdited ? ` · ${uiTexts.edited}` : null}
        </p>
        <div className={styles.text}>{children}</div>
        {deltas.length > 0 || reason ? (
          <div className={styles.deltas}>
            {deltas.map(({ label, from, to }) => (
              <span key={`${label ?? ''}${from}${to}`} className={styles.delta}>
                {label ? `${label}\u00a0: ${from}` : from}
                <Hidden>{uiTexts.becomes}</Hidden>
                <Icon name="arrow-right" size="s" />
                {to}
              </span>
            ))}
            {reason ? <span className={styles.delta}>{`${uiTexts.reason}\u00a0: ${reason}`}</span> : null}
          </div>
        ) : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </li>
  )
}
