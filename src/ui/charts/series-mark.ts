import type { Shape } from '../drawing/drawing.ts'
import type { SeriesKind } from './series.ts'

/** The point of a series: ● current, ◇ target, ▢ previous, ▲ stakeholders. */
export function seriesMark(kind: SeriesKind, x: number, y: number): Shape {
  switch (kind) {
    case 'current':
      return { tag: 'circle', role: 'currentMark', attributes: { cx: x, cy: y, r: 6.5 } }
    case 'target':
      return { tag: 'rect', role: 'targetMark', attributes: { x: x - 5, y: y - 5, width: 10, height: 10, transform: `rotate(45 ${x} ${y})` } }
    case 'previous':
      return { tag: 'rect', role: 'previousMark', attributes: { x: x - 5, y: y - 5, width: 10, height: 10 } }
    case 'stakeholders':
      return { tag: 'path', role: 'stakeholdersMark', attributes: { d: `M${x} ${y - 9}l8 14h-16z` } }
  }
}

/** A sample of the line and its point, for the legend: 44 × 20. */
export function seriesSample(kind: SeriesKind): readonly Shape[] {
  return [{ tag: 'line', role: kind, attributes: { x1: 1, y1: 10, x2: 43, y2: 10 } }, seriesMark(kind, 22, 10)]
}
