import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import { Hidden } from '../layout/layout.tsx'
import { LevelDots } from '../marks/level-dots.tsx'
import { LevelMark } from '../marks/level-mark.tsx'
import styles from './question-card.module.css'

/** The folded answer of a question. */
export type FoldedAnswer = {
  readonly level: number | 'star' | 'notConcerned' | null
  /** How many levels the scale has; 0 shows no row of rounds. */
  readonly of: number
  /** Instead of the level's digit. */
  readonly sign?: string | undefined
  readonly target?: number | null
  /** The level's words, or « Pas encore de réponse » when left out. */
  readonly label?: string
  /** What was typed beside it, shortened to two lines. */
  readonly note?: string | undefined
  /** « Thomas Guilloteau, hier à 16:20 »; « En 2025 : niveau 2 »; the reason of a « non concerné ». */
  readonly detail?: ReactNode
}

export type QuestionCardProps = {
  /** For links to it. */
  readonly id?: string
  /** As printed: « 14 », « 3.6.2 »; empty for a criterion without one. */
  readonly number: string
  readonly title: ReactNode
  readonly statement?: ReactNode
  readonly headingLevel?: 2 | 3 | 4
  /** Beside the title: chips, or a `Presence`. */
  readonly presence?: ReactNode
  /** `open` shows `children` (the picker); all the others the folded answer. */
  readonly state: 'unanswered' | 'open' | 'folded' | 'toConfirm' | 'locked'
  readonly answer?: FoldedAnswer
  /** « Répondre », « Modifier », « Confirmer »: dense buttons or links. */
  readonly acts?: ReactNode
  readonly children?: ReactNode
  /** `Tools`: inspiring questions, comments, « À revoir », « Non concerné ». */
  readonly tools?: ReactNode
}

/** A criterion: its number in the margin, its statement, and either the picker or the answer on one line. */
export function QuestionCard({
  id, number, title, statement, headingLevel = 3, presence, state, answer, acts, children, tools,
}: QuestionCardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <article id={id} className={classNames(styles.question, state === 'open' && styles.open)}>
      <span className={classNames(styles.number, number.length > 2 && styles.long, number.length > 4 && styles.longer)} aria-hidden="true">{number}</span>
      <div>
        <div className={styles.head}>
          <Heading id={id === undefined ? undefined : `${id}-titre`} className={styles.title} tabIndex={-1}>
            {number === '' ? null : <Hidden>{`${number}. `}</Hidden>}
            {title}
          </Heading>
          {presence}
        </div>
        {statement ? <p className={styles.statement}>{statement}</p> : null}
        {state === 'open' ? children : <Answer {...{ state, answer, acts }} />}
        {tools ? <div className={styles.tools}>{tools}</div> : null}
      </div>
    </article>
  )
}

function Answer({ state, answer, acts }: Pick<QuestionCardProps, 'state' | 'answer' | 'acts'>) {
  const { level = null, of = 5, sign, target = null, label = uiTexts.noAnswer, note, detail } = answer ?? {}
  return (
    <div className={classNames(styles.answer, state === 'unanswered' && styles.dashed, state === 'toConfirm' && styles.confirm)}>
      <LevelMark level={level} of={of} sign={sign} decorative={level === 'notConcerned' || level === null} />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {note ? <span className={styles.note}>{note}</span> : null}
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
      {typeof level === 'number' && of > 0 ? <LevelDots level={level} of={of} target={target} decorative={target === null} /> : null}
      {state === 'locked'
        ? <span className={styles.lock}><Icon name="lock-simple" size="s" />{uiTexts.questionLocked}</span>
        : <span className={styles.acts}>{acts}</span>}
    </div>
  )
}
