import type { Shape } from '../drawing/drawing.ts'
import { axisAngle, labelLines, labelWidths, radarLine, radarPoint, type RadarGeometry, type Series, seriesOf, ticksOf } from './series.ts'
import { seriesMark } from './series-mark.ts'

const radius = 225
const lineHeight = 26
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
    ...axes.map((axis, index) => axisLabel(axis, axisAngle(index, axes.length))),
  ]
}

function axisLabel(label: string, angle: number): Shape {
  const isMiddle = Math.abs(Math.cos(angle)) < 0.3
  // Three lines above or below the web would leave the drawing: there is room for longer ones.
  const lines = labelLines(label, isMiddle ? labelWidths.middle : labelWidths.beside)
  const x = centre.x + Math.cos(angle) * (radius + 20)
  const y = centre.y + Math.sin(angle) * (radius + 20)
  const anchor = isMiddle ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end'
  const above = -(lines.length - 1) * lineHeight
  const lowest = radarSize.height - 8 + above
  const first = Math.sin(angle) < -0.9 ? y + above : Math.sin(angle) > 0.9 ? Math.min(y + 16, lowest) : y + above / 2 + 7
  return {
    tag: 'text',
    role: 'axis',
    attributes: { textAnchor: anchor },
    content: lines.map((line, index): Shape => ({
      tag: 'tspan',
      attributes: { x: x.toFixed(1), y: (first + index * lineHeight).toFixed(1) },
      content: line,
    })),
  }
}

function coordinates({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${x},${y}`
}
