import { beside, type Mark, type Marks } from '../publication/draft-rows.ts'
import type { Change, ChangeResult, Row } from './contract/changes.ts'
import type { Place } from './contract/people.ts'
import { isWithin, overlaps, placeKey } from './paths.ts'

/**
 * A draft on the table while a batch is applied to it: rows and parts by name, and which of them the batch has
 * touched. It holds no database and no clock; `apply-changes.ts` reads it from one and writes it back.
 */

export type DeskRow = Row & { readonly touched: number; readonly marks: Marks }
export type DeskPart = { readonly revision: number; readonly value?: unknown; readonly touched: number; readonly marks: Marks }

type Counted = { readonly revision: number; readonly touched: number; readonly marks: Marks }

/** Who changes something, and when. */
export type Author = { readonly person: string | null; readonly at: string }

/** What somebody else did in the meantime. */
export type Meantime = { readonly by: string | null; readonly at: string }

export type Outcome =
  | Exclude<ChangeResult, { readonly status: 'conflict' | 'refused' }>
  | { readonly status: 'refused'; readonly code: Extract<ChangeResult, { readonly status: 'refused' }>['code'] }
  | ({ readonly status: 'conflict'; readonly reason: 'changed' | 'gone'; readonly theirs?: unknown } & Partial<Meantime>)

export const refused = (code: Extract<Outcome, { readonly status: 'refused' }>['code']): Outcome => ({ status: 'refused', code })
export const applied = (inverse: readonly Change[], rest: { readonly code?: string; readonly followed?: readonly Place[] } = {}): Outcome => ({
  status: 'applied',
  inverse: [...inverse],
  followed: [...(rest.followed ?? [])],
  ...(rest.code !== undefined && { code: rest.code }),
})

/** How far apart places are set where there is room: enough to put others between them. */
const step = 1024

export type DeskContent = {
  readonly version: string
  readonly sequence: number
  readonly isArranged: boolean
  readonly rows: ReadonlyMap<string, DeskRow>
  readonly parts: ReadonlyMap<string, DeskPart>
}

export class Desk {
  readonly author: Author
  /** The batch's own sequence number: rows and parts that bear it were touched by it. */
  readonly sequence: number
  version: string
  isArranged: boolean
  readonly rows: Map<string, DeskRow>
  readonly parts: Map<string, DeskPart>
  /** Rows that the batch has copied or numbered: what it copies and takes out again costs as much as what stays. */
  handled = 0
  readonly removed = new Set<string>()
  readonly added = new Set<string>()
  /** Rows of the database whose code is another one now. */
  readonly renamed = new Set<string>()
  readonly #counted = new Set<string>()

  constructor(content: DeskContent, author: Author) {
    this.author = author
    this.sequence = content.sequence + 1
    this.version = content.version
    this.isArranged = content.isArranged
    this.rows = new Map(content.rows)
    this.parts = new Map(content.parts)
  }

  touchedRows(): readonly DeskRow[] {
    return [...this.rows.values()].filter(({ touched }) => touched === this.sequence)
  }

  touchedParts(): ReadonlyMap<string, DeskPart> {
    return new Map([...this.parts].filter(([, { touched }]) => touched === this.sequence))
  }

