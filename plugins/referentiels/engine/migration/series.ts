/**
 * Which figures of two versions may stand in one series (`domain.md` R25): by criterion identity, else by the map; what
 * was split, merged or rescaled is told apart and never interpolated.
 */
import type { Compiled, CompiledAxis, CompiledSpoke } from '../compile/compiled.ts'
import type { MigrationMap } from './migration-map.ts'

/**
 * `continuous`: measures the same. `changed`: the same spoke, of which some criteria came, went or changed, or that is
 * computed otherwise. `broken`: nothing, several or another measure stood there before.
 */
export type Continuity = 'continuous' | 'changed' | 'broken'

export type SpokeSeries = { readonly continuity: Continuity; /** The spoke before; null where the series is broken. */ readonly before: string | null }

type Versions = { readonly before: Compiled; readonly after: Compiled; readonly map: MigrationMap }

/** The one old code that leads to a code and nowhere else, its answers meaning the same; undefined where the series is broken. */
export const predecessors = ({ fates }: MigrationMap): ReadonlyMap<string, string> => {
  const reaching = Map.groupBy(
    [...fates.values()].flatMap(({ from, routes }) => routes.map((route) => ({ from, route, isOnly: routes.length === 1 }))),
    ({ route }) => route.to,
  )
  return new Map(
    [...reaching].flatMap(([code, ways]): readonly [string, string][] => {
      const [way] = ways
      const isGentle = way?.route.kind === 'same' || way?.route.kind === 'renamed' || way?.route.kind === 'reworded'
      return way !== undefined && ways.length === 1 && way.isOnly && isGentle ? [[code, way.from]] : []
    }),
  )
}

const sameScale = (one: Compiled, other: Compiled, before: string, after: string): boolean => {
  const scores = (compiled: Compiled, code: string) =>
    (compiled.nodeByCode.get(code)?.questions ?? [])
      .filter(({ isScored }) => isScored)
      .map(({ code: question, type, weight, values }) => [question === code ? '' : question, type, weight, values.map((value) => [value.code, value.score])])
  return JSON.stringify(scores(one, before)) === JSON.stringify(scores(other, after))
}

const spokeBefore = (spoke: CompiledSpoke, axis: CompiledAxis | undefined, earlier: ReadonlyMap<string, string>): CompiledSpoke | undefined => {
  if (axis === undefined) return undefined
  const wanted = spoke.node === null ? spoke.code : earlier.get(spoke.node)
  return axis.spokes.find(({ code, node }) => (spoke.node === null ? code === wanted : node === wanted && wanted !== undefined))
}

/** Axis → spoke → what it continues. */
export const seriesBetween = (versions: Versions): ReadonlyMap<string, ReadonlyMap<string, SpokeSeries>> => {
  const { before, after, map } = versions
  const earlier = predecessors(map)
  const seriesOf = (axis: CompiledAxis, spoke: CompiledSpoke): SpokeSeries => {
    const old = spokeBefore(spoke, before.axes.find(({ code, by }) => code === axis.code && by === axis.by), earlier)
    if (old === undefined) return { continuity: 'broken', before: null }
    const olds = spoke.criteria.map((criterion) => earlier.get(criterion))
    const isWhole =
      olds.length === old.criteria.length &&
      olds.every((code, place) => {
        const now = spoke.criteria[place]
        return code !== undefined && now !== undefined && old.criteria.includes(code) && sameScale(before, after, code, now)
      })
    // Criteria that all went on another scale measure something else, whatever they are called.
    const kept = olds.filter((code) => code !== undefined && old.criteria.includes(code))
    if (kept.length === 0) return { continuity: 'broken', before: null }
    return { continuity: isWhole && before.rules.version === after.rules.version ? 'continuous' : 'changed', before: old.code }
  }
  return new Map(after.axes.map((axis) => [axis.code, new Map(axis.spokes.map((spoke) => [spoke.code, seriesOf(axis, spoke)]))]))
}
