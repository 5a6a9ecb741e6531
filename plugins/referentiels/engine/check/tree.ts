import type { Finding } from '../findings/finding.ts'
import type { Facts, Placed } from './facts.ts'
import type { OutlinedNode } from './outline.ts'

type Node = Placed<OutlinedNode>

/** The tree of nodes: no loop (BOUCLE), nothing hanging from one (ORPHELIN), a first level (RACINE). */
export const tree = (facts: Facts): readonly Finding[] => {
  const loops = loopsOf(facts)
  return [...loops.map(loopFinding), ...orphans(loops, facts), ...roots(new Set(loops.flat()), facts)]
}

/** Each loop of parents once, as the nodes that form it, from child to parent. */
const loopsOf = ({ nodes, nodeByCode }: Facts): readonly (readonly Node[])[] => {
  const loops: (readonly Node[])[] = []
  const walked = new Map<Node, Node>()
  for (const start of nodes) {
    const line: Node[] = []
    let node: Node | undefined = start
    while (node && !walked.has(node)) {
      walked.set(node, start)
      line.push(node)
      node = nodeByCode.get(node.item.parent ?? '')
    }
    if (node && walked.get(node) === start && line.includes(node)) loops.push(line.slice(line.indexOf(node)))
  }
  return loops
}

/** `a → b → a`, the middle left out when long. */
export const throughOf = (codes: readonly string[]): string => {
  const shown = codes.length > 8 ? [...codes.slice(0, 4), '…', ...codes.slice(-3)] : codes
  return [...shown, codes[0] ?? ''].join(' → ')
}

const through = (loop: readonly Node[]): string => throughOf(loop.map(({ item }) => item.code ?? ''))

const firstInFile = (loop: readonly Node[]): number =>
  loop.reduce((best, node, index) => (positionOf(node) < positionOf(loop[best]) ? index : best), 0)

const positionOf = (node: Node | undefined): number => Number(node?.path[1] ?? 0)

const loopFinding = (loop: readonly Node[]): Finding => {
  const start = firstInFile(loop)
  const turned = [...loop.slice(start), ...loop.slice(0, start)]
  const [first] = turned
  return {
    severity: 'error',
    code: 'BOUCLE',
    path: [...(first?.path ?? []), 'parent'],
    value: first?.item.parent,
    parameters: { through: through(turned) },
  }
}

/** Nodes below a loop, which no screen would show. */
const orphans = (loops: readonly (readonly Node[])[], { nodes, nodeByCode }: Facts): readonly Finding[] => {
  if (loops.length === 0) return []
  const inLoop = new Map<Node, readonly Node[]>(loops.flatMap((loop) => loop.map((node) => [node, loop] as const)))
  const endsIn = new Map<Node, readonly Node[] | undefined>(inLoop)
  for (const start of nodes) {
    const line: Node[] = []
    let node: Node | undefined = start
    while (node && !endsIn.has(node)) {
      line.push(node)
      node = nodeByCode.get(node.item.parent ?? '')
    }
    const end = node && endsIn.get(node)
    for (const each of line) endsIn.set(each, end)
  }
  return nodes.flatMap((node): readonly Finding[] => {
    const loop = inLoop.has(node) ? undefined : endsIn.get(node)
    if (!loop) return []
    const { code, parent } = node.item
    return [{ severity: 'error', code: 'ORPHELIN', path: [...node.path, 'parent'], value: code ?? parent, parameters: { through: through(loop) } }]
  })
}

/**
 * No node at the first level; or one that stands there alone of its kind, while most of the others have a parent:
 * a forgotten `parent` more often than a choice.
 */
const roots = (looped: ReadonlySet<Node>, { nodes }: Facts): readonly Finding[] => {
  if (nodes.length === 0) return []
  if (nodes.every(({ item }) => item.parent !== undefined)) {
    return [{ severity: 'error', code: 'RACINE', path: ['nodes'], parameters: { reason: 'none' } }]
  }
  return [...Map.groupBy(nodes, ({ item }) => item.kind)].flatMap(([kind, alike]) => {
    const alone = alike.filter(({ item }) => item.parent === undefined)
    const below = alike.filter((node) => node.item.parent !== undefined && !looped.has(node))
    if (kind === undefined || alone.length >= below.length) return []
    return alone.map(({ item, path }): Finding => ({
      severity: 'warning',
      code: 'RACINE',
      path: [...path, 'parent'],
      value: item.code,
      parameters: { reason: 'alone', kind },
    }))
  })
}