  /** Writes a row; `places` are what the change is about, for whoever changes the same from an older state. */
  put(row: DeskRow, places: readonly string[]): void {
    this.rows.set(row.id, { ...row, ...this.#marked(row.id, row, places) })
  }

  putPart(name: string, part: DeskPart, places: readonly string[]): void {
    this.parts.set(name, { ...part, ...this.#marked(name, part, places) })
  }

  /** One revision for one batch, however many of its changes touch the same row; none for a mere shift of its place. */
  #marked(name: string, { revision: before, marks }: Counted, places: readonly string[]): Counted {
    if (places.length === 0) return { revision: before, marks, touched: this.sequence }
    const revision = this.#counted.has(name) ? before : before + 1
    this.#counted.add(name)
    const mark = { revision, by: this.author.person, at: this.author.at }
    const kept = Object.entries(marks).filter(([key]) => !places.some((place) => key !== place && isWithin(key, place)))
    const newer = places.map((place): [string, Marks[string]] => {
      const other = this.#byOthers(Object.entries(marks).flatMap(([key, old]) => (isWithin(key, place) ? [old] : [])))
      return [place, other === undefined ? mark : { ...mark, other }]
    })
    const marked = Object.fromEntries([...kept, ...newer])
    return { revision, marks: marked, touched: this.sequence }
  }

  add(row: DeskRow): void {
    const mark = { revision: row.revision, by: this.author.person, at: this.author.at }
    this.rows.set(row.id, { ...row, touched: this.sequence, marks: { ...row.marks, [placeMark]: mark } })
    this.added.add(row.id)
    this.#counted.add(row.id)
    this.removed.delete(row.id)
  }

  take(id: string): void {
    this.rows.delete(id)
    // What came and went in one batch was never there.
    if (!this.added.delete(id)) this.removed.add(id)
  }

  /** What somebody else changed at a place since a revision; null when nobody did. */
  changedSince({ marks, revision }: Pick<Counted, 'marks' | 'revision'>, { place, base }: { readonly place: string; readonly base: number }): Meantime | null {
    // A state that there never was is no state that somebody has seen.
    const seen = base > revision ? 0 : base
    const latest = this.#byOthers(Object.entries(marks).flatMap(([key, mark]) => (overlaps(key, place) ? [mark] : [])))
    return latest === undefined || latest.revision <= seen ? null : { by: latest.by, at: latest.at }
  }

  /** The latest of these that is somebody else's: an author’s own later changes are no surprise, nor is undoing them. */
  #byOthers(marks: readonly Marks[string][]): Mark | undefined {
    const others = marks.flatMap(({ other, ...mark }) => (mark.by === this.author.person ? (other ?? []) : mark))
    return others.toSorted((one, two) => two.revision - one.revision)[0]
  }

  nodeByCode(code: string | null): DeskRow | undefined {
    if (code === null) return undefined
    for (const row of this.rows.values()) if (row.row === 'node' && row.code === code) return row
    return undefined
  }

  hasCode(code: string): boolean {
    for (const row of this.rows.values()) if (row.code === code) return true
    return false
  }

  codes(): ReadonlySet<string> {
    return new Set([...this.rows.values()].map(({ code }) => code))
  }

  /** Rows that stand beside each other, in their order: the nodes below a node or on the first level, a node's questions. */
  family(kind: 'node' | 'question', above: string | null): readonly DeskRow[] {
    return [...this.rows.values()]
      .filter((row) => row.row === kind && (kind === 'node' ? row.parent : row.node) === above)
      .sort(beside)
  }

  /** All families at once, each in no order: for what goes through a whole branch. */
  families(kind: 'node' | 'question'): ReadonlyMap<string | null, readonly DeskRow[]> {
    return Map.groupBy([...this.rows.values()].filter(({ row }) => row === kind), (row) => (kind === 'node' ? row.parent : row.node))
  }

  /** A node with all below it and their questions, from the top. A loop of parents ends where it closes. */
  branch(top: DeskRow): readonly DeskRow[] {
    if (top.row === 'question') return [top]
    const children = this.families('node')
    const questions = this.families('question')
    const found = new Set<DeskRow>()
    const waiting = [top]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue
      found.add(next)
      for (const question of (questions.get(next.code) ?? []).toSorted(beside)) found.add(question)
      for (const child of (children.get(next.code) ?? []).toSorted(beside).reverse()) waiting.push(child)
    }
    return [...found]
  }

  /**
   * A place among rows that stand beside each other: after one of them, first for null, last for undefined. Makes room
   * where there is none. Undefined for a row that is not among them.
   */
  placeAfter(family: readonly DeskRow[], after: string | null | undefined): number | undefined {
    const index = after === undefined ? family.length : after === null ? 0 : family.findIndex(({ id }) => id === after) + 1
    if (index === 0 && typeof after === 'string') return undefined
    const before = family[index - 1]?.position
    const next = family[index]?.position
    if (before === undefined && next === undefined) return step
    if (next === undefined) return (before ?? 0) + step
    const lowest = before ?? -1
    if (next - lowest >= 2) return lowest + Math.floor((next - lowest) / 2)
    family.forEach((row, place) => {
      const position = (place + 1) * step
      const current = this.rows.get(row.id)
      if (current && current.position !== position) this.put({ ...current, position }, [])
    })
    return index * step + step / 2
  }
}

/** The mark of a row's place and of its code, beside those of its fields. */
export const placeMark = placeKey(['@place'])
export const codeMark = placeKey(['@code'])
