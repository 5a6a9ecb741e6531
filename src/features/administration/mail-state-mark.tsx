import { outboxTexts } from '#texts/administration.ts'
import { classNames } from '#ui/class-names.ts'

import type { MailState } from './mail-state.ts'
import styles from './administration.module.css'

/** Where a mail stands, in words; only a failure has a colour. */
export function MailStateMark({ state }: { readonly state: MailState }) {
  return <span className={classNames(styles.mark, styles[state])}>{outboxTexts.state[state]}</span>
}
