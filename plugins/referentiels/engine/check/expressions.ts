import { type Comparison, type Expression, nodeFacts, type Reference } from '../conditions/expression.ts'
import { partsOf, referencesOf } from '../conditions/references-of.ts'
import type { Namespace } from '../conditions/vocabulary.ts'
import { chained } from '../findings/closest-name.ts'
import type { DocumentPath, Finding } from '../findings/finding.ts'
import { choiceOf, placed } from './facts.ts'
import type { Facts } from './facts.ts'
import { shown } from './value-at.ts'

/** A condition or a formula of the document, with what it decides, for what depends on what. */
export type WrittenExpression = {
  readonly path: DocumentPath
  readonly source: string
  /** Node or question whose applicability it decides, or question whose value it computes. */
  readonly decides: { readonly what: 'node' | 'question' | 'value' | 'other'; readonly code: string | undefined }
  /** Whether the whole decides something or computes something. */
  readonly wanted: 'condition' | 'formula'
  /** Columns beside it, which a column's formula may name as answers. */
  readonly columns?: ReadonlySet<string>
}

export type ReadExpression = WrittenExpression & { readonly expression: Expression }

const written = (
  source: string | undefined,
  path: DocumentPath,
  decides: WrittenExpression['decides'],
  columns?: ReadonlySet<string>,
): readonly WrittenExpression[] => (source === undefined ? [] : [{ source, path, decides, wanted: path.at(-1) === 'formula' ? 'formula' : 'condition', columns }])

const other = { what: 'other', code: undefined } as const

/** Every condition and formula of the document, in the order of the file within each part. */
export const writtenExpressions = ({ outline, nodes, questions }: Facts): readonly WrittenExpression[] => [
  ...nodes.flatMap(({ item, path }) => written(item.appliesIf, [...path, 'appliesIf'], { what: 'node', code: item.code })),
  ...questions.flatMap(({ item, path }) => {
    const columns = placed(item.columns, [...path, 'columns'])
    const siblings = new Set(columns.flatMap((column) => column.item.code ?? []))
    return [
      ...written(item.appliesIf, [...path, 'appliesIf'], { what: 'question', code: item.code }),
      ...written(item.formula, [...path, 'formula'], { what: 'value', code: item.code }),
      ...columns.flatMap((column) => written(column.item.formula, [...column.path, 'formula'], other, siblings)),
    ]
  }),
  ...placed(outline.scales, ['scales']).flatMap(({ item, path }) =>
    placed(item.values, [...path, 'values']).flatMap((value) => written(value.item.allowedIf, [...value.path, 'allowedIf'], other)),
  ),
  ...placed(outline.scoring?.rules, ['scoring', 'rules']).flatMap(({ item, path }) =>
    placed(item.outcomes, [...path, 'outcomes']).flatMap((outcome) => written(outcome.item.when, [...outcome.path, 'when'], other)),
  ),
]

/** EXPRESSION_REF: names and literal values of an expression that stand for nothing in the document. */
export const expressionReferences = (expressions: readonly ReadExpression[], facts: Facts): readonly Finding[] =>
  expressions.flatMap((each) => [
    ...referencesOf(each.expression).flatMap((reference) => unknownReference(reference, each, facts)),
    ...comparisonsOf(each.expression).flatMap((comparison) => unknownLiterals(comparison, each, facts)),
  ])

/** The names that may follow the dot of a reference. */
export const namesIn = (namespace: Namespace, columns: ReadonlySet<string> | undefined, facts: Facts): Iterable<string> => {
  switch (namespace) {
    case 'profile':
      return facts.profileFields.keys()
    case 'answer':
      return chained([columns ?? noColumns, facts.answerable.keys()])
    case 'score':
      return facts.nodeByCode.keys()
    case 'node':
      return chained([nodeFacts, facts.kinds.keys()])
  }
}

const namespaceOf = ({ of }: Reference): Namespace => {
  switch (of) {
    case 'profile':
    case 'answer':
      return of
    case 'score':
    case 'met':
    case 'overall':
      return 'score'
    case 'ancestor':
    case 'node':
      return 'node'
  }
}

const isKnown = (reference: Reference, columns: ReadonlySet<string>, facts: Facts): boolean => {
  switch (reference.of) {
    case 'profile':
      return facts.profileFields.has(reference.name)
    case 'answer':
      return facts.answerable.has(reference.name) || columns.has(reference.name)
    case 'score':
    case 'met':
      return facts.nodeByCode.has(reference.name)
    case 'ancestor':
      return facts.outline.kinds === undefined || facts.kinds.has(reference.name)
    case 'node':
    case 'overall':
      return true
  }
}

const noColumns: ReadonlySet<string> = new Set()

const unknownReference = (reference: Reference, { source, path, columns = noColumns }: ReadExpression, facts: Facts): readonly Finding[] => {
  if (!('name' in reference) || isKnown(reference, columns, facts)) return []
  const nearest = facts.closest(reference.name, namesIn(namespaceOf(reference), columns, facts))
  // As the author typed it, in either language; the same letters may stand before the dot too.
  const typed = /^[\p{L}\d_.-]+/u.exec(source.normalize('NFC').slice(reference.at))?.[0] ?? reference.name
  const name = typed.indexOf('.') + 1
  const suggestion = nearest === undefined ? undefined : typed.slice(0, name) + nearest + typed.slice(name + reference.name.length)
  return [{ severity: 'error', code: 'EXPRESSION_REF', path, value: shown(typed), at: reference.at, suggestion }]
}

export const comparisonsOf = (expression: Expression): readonly Comparison[] => [
  ...(expression.kind === 'comparison' ? [expression] : []),
  ...partsOf(expression).flatMap(comparisonsOf),
]

/** Quoted values compared with a choice must be values of it. */
const unknownLiterals = (comparison: Comparison, { path }: ReadExpression, facts: Facts): readonly Finding[] => {
  const { left, right } = comparison
  const known = optionsCompared(comparison, facts)
  if (!known) return []
  return [left, right]
    .flatMap((side): readonly Expression[] => (side.kind === 'list' ? side.items : [side]))
    .flatMap((literal): readonly Finding[] => {
      if (literal.kind !== 'string' || known.has(literal.value)) return []
      const suggestion = facts.closest(literal.value, known)
      return [{ severity: 'error', code: 'EXPRESSION_REF', path, value: literal.value, at: literal.at, expected: [...known].slice(0, 30), suggestion }]
    })
}

/** The codes that a comparison chooses from; undefined where any text may be right. */
export const optionsCompared = ({ left, right }: Comparison, facts: Facts): ReadonlySet<string> | undefined => optionsOf(left, facts) ?? optionsOf(right, facts)

const optionsOf = (expression: Expression, facts: Facts): ReadonlySet<string> | undefined => {
  if (expression.kind !== 'reference') return undefined
  if (expression.of === 'profile') return choiceOf(facts.profileFields.get(expression.name), facts)?.codes
  return expression.of === 'answer' ? choiceOf(facts.answerable.get(expression.name), facts)?.codes : undefined
}
