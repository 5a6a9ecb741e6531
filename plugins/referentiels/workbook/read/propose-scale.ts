import { defaultScale } from '../../texts/default-scale.ts'
import { type Block, fieldAt, isBlock } from '../sheets/block.ts'

const blocksIn = (value: unknown): readonly Block[] => (Array.isArray(value) ? value.filter(isBlock) : [])

const asksSomething = (node: Block): boolean => node['rating'] !== undefined || blocksIn(node['questions']).length > 0

/** Kinds that answer, by their code. */
const assessableKinds = (root: Block): ReadonlySet<unknown> =>
  new Set(blocksIn(root['kinds']).flatMap((kind) => (kind['assessable'] === true ? [kind['code']] : [])))

/** Nodes of a kind that answers, with none of such a kind below them. */
const lowestAssessable = (root: Block): readonly Block[] => {
  const kinds = assessableKinds(root)
  const nodes = blocksIn(root['nodes'])
  const able = nodes.filter((node) => kinds.has(node['kind']))
  const parents = new Map(nodes.map((node) => [node['code'], node['parent']]))
  const above = new Set<unknown>()
  for (const node of able) {
    for (let code = node['parent']; code !== undefined && !above.has(code); code = parents.get(code)) above.add(code)
  }
  return able.filter((node) => !above.has(node['code']))
}

/**
 * The scale of five levels for a workbook that has none: where an element or a question names it, or where nothing is asked at all, and
 * then every lowest element that can be assessed is rated on it. Answers the code of the scale that was added.
 */
export const proposeScale = (root: Block): string | undefined => {
  if (fieldAt(root, ['scales']) !== undefined) return undefined
  const nodes = blocksIn(root['nodes'])
  const isNamed = nodes.some((node) => node['rating'] === defaultScale.code || blocksIn(node['questions']).some(({ scale }) => scale === defaultScale.code))
  const unasked = nodes.some(asksSomething) ? [] : lowestAssessable(root)
  if (!isNamed && unasked.length === 0) return undefined
  root['scales'] = [{ ...defaultScale, values: defaultScale.values.map((value) => ({ ...value })) }]
  for (const node of unasked) node['rating'] = defaultScale.code
  return defaultScale.code
}
