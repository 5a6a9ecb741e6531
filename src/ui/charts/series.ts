/** One line of a maturity chart: where one is, where one goes, where one was, how one is seen. */
export type SeriesKind = 'current' | 'target' | 'previous' | 'stakeholders'

export type Series = {
  readonly kind: SeriesKind
  readonly label: string
  /** One value per axis; `null` where there is no answer: it is drawn dashed and is in no mean. */
  readonly values: readonly (number | null)[]
}

/** Where things of a radar stand: the first axis upwards, the others clockwise. */
export type RadarGeometry = {
  readonly centre: { readonly x: number; readonly y: number }
  readonly radius: number
  readonly axes: number
  readonly max: number
}

/** The series of a kind, or undefined when nothing is known of it. */
export function seriesOf(series: readonly Series[], kind: SeriesKind): Series | undefined {
  return series.find((each) => each.kind === kind)
}

/** More graduations than this cannot be told apart on a radar's radius or on a rail. */
const mostTicks = 10

/**
 * The graduations of a scale, both ends included: every whole number where there are few, else even steps of
 * 1, 2, 2.5 or 5 times a power of ten.
 */
export function ticksOf(min: number, max: number): readonly number[] {
  const length = max - min
  if (!(length > 0)) return [max]
  if (Number.isInteger(min) && Number.isInteger(max) && length <= mostTicks) {
    return Array.from({ length: length + 1 }, (_, index) => min + index)
  }
  const power = 10 ** Math.floor(Math.log10(length / 5))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => length / candidate <= 5) ?? length
  const inner: number[] = []
  for (let value = Math.floor(min / step + 1) * step; value < max - step / 1e6; value += step) inner.push(Number(value.toPrecision(12)))
  return [min, ...inner, max]
}

/** The angle of an axis, in radians. */
export function axisAngle(axis: number, axes: number): number {
  return -Math.PI / 2 + (axis * 2 * Math.PI) / axes
}

/** The place of a value on an axis, zero at the centre. */
export function radarPoint({ centre, radius, axes, max }: RadarGeometry, axis: number, value: number): { readonly x: number; readonly y: number } {
  const angle = axisAngle(axis, axes)
  const distance = (radius * value) / max
  return { x: round(centre.x + Math.cos(angle) * distance), y: round(centre.y + Math.sin(angle) * distance) }
}

/**
 * The line through the values of a series: closed when all are there, in pieces between neighbours otherwise, so that
 * nothing is drawn through an axis without an answer.
 */
export function radarLine(geometry: RadarGeometry, values: readonly (number | null)[]): { readonly path: string; readonly isClosed: boolean } {
  const points = values.map((value, axis) => (value === null ? null : radarPoint(geometry, axis, value)))
  const isClosed = points.every((point) => point !== null)
  const pieces = points.map((point, axis) => {
    const next = points[(axis + 1) % points.length]
    if (!point) return ''
    if (isClosed) return `${axis === 0 ? 'M' : 'L'}${point.x} ${point.y}`
    return next ? `M${point.x} ${point.y}L${next.x} ${next.y}` : ''
  })
  return { path: pieces.join('') + (isClosed ? 'Z' : ''), isClosed }
}

/** An axis label on lines of about `width` signs, at `most` so many; what is longer ends in « … », and is whole in the table. */
export function labelLines(label: string, { width, most }: { readonly width: number; readonly most: number }): readonly string[] {
  const two = twoLines(label)
  if (two.length === 1 || two.every((line) => line.length <= width)) return two
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}

/** A label on at most two lines when longer than `width` signs, cut near its middle but never after « des », « et ». */
function twoLines(label: string, width = 13): readonly string[] {
  if (label.length <= width) return [label]
  const spaces = Array.from(label.matchAll(/ /g), (match) => match.index)
  if (spaces.length === 0) return [label]
  const cost = (place: number) => {
    const lastWord = label.slice(0, place).split(' ').at(-1) ?? ''
    return Math.abs(place - label.length / 2) + (lastWord.length <= 3 ? label.length : 0)
  }
  const cut = spaces.reduce((best, place) => (cost(place) < cost(best) ? place : best))
  return [label.slice(0, cut), label.slice(cut + 1)]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
