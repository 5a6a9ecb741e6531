import { versionRange } from '../difference/version-range.ts'
import { migrationKinds } from '../document/relations.schema.ts'
import type { Migration } from '../document/relations.schema.ts'
import { chained } from '../findings/closest-name.ts'
import type { Finding } from '../findings/finding.ts'
import { choiceOf, placed } from './facts.ts'
import type { Facts, Placed } from './facts.ts'
import type { Outline } from './outline.ts'

type OutlinedMigration = NonNullable<NonNullable<Outline['migrations']>[number]>
type Item = NonNullable<NonNullable<OutlinedMigration['items']>[number]>

/**
 * The way from older versions as far as this document alone can tell: ranges, destinations, arity (MIGRATION), and
 * what a line lacks to move an answer (MIGRATION_INCOMPLETE). Whether every old code has a destination takes the
 * old version too: `difference/missing-destinations.ts`.
 */
export const migrations = (facts: Facts): readonly Finding[] =>
  placed(facts.outline.migrations, ['migrations']).flatMap(({ item, path }) => [
    ...ofRange(item.from, [...path, 'from']),
    ...ofItems(placed(item.items, [...path, 'items']), facts),
  ])

const wrong = (path: Finding['path'], reason: string, value: string | undefined, rest: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  code: 'MIGRATION',
  path,
  value,
  ...rest,
  parameters: { reason, ...rest.parameters },
})

const ofRange = (from: string | undefined, path: Finding['path']): readonly Finding[] =>
  from === undefined || versionRange(from) ? [] : [wrong(path, 'range', from)]

const ofItems = (items: readonly Placed<Item>[], facts: Facts): readonly Finding[] => {
  const seen = new Set<string>()
  const merged = Map.groupBy(items.filter(({ item }) => item.kind === 'merged'), ({ item }) => item.to?.[0])
  return items.flatMap(({ item, path }) => {
    const { from } = item
    const isSecond = from !== undefined && seen.has(from)
    if (from !== undefined) seen.add(from)
    return [
      ...(isSecond ? [wrong([...path, 'from'], 'twice', from)] : []),
      ...ofArity(item, path),
      ...ofDestinations({ item, path }, facts),
      ...ofValues({ item, path }, facts),
      ...(item.kind === 'merged' && item.to?.length === 1 && merged.get(item.to[0])?.length === 1 ? [incomplete(path, 'alone', from)] : []),
      ...(item.kind === 'rescaled' && Object.keys(item.valueMap ?? {}).length === 0
        ? [incomplete([...path, 'valueMap'], 'value-map', from)]
        : []),
    ]
  })
}

const incomplete = (path: Finding['path'], reason: string, value: string | undefined): Finding => ({
  severity: 'error',
  code: 'MIGRATION_INCOMPLETE',
  path,
  value,
  parameters: { reason },
})

const isKind = (kind: string | undefined): kind is Migration['items'][number]['kind'] =>
  migrationKinds.some((known) => known === kind)

const ofArity = ({ kind, to, from }: Item, path: Finding['path']): readonly Finding[] => {
  if (!isKind(kind)) return []
  const count = to?.length ?? 0
  const place = [...path, 'to']
  switch (kind) {
    case 'removed':
      return count === 0 ? [] : [wrong(place, 'none-expected', from)]
    case 'split':
      return count >= 2 ? [] : [wrong(place, 'several-expected', from)]
    case 'renamed':
    case 'merged':
      return count === 1 ? [] : [wrong(place, 'one-expected', from, { parameters: { kind } })]
    case 'same':
    case 'reworded':
    case 'rescaled':
    case 'retyped':
      return count <= 1 ? [] : [wrong(place, 'one-expected', from, { parameters: { kind } })]
  }
}

const ofDestinations = ({ item, path }: Placed<Item>, { nodeByCode, answerable, closest }: Facts): readonly Finding[] => {
  const exists = (code: string): boolean => nodeByCode.has(code) || answerable.has(code)
  const named = placed(item.to, [...path, 'to']).flatMap((code): readonly Finding[] =>
    exists(code.item)
      ? []
      : [wrong(code.path, 'unknown', code.item, { suggestion: closest(code.item, chained([nodeByCode.keys(), answerable.keys()])) })],
  )
  const staysHere = item.kind === 'same' || item.kind === 'reworded' || item.kind === 'rescaled' || item.kind === 'retyped'
  const isImplied = staysHere && (item.to?.length ?? 0) === 0 && item.from !== undefined && !exists(item.from)
  return isImplied ? [...named, wrong([...path, 'from'], 'unknown', item.from)] : named
}

/** New values are looked for in what answers at the destination; nothing can be said of one that is unknown. */
const ofValues = ({ item, path }: Placed<Item>, facts: Facts): readonly Finding[] => {
  const destinations = item.to?.length ? item.to : [item.from]
  const choices = destinations.map((code) => choiceOf(facts.answerable.get(code ?? ''), facts)?.codes)
  if (choices.includes(undefined)) return []
  const known = choices.flatMap((codes) => codes ?? [])
  return Object.entries(item.valueMap ?? {}).flatMap(([old, value]): readonly Finding[] =>
    value === null || known.some((codes) => codes.has(value))
      ? []
      : [wrong([...path, 'valueMap', old], 'value-unknown', value, { suggestion: facts.closest(value, chained(known)) })],
  )
}
