import type { Shape } from '../drawing/drawing.ts'
import { growingDiameter } from './ramp.ts'

const star = 'M0-7.6 2.2-2.6 7.6-2 3.6 1.6 4.7 6.9 0 4.2-4.7 6.9-3.6 1.6-7.6-2-2.2-2.6Z'

/** `open`: the scale has a level above the last; `reached`: it is reached. */
export type StarState = 'open' | 'reached'

/** The rounds of a level, 20 high: filled up to it, thick and dashed up to the target, thin above; ★ after the last. */
export function dotsDrawing({ filled, of, target = null, starState }: {
  readonly filled: number
  readonly of: number
  readonly target?: number | null
  readonly starState?: StarState | undefined
}): { readonly width: number; readonly shapes: readonly Shape[] } {
  const rounds = roundsOf(of)
  const end = rounds.at(-1)
  const width = (end ? end.x + end.diameter / 2 : 0) + (starState ? 20 : 0)
  return {
    width: width + 1,
    shapes: [
      ...rounds.map(({ rank, x, diameter }): Shape => ({
        tag: 'circle',
        role: rank <= filled ? 'on' : target !== null && rank <= target ? 'target' : 'off',
        attributes: { cx: x, cy: 19 - diameter / 2, r: diameter / 2 - 1 },
      })),
      ...(starState ? [{
        tag: 'path',
        role: starState === 'reached' ? 'starOn' : 'star',
        attributes: { d: star, transform: `translate(${width - 8} 10.5)` },
      } as const] : []),
    ],
  }
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
