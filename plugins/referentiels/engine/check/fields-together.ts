import type { DocumentPath, Finding } from '../findings/finding.ts'
import { placed } from './facts.ts'
import type { Facts, Placed } from './facts.ts'
import type { OutlinedColumn } from './outline.ts'

/** Fields of one block that need each other (CHAMP_MANQUANT) or bound each other (BORNES). */
export const fieldsTogether = (facts: Facts): readonly Finding[] => {
  const { outline } = facts
  return [
    ...ordered(outline, [], 'validFrom', 'validUntil'),
    ...facts.nodes.flatMap(({ item, path }) => ordered(item.repeat, [...path, 'repeat'], 'min', 'max')),
    ...facts.questions.flatMap(ofQuestion),
    ...placed(outline.lists, ['lists']).flatMap(({ item, path }) =>
      item.options === undefined && item.external === undefined ? missing(path, 'options', 'options') : [],
    ),
    ...placed(outline.profileFields, ['profileFields']).flatMap(({ item, path }) =>
      isChoice(item.type) && item.list === undefined ? missing(path, 'list', 'list') : [],
    ),
    ...ofScoring(facts),
  ]
}

const missing = (path: DocumentPath, field: string, reason: string): readonly Finding[] => [
  { severity: 'error', code: 'CHAMP_MANQUANT', path: [...path, field], parameters: { field, reason } },
]

const isChoice = (type: string | undefined): boolean => type === 'single' || type === 'multi'

type Bounded<Low extends string, High extends string> = Readonly<Partial<Record<Low | High, string | number>>>

const ordered = <Low extends string, High extends string>(
  block: Bounded<Low, High> | undefined,
  path: DocumentPath,
  low: Low,
  high: High,
): readonly Finding[] => {
  const [least, most] = [block?.[low], block?.[high]]
  if (least === undefined || most === undefined || typeof least !== typeof most || least <= most) return []
  return [{ severity: 'error', code: 'BORNES', path: [...path, low], value: least, parameters: { low, high, least, most } }]
}

const ofQuestion = ({ item, path }: Facts['questions'][number]): readonly Finding[] => {
  const columns = placed(item.columns, [...path, 'columns'])
  return [
    ...ofField({ item, path }),
    ...columns.flatMap(ofField),
    ...(item.type === 'table' && (item.columns ?? []).length === 0 ? missing(path, 'columns', 'columns') : []),
    ...ordered(item.rows, [...path, 'rows'], 'min', 'max'),
  ]
}

const ofField = ({ item, path }: Placed<OutlinedColumn>): readonly Finding[] => [
  ...(item.type === 'scale' && item.scale === undefined ? missing(path, 'scale', 'scale') : []),
  ...(isChoice(item.type) && item.list === undefined ? missing(path, 'list', 'list') : []),
  ...(item.type === 'computed' && item.formula === undefined ? missing(path, 'formula', 'formula') : []),
  ...ordered(item, path, 'min', 'max'),
]

const ofScoring = ({ outline }: Facts): readonly Finding[] =>
  placed(outline.scoring?.rules, ['scoring', 'rules']).flatMap(({ item, path }) => {
    const [least, most] = item.normalise?.from ?? []
    return [
      ...ordered(item, path, 'validFrom', 'validUntil'),
      ...(item.imperative?.metWhen === 'score-at-least' && item.imperative.threshold === undefined
        ? missing([...path, 'imperative'], 'threshold', 'threshold')
        : []),
      ...(least !== undefined && least === most
        ? [{ severity: 'error' as const, code: 'BORNES' as const, path: [...path, 'normalise', 'from'], parameters: { reason: 'equal' } }]
        : []),
    ]
  })
