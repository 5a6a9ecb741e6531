import type { Shape } from '../drawing/drawing.ts'
import { type Series, seriesOf, ticksOf } from './series.ts'
import { seriesMark } from './series-mark.ts'

const start = 12
const length = 236

/** A rail's width and height. */
export const railSize = { width: 260, height: 40 } as const

/** One axis as a line from the lowest to the highest value: the radar's reading for narrow windows and other numbers of axes. */
export function railDrawing({ axis, series, min, max }: {
  readonly axis: number
  readonly series: readonly Series[]
  readonly min: number
  readonly max: number
}): readonly Shape[] {
  const place = (value: number) => Math.round((start + ((value - min) / (max - min || 1)) * length) * 10) / 10
  const from = seriesOf(series, 'current')?.values[axis] ?? null
  const to = seriesOf(series, 'target')?.values[axis] ?? null
  return [
    { tag: 'line', role: from === null ? 'noValue' : 'railLine', attributes: { x1: start, y1: 13, x2: start + length, y2: 13 } },
    ...ticksOf(min, max).flatMap((step): readonly Shape[] => [
      { tag: 'line', role: 'railLine', attributes: { x1: place(step), y1: 6, x2: place(step), y2: 20 } },
      { tag: 'text', role: 'railDigit', attributes: { x: place(step), y: 37 }, content: String(step).replace('.', ',') },
    ]),
    ...(from !== null && to !== null
      ? [{ tag: 'line', role: 'target', attributes: { x1: place(from), y1: 13, x2: place(to), y2: 13 } } as const]
      : []),
    ...series.toReversed().flatMap(({ kind, values }) => {
      const value = values[axis] ?? null
      return value === null ? [] : [seriesMark(kind, place(value), 13)]
    }),
  ]
}
