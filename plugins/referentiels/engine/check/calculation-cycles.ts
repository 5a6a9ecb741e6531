import { referencesOf } from '../conditions/references-of.ts'
import type { Reference } from '../conditions/expression.ts'
import type { Finding } from '../findings/finding.ts'
import type { ReadExpression } from './expressions.ts'
import { counts } from './facts.ts'
import type { Facts } from './facts.ts'
import { throughOf } from './tree.ts'

/**
 * What is calculated from what: answers (`answer`), scores (`score`) and whether a node (`node`) or a question
 * (`question`) applies. A hidden answer does not count, so an answer depends on what its question depends on.
 */
type Quantity = string

const quantity = (what: 'answer' | 'score' | 'node' | 'question', code: string | undefined): Quantity => `${what} ${code ?? ''}`
const overall: Quantity = 'overall'

/** Each may be as long as the document: more would cost its square, and one is mended at a time. */
const mostCycles = 20

type Dependencies = Map<Quantity, Set<Quantity>>

/** CYCLE_CALCUL: a condition or a formula that depends on its own result. */
export const calculationCycles = (expressions: readonly ReadExpression[], facts: Facts): readonly Finding[] => {
  const deciding = new Map(expressions.flatMap((each) => decidedBy(each).map((decided) => [decided, each] as const)))
  const dependencies = structure(facts)
  for (const [decided, { expression }] of deciding) {
    for (const reference of referencesOf(expression)) addTo(dependencies, decided, neededFor(reference))
  }
  const reported = new Set<ReadExpression>()
  return cyclesOf(dependencies, deciding.keys()).flatMap((cycle): readonly Finding[] => {
    const members = cycle.flatMap((each) => deciding.get(each) ?? [])
    const [first] = members
    if (!first || reported.has(first)) return []
    for (const member of members) reported.add(member)
    const through = throughOf(members.map((member) => member.decides.code ?? ''))
    return [{ severity: 'error', code: 'CYCLE_CALCUL', path: first.path, value: first.decides.code, parameters: { through } }]
  })
}

const decidedBy = ({ decides: { what, code } }: ReadExpression): readonly Quantity[] => {
  if (code === undefined || what === 'other') return []
  return [quantity(what === 'value' ? 'answer' : what, code)]
}

const neededFor = (reference: Reference): Quantity | undefined => {
  switch (reference.of) {
    case 'answer':
      return quantity('answer', reference.name)
    case 'score':
    case 'met':
      return quantity('score', reference.name)
    case 'overall':
      return overall
    case 'profile':
    case 'node':
    case 'ancestor':
      return undefined
  }
}

const addTo = (dependencies: Dependencies, from: Quantity, to: Quantity | undefined): void => {
  if (to === undefined) return
  const known = dependencies.get(from) ?? new Set()
  dependencies.set(from, known.add(to))
}

/** What depends on what by the shape of the document alone. */
const structure = (facts: Facts): Dependencies => {
  const { nodes, questions, nodeByCode } = facts
  const dependencies: Dependencies = new Map()
  for (const { item } of nodes) {
    const { code, parent } = item
    addTo(dependencies, quantity('score', code), quantity('node', code))
    if (item.rating !== undefined) {
      addTo(dependencies, quantity('score', code), quantity('answer', code))
      addTo(dependencies, quantity('answer', code), quantity('node', code))
    }
    if (parent !== undefined && nodeByCode.has(parent)) {
      addTo(dependencies, quantity('node', code), quantity('node', parent))
      addTo(dependencies, quantity('score', parent), quantity('score', code))
    } else addTo(dependencies, overall, quantity('score', code))
  }
  for (const { item, node } of questions) {
    addTo(dependencies, quantity('answer', item.code), quantity('question', item.code))
    addTo(dependencies, quantity('question', item.code), quantity('node', node.item.code))
    if (counts(item, facts)) addTo(dependencies, quantity('score', node.item.code), quantity('answer', item.code))
  }
  return dependencies
}

/** At least one cycle of each knot that the starts lead to: a walk in depth that closes on itself. */
const cyclesOf = (dependencies: Dependencies, starts: Iterable<Quantity>): readonly (readonly Quantity[])[] => {
  const cycles: (readonly Quantity[])[] = []
  const done = new Set<Quantity>()
  for (const start of starts) {
    const line: Quantity[] = []
    const onLine = new Map<Quantity, number>()
    const waiting: Iterator<Quantity>[] = []
    const enter = (each: Quantity): void => {
      onLine.set(each, line.push(each) - 1)
      waiting.push((dependencies.get(each) ?? new Set<Quantity>()).values())
    }
    if (!done.has(start)) enter(start)
    while (waiting.length > 0) {
      const next = waiting.at(-1)?.next()
      if (next === undefined || next.done === true) {
        waiting.pop()
        const left = line.pop()
        if (left !== undefined) {
          onLine.delete(left)
          done.add(left)
        }
        continue
      }
      const place = onLine.get(next.value)
      if (place !== undefined) {
        cycles.push(line.slice(place))
        if (cycles.length === mostCycles) return cycles
      } else if (!done.has(next.value)) enter(next.value)
    }
  }
  return cycles
}
