import { chained } from '../findings/closest-name.ts'
import type { DocumentPath, Finding } from '../findings/finding.ts'
import { gatherUp, placed } from './facts.ts'
import type { Facts, Placed } from './facts.ts'
import type { OutlinedNode } from './outline.ts'

type Known = ReadonlyMap<string, unknown> | ReadonlySet<string>

/** Beyond it, naming all the possibilities helps nobody. */
const mostListed = 30

/** The format has no more axes: each is looked for in all the tags. */
const mostAxes = 20

/** Names that stand for nothing: REF_INCONNUE, with the nearest name that exists. */
export const references = (facts: Facts): readonly Finding[] => [
  ...ofNodes(facts),
  ...ofQuestions(facts),
  ...ofLists(facts),
  ...ofScoring(facts),
  ...ofPresentation(facts),
  ...ofRelations(facts),
]

type Wanted = { readonly target: string; readonly name: string | undefined; readonly path: DocumentPath; readonly known: Known }

const unknown = ({ closest }: Facts, { target, name, path, known }: Wanted, rest: Partial<Finding> = {}): readonly Finding[] => {
  if (name === undefined || known.has(name)) return []
  const expected = known.size <= mostListed ? { expected: [...known.keys()] } : {}
  const suggestion = closest(name, known.keys())
  return [{ severity: 'error', code: 'REF_INCONNUE', path, value: name, ...expected, suggestion, parameters: { target }, ...rest }]
}

/** Without a readable list of kinds, saying of each node that its kind is unknown would only be noise. */
const unknownKind = (facts: Facts, name: string | undefined, path: DocumentPath): readonly Finding[] =>
  facts.outline.kinds === undefined ? [] : unknown(facts, { target: 'kind', name, path, known: facts.kinds })

const ofNodes = (facts: Facts): readonly Finding[] => {
  const scalesBelow = gatherUp(facts, ({ item }) => scalesOf(item))
  return facts.nodes.flatMap((node) => {
    const { item, path } = node
    return [
      ...unknown(facts, { target: 'parent', name: item.parent, path: [...path, 'parent'], known: facts.nodeByCode }),
      ...unknownKind(facts, item.kind, [...path, 'kind']),
      ...unknown(facts, { target: 'scale', name: item.rating, path: [...path, 'rating'], known: facts.scales }),
      ...ofApplies(node, facts),
      ...ofLevels(node, scalesBelow.get(node), facts),
    ]
  })
}

const ofApplies = ({ item, path }: Placed<OutlinedNode>, facts: Facts): readonly Finding[] =>
  Object.entries(item.applies ?? {}).flatMap(([field, values]) => {
    const own = [...path, 'applies', field]
    const declared = facts.profileFields.get(field)
    if (!declared) {
      return unknown(facts, { target: 'profileField', name: field, path: own, known: facts.profileFields }, {
        parameters: { target: 'profileField', key: 1 },
      })
    }
    const known = facts.lists.get(declared.list ?? '')?.codes
    if (!known) return []
    return placed(values, own).flatMap((value): readonly Finding[] =>
      unknown(facts, { target: 'option', name: value.item, path: value.path, known }, { code: 'VALEUR_INCONNUE', expected: [...known].slice(0, mostListed) }),
    )
  })

/** NIVEAU_INCONNU: a level of none of the scales that answer here, or below where the node asks nothing itself. */
const ofLevels = (
  { item, path }: Placed<OutlinedNode>,
  below: ReadonlySet<string> | undefined,
  facts: Facts,
): readonly Finding[] => {
  const levels = [
    ...Object.keys(item.levelTexts ?? {}).map((level) => ({ level, path: [...path, 'levelTexts', level], key: 1 })),
    ...placed(item.evidence, [...path, 'evidence']).flatMap((proof) =>
      proof.item.fromLevel === undefined ? [] : [{ level: proof.item.fromLevel, path: [...proof.path, 'fromLevel'], key: 0 }],
    ),
  ]
  if (levels.length === 0) return []
  const own = scalesOf(item)
  const names = own.length > 0 ? own : [...(below ?? [])]
  const scales = names.map((name) => facts.scales.get(name)?.codes)
  // An unknown scale is reported as such.
  if (scales.includes(undefined)) return []
  const known = scales.flatMap((codes) => codes ?? [])
  const knows = (level: string): boolean => known.some((codes) => codes.has(level))
  return levels
    .filter(({ level }) => !knows(level))
    .map(({ level, path: place, key }) => ({
      severity: 'error',
      code: 'NIVEAU_INCONNU',
      path: place,
      value: level,
      expected: known.flatMap((codes) => [...codes]).slice(0, mostListed),
      suggestion: facts.closest(level, chained(known)),
      parameters: { scales: [...new Set(names)].join(', '), key },
    }))
}

const scalesOf = (node: OutlinedNode): readonly string[] =>
  [node.rating, ...(node.questions ?? []).map((question) => question?.scale)].filter((scale) => scale !== undefined)

