import type { Finding } from '../findings/finding.ts'
import { placed } from './facts.ts'
import type { Facts } from './facts.ts'

/** TOTAL_INATTENDU: what the author announced against what stands in the file, so that a truncated source is seen. */
export const totals = ({ outline, nodes }: Facts): readonly Finding[] => {
  if (outline.nodes === undefined) return []
  const byKind = Map.groupBy(nodes, ({ item }) => item.kind)
  return placed(outline.expect, ['expect']).flatMap(({ item, path }) => {
    const alike = (item.kind === undefined ? undefined : byKind.get(item.kind))?.map((node) => node.item) ?? []
    const read = {
      count: alike.length,
      imperative: alike.filter((node) => node.imperative === true).length,
      questions: alike.reduce((sum, node) => sum + (node.questions ?? []).length + (node.rating === undefined ? 0 : 1), 0),
    }
    return (['count', 'imperative', 'questions'] as const).flatMap((what): readonly Finding[] => {
      const announced = item[what]
      if (announced === undefined || item.kind === undefined || announced === read[what]) return []
      return [
        {
          severity: 'error',
          code: 'TOTAL_INATTENDU',
          path: [...path, what],
          value: announced,
          expected: String(read[what]),
          parameters: { what, kind: item.kind, announced, read: read[what] },
        },
      ]
    })
  })
}
