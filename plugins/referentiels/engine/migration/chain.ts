import { compareVersions, versionRange } from '../difference/version-range.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { CarryingKind, Fate, MigrationMap, Route } from './migration-map.ts'
import { migrationMap, strongerKind } from './migration-map.ts'

type Versioned = Pick<ReferentielDocument, 'version' | 'migrations'>

const covers = ({ migrations = [] }: Versioned, version: string): boolean =>
  migrations.some(({ from }) => versionRange(from)?.(version) === true)

/**
 * The versions that a move goes through, both ends included: straight where the newer one says how, else through the
 * version before it. `versions` are those of the référentiel, in any order; those outside the two ends are left out.
 */
export const migrationPath = <T extends Versioned>(versions: readonly T[], from: string, to: string): readonly T[] => {
  const between = versions
    .filter(({ version }) => compareVersions(version, from) >= 0 && compareVersions(version, to) <= 0)
    .toSorted((one, other) => compareVersions(one.version, other.version))
  const path: T[] = []
  for (let end = between.length - 1; end >= 0;) {
    const document = between[end]
    if (document === undefined) break
    path.unshift(document)
    end = end > 0 && covers(document, from) ? 0 : end - 1
  }
  return path
}

const valuesThrough = (one: Route['values'], other: Route['values']): Route['values'] => {
  if (one === null) return other
  if (other === null) return one
  const through = (value: string | null) => (value === null ? null : other.has(value) ? (other.get(value) ?? null) : value)
  return new Map([
    // What the first leaves as it is, the second may change.
    ...other,
    ...[...one].map(([old, value]): [string, string | null] => [old, through(value)]),
  ])
}

const routeThrough = (one: Route, other: Route): Route => ({
  to: other.to,
  kind: strongerKind<CarryingKind>(one.kind, other.kind),
  confirm: one.confirm || other.confirm,
  values: valuesThrough(one.values, other.values),
})

/** The stronger of two ways to the same code; the values of the first. */
const joined = (routes: readonly Route[]): readonly Route[] => {
  const byDestination = Map.groupBy(routes, ({ to }) => to)
  return [...byDestination.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [others.reduce((all, { kind, confirm }) => ({ ...all, kind: strongerKind(all.kind, kind), confirm: all.confirm || confirm }), first)],
  )
}

/** Two moves, one after the other, as one. */
export const composed = (first: MigrationMap, second: MigrationMap): MigrationMap => {
  const fates = [...first.fates.values()].map((fate): [string, Fate] => {
    const ends = fate.routes.map((route) => ({ route, next: second.fates.get(route.to) }))
    const routes = joined(ends.flatMap(({ route, next }) => (next?.routes ?? []).map((other) => routeThrough(route, other))))
    const isDeclared = fate.isDeclared || ends.some(({ next }) => next?.isDeclared === true)
    return [fate.from, { from: fate.from, kind: strongest(routes), routes, isDeclared }]
  })
  return { from: first.from, to: second.to, fates: new Map(fates) }
}

const strongest = (routes: readonly Route[]): Fate['kind'] =>
  routes.length === 0 ? 'removed' : routes.map(({ kind }): Fate['kind'] => kind).reduce(strongerKind)

/** A move that changes nothing: from a document to itself, or to another subset of it. */
export const identityMap = (document: ReferentielDocument): MigrationMap => migrationMap({ ...document, migrations: [] }, { ...document, migrations: [] })

/** The whole way through neighbouring versions (`migrationPath`); of one version alone, the identity. */
export const chainedMap = (path: readonly ReferentielDocument[]): MigrationMap => {
  const [first, ...later] = path
  if (first === undefined) throw new RangeError('A move needs a version to start from.')
  const [second, ...rest] = later
  if (second === undefined) return identityMap(first)
  let [map, last] = [migrationMap(first, second), second]
  for (const next of rest) {
    map = composed(map, migrationMap(last, next))
    last = next
  }
  return map
}
