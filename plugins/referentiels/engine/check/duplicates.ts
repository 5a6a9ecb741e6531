import type { DocumentPath, Finding } from '../findings/finding.ts'
import { placed } from './facts.ts'
import type { Facts } from './facts.ts'

type Named = { readonly name: string | undefined; readonly path: DocumentPath }

/** DOUBLON: each name after the first, with the place of the first. */
const repeated = (target: string, names: readonly Named[], rest: Partial<Finding> = {}): readonly Finding[] => {
  const first = new Map<string, DocumentPath>()
  return names.flatMap(({ name, path }) => {
    if (name === undefined) return []
    const other = first.get(name)
    if (other === undefined) {
      first.set(name, path)
      return []
    }
    return [{ severity: 'error' as const, code: 'DOUBLON' as const, path, value: name, other, parameters: { target }, ...rest }]
  })
}

const codes = (items: readonly ({ readonly code?: string } | undefined)[] | undefined, path: DocumentPath): readonly Named[] =>
  placed(items, path).map((each) => ({ name: each.item.code, path: [...each.path, 'code'] }))

const words = (items: readonly (string | undefined)[] | undefined, path: DocumentPath): readonly Named[] =>
  placed(items, path).map((each) => ({ name: each.item, path: each.path }))

const mappingName = ({ target, targetVersion }: { readonly target?: string; readonly targetVersion?: string }): string | undefined =>
  target === undefined ? undefined : [target, ...(targetVersion === undefined ? [] : [targetVersion])].join(' ')

/** Names that are given twice where each must name one thing. */
export const duplicates = (facts: Facts): readonly Finding[] => {
  const { outline } = facts
  return [
    ...repeated('kind', codes(outline.kinds, ['kinds'])),
    ...repeated('profileField', codes(outline.profileFields, ['profileFields'])),
    ...repeated('list', codes(outline.lists, ['lists'])),
    ...repeated('scale', codes(outline.scales, ['scales'])),
    ...repeated('node', codes(outline.nodes, ['nodes'])),
    ...repeated('subset', codes(outline.subsets, ['subsets'])),
    ...repeated('dialogue', codes(outline.dialogue?.questions, ['dialogue', 'questions'])),
    ...repeated('axis', codes(outline.presentation?.axes, ['presentation', 'axes'])),
    ...repeated('word', words(outline.locales, ['locales'])),
    ...repeated('mapping', placed(outline.mappings, ['mappings']).map(({ item, path }) => ({ name: mappingName(item), path: [...path, 'target'] }))),
    ...repeated('migration', placed(outline.migrations, ['migrations']).map(({ item, path }) => ({ name: item.from, path: [...path, 'from'] }))),
    ...insideLists(facts),
    ...questionCodes(facts),
    ...orders(facts),
    ...scoringNames(facts),
    ...repeated('kind', placed(outline.expect, ['expect']).map(({ item, path }) => ({ name: item.kind, path: [...path, 'kind'] }))),
  ]
}

const insideLists = ({ outline, nodes, questions }: Facts): readonly Finding[] => [
  ...placed(outline.lists, ['lists']).flatMap(({ item, path }) => repeated('option', codes(item.options, [...path, 'options']))),
  ...placed(outline.scales, ['scales']).flatMap(({ item, path }) => repeated('value', codes(item.values, [...path, 'values']))),
  ...questions.flatMap(({ item, path }) => repeated('column', codes(item.columns, [...path, 'columns']))),
  ...nodes.flatMap(({ item, path }) => repeated('indicator', codes(item.indicators, [...path, 'indicators']))),
  ...placed(outline.subsets, ['subsets']).flatMap(({ item, path }) =>
    repeated('word', words(item.include, [...path, 'include']), { severity: 'warning' }),
  ),
  ...placed(outline.mappings, ['mappings']).flatMap(({ item, path }) =>
    repeated(
      'word',
      placed(item.items, [...path, 'items']).map((each) => ({
        name: each.item.from === undefined || each.item.to === undefined ? undefined : `${each.item.from} → ${each.item.to}`,
        path: each.path,
      })),
    ),
  ),
]

/** Question codes are unique among themselves, and only the question made by `rating` shares its node's code. */
const questionCodes = ({ questions, nodeByCode }: Facts): readonly Finding[] => [
  ...repeated('question', questions.map(({ item, path }) => ({ name: item.code, path: [...path, 'code'] }))),
  ...questions.flatMap(({ item, path }): readonly Finding[] => {
    const node = nodeByCode.get(item.code ?? '')
    if (!node) return []
    const other = [...node.path, 'code']
    return [{ severity: 'error', code: 'DOUBLON', path: [...path, 'code'], value: item.code, other, parameters: { target: 'questionOfNode' } }]
  }),
]

/** Two siblings at one place would be shown in the order of their codes. */
const orders = ({ nodes }: Facts): readonly Finding[] =>
  [...Map.groupBy(nodes, ({ item }) => item.parent).values()].flatMap((siblings) =>
    repeated(
      'order',
      siblings.map(({ item, path }) => ({ name: item.order === undefined ? undefined : String(item.order), path: [...path, 'order'] })),
      { severity: 'warning' },
    ),
  )

const scoringNames = ({ outline }: Facts): readonly Finding[] => {
  const rules = placed(outline.scoring?.rules, ['scoring', 'rules'])
  return [
    ...repeated('rules', rules.map(({ item, path }) => ({ name: item.rulesVersion, path: [...path, 'rulesVersion'] }))),
    ...rules.flatMap(({ item, path }) => [
      ...repeated('outcome', codes(item.outcomes, [...path, 'outcomes'])),
      ...repeated(
        'kind',
        placed(item.aggregate, [...path, 'aggregate']).map((each) => ({ name: each.item.kind, path: [...each.path, 'kind'] })),
      ),
    ]),
  ]
}
