import type { NodeRow } from '../model/draft.ts'
import { numberOf } from '../model/draft.ts'
import type { Direction } from '../model/moves.rules.ts'
import type { Outline, TreeLine } from '../model/outline.rules.ts'
import { parentOf } from '../model/outline.rules.ts'
import { withoutAccents } from '../model/without-accents.ts'

/** What a key does in the tree (ARIA's pattern of a tree, and Alt with an arrow to move what is chosen). */
export type TreeAct =
  | { readonly act: 'choose'; readonly id: string }
  | { readonly act: 'open' | 'close'; readonly node: NodeRow }
  | { readonly act: 'move'; readonly direction: Direction }
  | { readonly act: 'write' | 'remove' | 'duplicate' | 'add' }

export type Key = {
  readonly key: string
  readonly alt: boolean
  readonly control: boolean
}

const moves: ReadonlyMap<string, Direction> = new Map([
  ['ArrowUp', 'up'], ['ArrowDown', 'down'], ['ArrowRight', 'indent'], ['ArrowLeft', 'outdent'],
])

type Where = { readonly lines: readonly TreeLine[]; readonly outline: Outline; readonly chosen: string | null }

export const treeAct = ({ key, alt, control }: Key, { lines, outline, chosen }: Where): TreeAct | null => {
  const index = lines.findIndex(({ node }) => node.id === chosen)
  const line = lines[index]
  if (alt) {
    const direction = moves.get(key)
    return direction === undefined || line === undefined ? null : { act: 'move', direction }
  }
  if (control) return key.toLowerCase() === 'd' && line !== undefined ? { act: 'duplicate' } : null
  const choose = (to: TreeLine | undefined): TreeAct | null => (to === undefined ? null : { act: 'choose', id: to.node.id })
  switch (key) {
    case 'ArrowDown':
      return choose(lines[index + 1])
    case 'ArrowUp':
      return choose(index < 0 ? lines[0] : lines[index - 1])
    case 'Home':
      return choose(lines[0])
    case 'End':
      return choose(lines.at(-1))
    case 'PageDown':
      return choose(lines[Math.min(lines.length - 1, Math.max(0, index) + 10)])
    case 'PageUp':
      return choose(lines[Math.max(0, index - 10)])
    case 'ArrowRight': {
      if (line === undefined || !line.hasChildren) return null
      return line.isOpen ? choose(lines[index + 1]) : { act: 'open', node: line.node }
    }
    case 'ArrowLeft': {
      if (line === undefined) return null
      if (line.isOpen) return { act: 'close', node: line.node }
      const parent = parentOf(outline, line.node)
      return parent === null ? null : { act: 'choose', id: parent.id }
    }
    case 'Enter':
      return line === undefined ? null : { act: 'write' }
    case 'Delete':
      return line === undefined ? null : { act: 'remove' }
    case 'Insert':
      return { act: 'add' }
    default:
      return null
  }
}

/** The next line whose number or title begins with what was typed, from the chosen one on. */
export const typedAhead = (typed: string, { lines, chosen }: Pick<Where, 'lines' | 'chosen'>, read: (node: NodeRow) => string): string | null => {
  const index = Math.max(0, lines.findIndex(({ node }) => node.id === chosen))
  const from = typed.length === 1 ? index + 1 : index
  const round = [...lines.slice(from), ...lines.slice(0, from)]
  const wanted = withoutAccents(typed)
  return round.find(({ node }) => withoutAccents(read(node)).startsWith(wanted) || numberOf(node).startsWith(typed))?.node.id ?? null
}
