/**
 * What becomes of each code of an older version (`referentiel-format.md` §3.8): the author's migration lines, and what
 * follows where the author wrote none. It decides where answers may go; whether a value fits there is for `carry.ts`.
 */
import { versionRange } from '../difference/version-range.ts'
import { confirmedByDefault, destinationsByDefault } from '../document/defaults.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { Migration } from '../document/relations.schema.ts'
import { type AskedAt, askedContent } from './asked-content.ts'

export type MigrationItem = Migration['items'][number]
export type MigrationKind = MigrationItem['kind']
export type CarryingKind = Exclude<MigrationKind, 'removed'>

/** One way from an old code to a new one. */
export type Route = {
  readonly to: string
  readonly kind: CarryingKind
  /** Whether what arrives there is to be confirmed by the organisation. */
  readonly confirm: boolean
  /** Old value → new value, null: it has none. Values that are not named stay as they are. Null: all stay. */
  readonly values: ReadonlyMap<string, string | null> | null
}

export type Fate = {
  readonly from: string
  readonly kind: MigrationKind
  /** None: removed. */
  readonly routes: readonly Route[]
  /** Said by the author; else it follows from the two documents. */
  readonly isDeclared: boolean
}

export type MigrationMap = {
  readonly from: string
  readonly to: string
  /** Every code of the old version, nodes and questions, in the order of the document. */
  readonly fates: ReadonlyMap<string, Fate>
}

/** From what is least to what is most of a change: of a chain, the strongest tells. */
export const kindsByStrength: readonly MigrationKind[] = [
  'same', 'renamed', 'reworded', 'rescaled', 'retyped', 'merged', 'split', 'removed',
]

export const strongerKind = <K extends MigrationKind>(one: K, other: K): K =>
  kindsByStrength.indexOf(one) >= kindsByStrength.indexOf(other) ? one : other

/** The author's lines that hold for a move from this version: the first line about a code is the one. */
const linesFrom = (after: ReferentielDocument, version: string): ReadonlyMap<string, MigrationItem> => {
  const lines = new Map<string, MigrationItem>()
  for (const { from, items } of after.migrations ?? []) {
    if (versionRange(from)?.(version) !== true) continue
    for (const item of items) if (!lines.has(item.from)) lines.set(item.from, item)
  }
  return lines
}

const declared = (item: MigrationItem, exists: (code: string) => boolean): Fate => {
  const { from, kind, valueMap } = item
  const codes = item.to?.length ? item.to : destinationsByDefault(item)
  const values = valueMap === undefined || Object.keys(valueMap).length === 0 ? null : new Map(Object.entries(valueMap))
  const confirm = item.confirm ?? confirmedByDefault(kind)
  const routes =
    kind === 'removed' ? [] : [...new Set(codes)].filter(exists).map((to): Route => ({ to, kind, confirm, values }))
  return { from, kind: routes.length === 0 ? 'removed' : kind, routes, isDeclared: true }
}

/** Without a line: by the code alone, and by what is asked at it. */
const implied = (from: string, old: AskedAt, now: AskedAt | undefined): Fate => {
  if (now === undefined) return { from, kind: 'removed', routes: [], isDeclared: false }
  const kind = impliedKind(old, now)
  return { from, kind, routes: [{ to: from, kind, confirm: confirmedByDefault(kind), values: null }], isDeclared: false }
}

const impliedKind = (old: AskedAt, now: AskedAt): CarryingKind => {
  if (old.answer !== null && old.answer.type !== now.answer?.type) return 'retyped'
  if (old.answer !== null && old.answer.choices !== now.answer?.choices) return 'rescaled'
  return old.words === now.words ? 'same' : 'reworded'
}

/** The way between two neighbouring versions. Documents are in normal form (`normalise`), as revisions are. */
export const migrationMap = (before: ReferentielDocument, after: ReferentielDocument): MigrationMap => {
  const [old, now] = [askedContent(before), askedContent(after)]
  const lines = linesFrom(after, before.version)
  const fates = [...old].map(([code, asked]): [string, Fate] => {
    const line = lines.get(code)
    return [code, line === undefined ? implied(code, asked, now.get(code)) : declared(line, (to) => now.has(to))]
  })
  return { from: before.version, to: after.version, fates: new Map(fates) }
}

/** Codes of the new version that nothing leads to. */
export const newCodes = ({ fates }: MigrationMap, after: ReferentielDocument): readonly string[] => {
  const reached = new Set([...fates.values()].flatMap(({ routes }) => routes.map(({ to }) => to)))
  return [...askedContent(after).keys()].filter((code) => !reached.has(code))
}
