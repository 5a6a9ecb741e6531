import type { Shape } from '../drawing/drawing.ts'
import { axisAngle, labelLines, radarLine, radarPoint, type RadarGeometry, type Series, seriesOf, ticksOf } from './series.ts'
import { seriesMark } from './series-mark.ts'

/** What the web is wide where its labels leave room, and what it keeps whatever they say. */
const radii = { most: 225, least: 110 } as const
/** From the web to its labels. */
const gap = 20
const lineHeight = 26
/** As wide as a sign of « Accompagnement », one of the widest words that people write; above and below a line. */
const sign = { width: 13.2, above: 18, below: 8 } as const
const centre = { x: 407, y: 290 }

/** The whole drawing's width and height. */
export const radarSize = { width: centre.x * 2, height: centre.y * 2 } as const

/** Fewer axes make no shape, more make no readable one. */
export function isRadarReadable(axes: number): boolean {
  return axes >= 5 && axes <= 10
}

/** The web of a maturity chart, for 5 to 10 axes, zero at its centre; later series lie on earlier ones. */
export function radarDrawing({ axes, series, max }: {
  readonly axes: readonly string[]
  readonly series: readonly Series[]
  readonly max: number
}): readonly Shape[] {
  const labels = axes.map((label, index) => axisLabel(label, axisAngle(index, axes.length), axes.length))
  const radius = Math.max(radii.least, Math.min(radii.most, ...labels.map(roomInside)))
  const geometry: RadarGeometry = { centre, radius, axes: axes.length, max }
  const steps = ticksOf(0, max).filter((step) => step > 0)
  const current = seriesOf(series, 'current')
  return [
    ...steps.map((step): Shape => ({
      tag: 'polygon',
      role: step === max ? 'rim' : 'grid',
      attributes: { points: axes.map((_, axis) => coordinates(radarPoint(geometry, axis, step))).join(' ') },
    })),
    ...axes.map((_, axis): Shape => {
      const end = radarPoint(geometry, axis, max)
      const isMissing = current !== undefined && (current.values[axis] ?? null) === null
      return { tag: 'line', role: isMissing ? 'noValue' : 'grid', attributes: { x1: centre.x, y1: centre.y, x2: end.x, y2: end.y } }
    }),
    ...series.map(({ kind, values }): Shape => {
      const { path, isClosed } = radarLine(geometry, values)
      const line: Shape = { tag: 'path', role: kind, attributes: { d: path } }
      const area: Shape = { tag: 'path', role: 'currentArea', attributes: { d: path } }
      return { tag: 'g', content: kind === 'current' && isClosed ? [area, line] : [line] }
    }),
    ...steps.map((step): Shape => {
      const { x, y } = radarPoint(geometry, 0, step)
      return { tag: 'text', role: 'scale', attributes: { x: x - 10, y: y + 7 }, content: String(step).replace('.', ',') }
    }),
    ...series.flatMap(({ kind, values }) => values.flatMap((value, axis) => {
      if (value === null) return []
      const { x, y } = radarPoint(geometry, axis, value)
      return [seriesMark(kind, x, y)]
    })),
    ...labels.map((label) => labelDrawing(label, radius)),
  ]
}

type AxisLabel = {
  readonly angle: number
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  /** From where the label is held to the foot of its first line. */
  readonly first: number
}

/** A label beside the web is as wide as there is room, one above or below it wider; more of them leave each fewer lines. */
function axisLabel(label: string, angle: number, axes: number): AxisLabel {
  const sin = Math.sin(angle)
  const isMiddle = Math.abs(Math.cos(angle)) < 0.3
  const lines = labelLines(label, { width: isMiddle ? 26 : 15, most: axes > 9 ? 4 : 5 })
  const rest = (lines.length - 1) * lineHeight
  // Above the web a block ends at its corner (-1), below it begins there (1), beside it lies halfway (0). Towards the top in
  // proportion, so that it stands off the web; towards the bottom as late as that allows: the next one begins there.
  const lowered = sin > 0 ? sin ** 4 : sin
  return {
    angle,
    lines,
    anchor: isMiddle ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end',
    first: 7 + (sin > 0 ? 9 : 7) * sin - (rest * (1 - lowered)) / 2,
  }
}

/** The longest radius of a web that leaves the whole label inside the drawing. */
function roomInside({ angle, lines, anchor, first }: AxisLabel): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const width = Math.max(...lines.map((line) => line.length)) * sign.width
  const beyond = sin < 0 ? sign.above - first : first + (lines.length - 1) * lineHeight + sign.below
  return Math.min(
    anchor === 'middle' ? radii.most : (centre.x - width) / Math.abs(cos) - gap,
    (centre.y - beyond) / Math.abs(sin) - gap,
  )
}

function labelDrawing({ angle, lines, anchor, first }: AxisLabel, radius: number): Shape {
  const x = centre.x + Math.cos(angle) * (radius + gap)
  const y = centre.y + Math.sin(angle) * (radius + gap) + first
  return {
    tag: 'text',
    role: 'axis',
    attributes: { textAnchor: anchor },
    content: lines.map((line, index): Shape => ({
      tag: 'tspan',
      attributes: { x: x.toFixed(1), y: (y + index * lineHeight).toFixed(1) },
      content: line,
    })),
  }
}

function coordinates({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${x},${y}`
}
