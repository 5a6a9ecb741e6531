import type { Finding } from '../findings/finding.ts'
import { counts, gatherUp, hasScore } from './facts.ts'
import type { AskedQuestion, Facts, Placed } from './facts.ts'
import type { OutlinedNode } from './outline.ts'

/** Whether what is to be assessed can be, and what counts has something to count. */
export const assessment = (facts: Facts): readonly Finding[] => {
  const holds = gatherUp(facts, (node) => heldBy(node, facts))
  return [
    ...facts.nodes.flatMap((node) => [
      ...assessable(node, holds.get(node), facts),
      ...imperative(node, holds.get(node)),
      ...ratedWithoutScore(node, facts),
    ]),
    ...facts.questions.flatMap((question) => scoredWithoutScore(question, facts)),
  ]
}

type Held = ReadonlySet<string> | undefined

/** What a node itself brings to the nodes above: a question, one that counts. */
const heldBy = ({ item }: Placed<OutlinedNode>, facts: Facts): readonly string[] => {
  const questions = (item.questions ?? []).filter((question) => question !== undefined)
  const isRated = item.rating !== undefined
  const hasCounting = questions.some((question) => counts(question, facts))
  return [
    ...(isRated || questions.length > 0 ? ['question'] : []),
    ...(hasCounting || (isRated && hasScore(facts.scales, item.rating)) ? ['scored'] : []),
  ]
}

const assessable = ({ item, path }: Placed<OutlinedNode>, held: Held, facts: Facts): readonly Finding[] => {
  const kind = facts.kinds.get(item.kind ?? '')
  if (!kind || item.kind === undefined) return []
  const finding = (severity: Finding['severity'], reason: string, field: string): Finding => ({
    severity,
    code: 'NON_EVALUABLE',
    path: [...path, field],
    value: item.code,
    parameters: { reason, kind: item.kind ?? '' },
  })
  if (kind.assessable === true) return held?.has('question') ? [] : [finding('error', 'empty', 'questions')]
  if (item.rating !== undefined) return [finding('error', 'rating', 'rating')]
  return (item.questions ?? []).length > 0 ? [finding('warning', 'questions', 'questions')] : []
}

const imperative = ({ item, path }: Placed<OutlinedNode>, held: Held): readonly Finding[] =>
  item.imperative === true && !held?.has('scored')
    ? [{ severity: 'error', code: 'IMPERATIF_SANS_QUESTION', path: [...path, 'imperative'], value: item.code }]
    : []

const withoutScore = (path: Finding['path'], reason: string, from: string, severity: Finding['severity'] = 'error'): readonly Finding[] => [
  { severity, code: 'ECHELLE_SANS_SCORE', path, value: from, parameters: { reason, from } },
]

const ratedWithoutScore = ({ item, path }: Placed<OutlinedNode>, { scales }: Facts): readonly Finding[] =>
  item.rating === undefined || hasScore(scales, item.rating) ? [] : withoutScore([...path, 'rating'], 'scale', item.rating, 'warning')

/** Types whose answer is a number, or yes and no: they count where the author says so. */
const counted = new Set(['boolean', 'number', 'percent', 'computed'])

const scoredWithoutScore = ({ item, path }: AskedQuestion, facts: Facts): readonly Finding[] => {
  const { type, scale, list } = item
  if (item.scored !== true || type === undefined || counted.has(type)) return []
  const place = [...path, 'scored']
  if (type === 'scale') return hasScore(facts.scales, scale) ? [] : withoutScore(place, 'scale', scale ?? '')
  if (type === 'single' || type === 'multi') {
    return hasScore(facts.lists, list) ? [] : withoutScore(place, 'list', list ?? '')
  }
  return withoutScore(place, 'type', type)
}
