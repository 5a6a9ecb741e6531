import { uiTexts } from '#texts/ui.ts'
import { Shapes } from '../drawing/shapes.tsx'
import { dotsDrawing, type StarState } from './dots.ts'
import styles from './level.module.css'
import { rampStep } from './ramp.ts'

/** Growing rounds: filled up to the level, thick and dashed up to the target, thin above; a ★ after the last if the scale has one. */
export function LevelDots({ level, of = 5, target = null, star: starState, decorative = false }: {
  readonly level: number | null
  readonly of?: number
  readonly target?: number | null
  /** `open`: the scale has a star level; `reached`: it is reached. */
  readonly star?: StarState
  readonly decorative?: boolean
}) {
  const filled = starState === 'reached' ? of : (level ?? 0)
  const { width, shapes } = dotsDrawing({ filled, of, target, starState })
  const label = [
    filled === 0 ? uiTexts.levelUnanswered(of) : uiTexts.level(filled, of),
    starState === 'reached' ? uiTexts.levelStar : undefined,
    target === null ? undefined : uiTexts.levelTarget(target),
  ].filter((part) => part !== undefined).join(', ')
  return (
    <svg
      className={styles.dots}
      viewBox={`0 0 ${width} 20`}
      data-ramp={filled > 0 ? rampStep(filled, of) : undefined}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <Shapes shapes={shapes} classes={styles} />
    </svg>
  )
}
