import type { Finding } from '../findings/finding.ts'
import { placed } from './facts.ts'
import type { Facts } from './facts.ts'

/** TOTAL_INATTENDU: what the author announced against what stands in the file, so that a truncated source is seen. */
export const totals = ({ outline, nodes, kinds }: Facts): readonly Finding[] => {
  if (outline.nodes === undefined) return []
  const isUnknown = (kind: string): boolean => outline.kinds !== undefined && !kinds.has(kind)
  const byKind = Map.groupBy(nodes, ({ item }) => item.kind)
  return placed(outline.expect, ['expect']).flatMap(({ item, path }) => {
    if (item.kind === undefined || isUnknown(item.kind)) return []
    const { kind } = item
    const alike = byKind.get(kind)?.map((node) => node.item) ?? []
    const read = {
      count: alike.length,
      imperative: alike.filter((node) => node.imperative === true).length,
      questions: alike.reduce((sum, node) => sum + (node.questions ?? []).length + (node.rating === undefined ? 0 : 1), 0),
    }
    return (['count', 'imperative', 'questions'] as const).flatMap((what): readonly Finding[] => {
      const announced = item[what]
      if (announced === undefined || announced === read[what]) return []
      return [
        {
          severity: 'error',
          code: 'TOTAL_INATTENDU',
          path: [...path, what],
          value: announced,
          expected: String(read[what]),
          parameters: { what, kind, announced, read: read[what] },
        },
      ]
    })
  })
}
