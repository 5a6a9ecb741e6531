import { rampStep } from '../marks/ramp.ts'
import type { Shape } from '../drawing/drawing.ts'

/** How the answers of one axis spread. */
export type Spread = {
  /** How many answers at each level, from the lowest. */
  readonly counts: readonly number[]
  /** Answers at the level above the mean, marked ★. */
  readonly star?: number
  /** Answered with a value that counts in no mean. */
  readonly aside?: number
  readonly unanswered: number
}

type Kind = 'level' | 'star' | 'aside' | 'unanswered'

/** A part's place in percent of the bar. */
type Part = { readonly kind: Kind; readonly level: number; readonly count: number; readonly from: number; readonly width: number }

type Entry = Omit<Part, 'from' | 'width'>

const figureOf = ({ kind, count }: Entry): string => (kind === 'star' ? `${count}\u202f★` : String(count))

/** What a figure needs of the narrowest bar, in percent: 84 mm on paper, as much as a phone has. */
const leastWidth = (entry: Entry): number => 2.6 + 2.4 * figureOf(entry).length

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** In percent, by count; what would be too narrow for its figure gets what that needs, and the others share the rest. */
function widthsOf(entries: readonly Entry[], widened: ReadonlySet<Entry> = new Set()): readonly number[] {
  const least = (entry: Entry): number => (100 * leastWidth(entry)) / Math.max(100, sum(entries.map(leastWidth)))
  const others = entries.filter((entry) => !widened.has(entry))
  const share = (100 - sum([...widened].map(least))) / sum(others.map(({ count }) => count))
  const narrow = others.filter((entry) => entry.count * share < least(entry))
  return narrow.length === 0
    ? entries.map((entry) => (widened.has(entry) ? least(entry) : entry.count * share))
    : widthsOf(entries, new Set([...widened, ...narrow]))
}

function partsOf({ counts, star = 0, aside = 0, unanswered }: Spread): readonly Part[] {
  const entries: readonly Entry[] = [
    ...counts.map((count, index) => ({ kind: 'level' as const, level: index + 1, count })),
    { kind: 'star' as const, level: counts.length, count: star },
    { kind: 'aside' as const, level: 0, count: aside },
    { kind: 'unanswered' as const, level: 0, count: unanswered },
  ].filter(({ count }) => count > 0)
  const widths = widthsOf(entries)
  return entries.map((entry, index) => ({ ...entry, from: sum(widths.slice(0, index)), width: widths[index] ?? 0 }))
}

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`

const body: Readonly<Record<Kind, (part: Part, patterns: string) => readonly Shape[]>> = {
  level: ({ level }, patterns) => levelBody(`${patterns}p${level}`),
  star: ({ level }, patterns) => levelBody(`${patterns}p${level}`),
  aside: () => [{ tag: 'rect', role: 'aside', attributes: { x: 1, y: 1, rx: 5 } }],
  unanswered: () => [{ tag: 'rect', role: 'unanswered', attributes: { x: 1, y: 1, rx: 5 } }],
}

function levelBody(pattern: string): readonly Shape[] {
  return [
    { tag: 'rect', role: 'part', attributes: { width: '100%', height: '100%' } },
    { tag: 'rect', attributes: { fill: `url(#${pattern})`, width: '100%', height: '100%' } },
    { tag: 'rect', role: 'partEdge', attributes: { x: 0.5, y: 0.5 } },
  ]
}

/** One bar, as wide and high as its place: each part with its digit and its level's pattern (`barPatterns` of that id). */
export function barDrawing(spread: Spread, patterns: string): readonly Shape[] {
  return partsOf(spread).map((part): Shape => {
    const { kind, level, from, width } = part
    const isLevel = kind === 'level' || kind === 'star'
    const ramp = isLevel ? rampStep(level, spread.counts.length) : undefined
    return {
      tag: 'svg',
      attributes: { x: percent(from), width: percent(width), height: '100%', ...(ramp === undefined ? {} : { 'data-ramp': ramp }) },
      content: [
        ...body[kind](part, patterns),
        {
          tag: 'text',
          role: isLevel ? 'partDigit' : 'unansweredDigit',
          attributes: { x: '50%', y: '50%' },
          content: figureOf(part),
        },
      ],
    }
  })
}

/** Plain, dots, oblique lines, level lines, plain: the levels without their colours. Stands once before the bars. */
export function barPatterns(id: string, levels: number): readonly Shape[] {
  const drawn = Array.from({ length: levels }, (_, index) => index + 1).filter((level) => level > 1 && level < levels)
  return [{
    tag: 'defs',
    content: drawn.map((level): Shape => ({
      tag: 'pattern',
      attributes: { id: `${id}p${level}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse', 'data-ramp': rampStep(level, levels) ?? '' },
      content: [patternBody((level - 2) % 3)],
    })),
  }]
}

function patternBody(kind: number): Shape {
  if (kind === 0) return { tag: 'circle', role: 'speck', attributes: { cx: 4, cy: 4, r: 1.2 } }
  return { tag: 'path', role: 'hatch', attributes: { d: kind === 1 ? 'M-2 2l4-4M0 8l8-8M6 10l4-4' : 'M0 4h8' } }
}