const ofQuestions = (facts: Facts): readonly Finding[] =>
  facts.questions.flatMap(({ item, path }) => {
    const columns = placed(item.columns, [...path, 'columns'])
    const asked = [{ item, path }, ...columns]
    const known = new Set(columns.flatMap((column) => column.item.code ?? []))
    return [
      ...asked.flatMap((field) => [
        ...unknown(facts, { target: 'scale', name: field.item.scale, path: [...field.path, 'scale'], known: facts.scales }),
        ...unknown(facts, { target: 'list', name: field.item.list, path: [...field.path, 'list'], known: facts.lists }),
      ]),
      ...unknown(facts, { target: 'column', name: item.rows?.key, path: [...path, 'rows', 'key'], known }),
    ]
  })

const ofLists = (facts: Facts): readonly Finding[] => [
  ...placed(facts.outline.profileFields, ['profileFields']).flatMap(({ item, path }) =>
    unknown(facts, { target: 'list', name: item.list, path: [...path, 'list'], known: facts.lists }),
  ),
  ...placed(facts.outline.lists, ['lists']).flatMap(({ item, path }) => {
    const known = new Set((item.options ?? []).flatMap((option) => option?.code ?? []))
    return placed(item.options, [...path, 'options']).flatMap((option) =>
      unknown(facts, { target: 'option', name: option.item.parent, path: [...option.path, 'parent'], known }),
    )
  }),
]

const ofScoring = (facts: Facts): readonly Finding[] => {
  const rules = placed(facts.outline.scoring?.rules, ['scoring', 'rules'])
  const known = new Set(rules.flatMap(({ item }) => item.rulesVersion ?? []))
  return [
    ...unknown(facts, { target: 'rules', name: facts.outline.scoring?.current, path: ['scoring', 'current'], known }),
    ...rules.flatMap(({ item, path }) =>
      placed(item.aggregate, [...path, 'aggregate']).flatMap((line) => unknownKind(facts, line.item.kind, [...line.path, 'kind'])),
    ),
    ...placed(facts.outline.expect, ['expect']).flatMap(({ item, path }) => unknownKind(facts, item.kind, [...path, 'kind'])),
  ]
}

const ofPresentation = (facts: Facts): readonly Finding[] => {
  const { presentation } = facts.outline
  const axes = placed(presentation?.axes, ['presentation', 'axes'])
  const known = new Set(axes.flatMap(({ item }) => item.code ?? []))
  const tags = facts.nodes.flatMap((node) => placed(node.item.tags, [...node.path, 'tags']))
  const keys = new Set(tags.flatMap((tag) => (tag.item.includes(':') ? [tag.item.slice(0, tag.item.indexOf(':'))] : [])))
  return [
    ...unknownKind(facts, presentation?.pageKind, ['presentation', 'pageKind']),
    ...unknownKind(facts, presentation?.criterionKind, ['presentation', 'criterionKind']),
    ...unknown(facts, { target: 'axis', name: presentation?.defaultAxis, path: ['presentation', 'defaultAxis'], known }),
    ...axes.slice(0, mostAxes).flatMap(({ item, path }) => [
      ...(item.by === 'kind' ? unknownKind(facts, item.value, [...path, 'value']) : []),
      ...(item.by === 'tag' ? ofTagAxis({ item, path }, { tags, keys }, facts) : []),
      ...unknown(facts, { target: 'list', name: item.list, path: [...path, 'list'], known: facts.lists }),
    ]),
  ]
}

type Tags = { readonly tags: readonly Placed<string>[]; readonly keys: ReadonlySet<string> }
type TagAxis = Placed<{ readonly value?: string; readonly list?: string }>

/** An axis by tag has spokes if some node bears such a tag; a tag without a label in the axis's list is only shown bare. */
const ofTagAxis = ({ item, path }: TagAxis, { tags, keys }: Tags, facts: Facts): readonly Finding[] => {
  const labels = facts.lists.get(item.list ?? '')?.codes
  const start = `${item.value ?? ''}:`
  return [
    ...unknown(facts, { target: 'tag', name: item.value, path: [...path, 'value'], known: keys }),
    ...(labels === undefined || item.value === undefined ? [] : tags).flatMap((tag) =>
      tag.item.startsWith(start) && labels && !labels.has(tag.item.slice(start.length))
        ? unknown(
            facts,
            { target: 'option', name: tag.item.slice(start.length), path: tag.path, known: labels },
            { severity: 'warning', parameters: { target: 'option', list: item.list ?? '' } },
          )
        : [],
    ),
  ]
}

const ofRelations = (facts: Facts): readonly Finding[] => {
  const { outline, nodeByCode, scales, answerable } = facts
  const nodesAndQuestions = new Set([...nodeByCode.keys(), ...answerable.keys()])
  return [
    ...placed(outline.subsets, ['subsets']).flatMap(({ item, path }) =>
      placed(item.include, [...path, 'include']).flatMap((code) =>
        unknown(facts, { target: 'node', name: code.item, path: code.path, known: nodeByCode }),
      ),
    ),
    ...placed(outline.dialogue?.questions, ['dialogue', 'questions']).flatMap(({ item, path }) => [
      ...unknown(facts, { target: 'node', name: item.node, path: [...path, 'node'], known: nodeByCode }),
      ...unknown(facts, { target: 'scale', name: item.scale, path: [...path, 'scale'], known: scales }),
    ]),
    ...placed(outline.mappings, ['mappings']).flatMap(({ item, path }) =>
      placed(item.items, [...path, 'items']).flatMap((line) =>
        unknown(facts, { target: 'node', name: line.item.from, path: [...line.path, 'from'], known: nodesAndQuestions }),
      ),
    ),
  ]
}
