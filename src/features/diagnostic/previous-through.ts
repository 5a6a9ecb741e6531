import type { MigrationMap } from '#plugins/referentiels/exports/migration.ts'
import { predecessors } from '#plugins/referentiels/engine/migration/series.ts'

import type { PreviousRows } from './diagnostic.queries.ts'

/**
 * Last year's answers and texts under this year's codes. An answer is shown only where the same was asked (domain.md R25);
 * a text to take up follows every way that its criterion went.
 */
export const previousThrough = ({ answers, practices }: PreviousRows, map: MigrationMap): PreviousRows => {
  const earlier = predecessors(map)
  const kept = [...earlier].flatMap(([code, old]) => {
    const value = answers.get(old)
    return value === undefined ? [] : [[code, value] as const]
  })
  const texts = new Map<string, string>()
  for (const { from, routes } of map.fates.values()) {
    const text = practices.get(from)
    if (text === undefined) continue
    for (const { to } of routes) texts.set(to, [texts.get(to), text].filter((part) => part !== undefined).join('\n\n'))
  }
  return { answers: new Map(kept), practices: texts }
}
