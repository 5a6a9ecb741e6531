import type { Shape } from '../drawing/drawing.ts'

/** The platform's own mark, 48 × 48: a stone and the rings it makes. */
export const platformMark: readonly Shape[] = [
  { tag: 'circle', attributes: { cx: 24, cy: 24, r: 4.5, fill: 'currentColor', stroke: 'none' } },
  { tag: 'circle', attributes: { cx: 24, cy: 24, r: 11.5, strokeDasharray: '58 14', transform: 'rotate(-40 24 24)' } },
  { tag: 'circle', attributes: { cx: 24, cy: 24, r: 20, strokeDasharray: '100 26', transform: 'rotate(70 24 24)' } },
]

/** The mark of a network that has sent none, 48 × 48. */
export const networkMark: readonly Shape[] = [
  { tag: 'path', attributes: { d: 'M5 31c6 0 6-6 12.5-6S24 31 30.5 31 37 25 43 25' } },
  { tag: 'path', attributes: { d: 'M5 41c6 0 6-6 12.5-6S24 41 30.5 41 37 35 43 35' } },
  { tag: 'circle', attributes: { cx: 31, cy: 12, r: 6, fill: 'currentColor', stroke: 'none' } },
]

/** Concentric circles around the middle of 200 × 200, some broken, thinner outwards. */
export function ripplesDrawing({ rings, first = 8, step = 14.5 }: {
  readonly rings: number
  readonly first?: number
  readonly step?: number
}): readonly Shape[] {
  return Array.from({ length: rings }, (_, ring): Shape => ({
    tag: 'circle',
    attributes: {
      cx: 100,
      cy: 100,
      r: first + ring * step,
      strokeWidth: (3.2 - ring * (2.38 / rings)).toFixed(2),
      ...(ring % 3 === 1 ? { strokeDasharray: `${30 + ring * 40} ${6 + ring}` } : {}),
      transform: `rotate(${ring * 47} 100 100)`,
    },
  }))
}
