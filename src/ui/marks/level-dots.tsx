import { uiTexts } from '#texts/ui.ts'
import styles from './level.module.css'
import { growingDiameter, rampStep } from './ramp.ts'

const star = 'M0-7.6 2.2-2.6 7.6-2 3.6 1.6 4.7 6.9 0 4.2-4.7 6.9-3.6 1.6-7.6-2-2.2-2.6Z'

/** Growing rounds: filled up to the level, thick and dashed up to the target, thin above; a ★ after the last if the scale has one. */
export function LevelDots({ level, of = 5, target = null, star: starState, decorative = false }: {
  readonly level: number | null
  readonly of?: number
  readonly target?: number | null
  /** `open`: the scale has a star level; `reached`: it is reached. */
  readonly star?: 'open' | 'reached'
  readonly decorative?: boolean
}) {
  const filled = starState === 'reached' ? of : (level ?? 0)
  const rounds = roundsOf(of)
  const end = rounds.at(-1)
  const width = (end ? end.x + end.diameter / 2 : 0) + (starState ? 20 : 0)
  const label = [
    filled === 0 ? uiTexts.levelUnanswered(of) : uiTexts.level(filled, of),
    starState === 'reached' ? uiTexts.levelStar : undefined,
    target === null ? undefined : uiTexts.levelTarget(target),
  ].filter((part) => part !== undefined).join(', ')
  return (
    <svg
      className={styles.dots}
      viewBox={`0 0 ${width + 1} 20`}
      data-ramp={filled > 0 ? rampStep(filled, of) : undefined}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {rounds.map(({ rank, x, diameter }) => (
        <circle
          key={rank}
          cx={x}
          cy={19 - diameter / 2}
          r={diameter / 2 - 1}
          className={rank <= filled ? styles.on : target !== null && rank <= target ? styles.target : styles.off}
        />
      ))}
      {starState
        ? <path d={star} transform={`translate(${width - 8} 10.5)`} className={starState === 'reached' ? styles.starOn : styles.star} />
        : null}
    </svg>
  )
}

function roundsOf(of: number): readonly { readonly rank: number; readonly x: number; readonly diameter: number }[] {
  const rounds: { rank: number; x: number; diameter: number }[] = []
  let edge = 1
  for (let rank = 1; rank <= of; rank += 1) {
    const diameter = growingDiameter({ level: rank, of, from: 9, to: 18 })
    rounds.push({ rank, x: edge + diameter / 2, diameter })
    edge += diameter + 3
  }
  return rounds
}
