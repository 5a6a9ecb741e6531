import { uiTexts } from '#texts/ui.ts'
import { classNames } from '../class-names.ts'
import { Hidden } from '../layout/layout.tsx'
import styles from './level.module.css'
import { rampStep } from './ramp.ts'

export type LevelMarkProps = {
  /** From 1; `null` for no answer, `'star'` for the level above the mean, `'notConcerned'`. */
  readonly level: number | 'star' | 'notConcerned' | null
  /** How many levels the scale has, 3 to 7, the star apart. */
  readonly of?: number
  /** Instead of the level's digit: « 0 », « RI ». Alone, it stands for a value outside the scale's order. */
  readonly sign?: string | undefined
  readonly size?: 's' | 'm'
  /** The words stand beside it already: nothing for screen readers. */
  readonly decorative?: boolean
}

/** A level as a round with its digit: « – » dashed when unanswered, « NC » when not concerned, ★ for the star level. */
export function LevelMark({ level, of = 5, sign: ownSign, size = 'm', decorative = false }: LevelMarkProps) {
  const { sign, words } = describe(level, of)
  const isFilled = typeof level === 'number' || level === 'star'
  return (
    <span
      className={classNames(
        styles.mark, size === 's' && styles.small, !isFilled && ownSign === undefined && styles.empty,
        (level === 'notConcerned' || (ownSign?.length ?? 0) > 1) && styles.concern,
      )}
      data-ramp={level === 'star' ? rampStep(of, of) : typeof level === 'number' ? rampStep(level, of) : undefined}
    >
      <span aria-hidden="true">{ownSign ?? sign}</span>
      {decorative ? null : <Hidden>{words}</Hidden>}
    </span>
  )
}

function describe(level: LevelMarkProps['level'], of: number): { readonly sign: string; readonly words: string } {
  if (level === null) return { sign: uiTexts.noMark, words: uiTexts.unanswered }
  if (level === 'notConcerned') return { sign: uiTexts.notConcernedMark, words: uiTexts.notConcerned }
  if (level === 'star') return { sign: '★', words: uiTexts.levelStar }
  return { sign: String(level), words: uiTexts.level(level, of) }
}
