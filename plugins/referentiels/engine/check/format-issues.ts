import { z } from 'zod'

import { colour, day, href, identifier, semanticVersion } from '../document/codes.ts'
import { documentFormat } from '../document/document.schema.ts'
import { keysAt, schemaAt } from '../document/schema-at.ts'
import { localeCode } from '../document/text.schema.ts'
import type { Closest } from '../findings/closest-name.ts'
import type { DocumentPath, Finding, FindingCode } from '../findings/finding.ts'
import {
  meantBoolean,
  meantCode,
  meantColour,
  meantDay,
  meantIdentifier,
  meantLink,
  meantNumber,
  meantVersion,
} from './meant.ts'
import { isBlock, shown, valueAt } from './value-at.ts'

type Issue = z.core.$ZodIssue
type Asked = { readonly root: unknown; readonly closest: Closest }

/**
 * What the format's schema refuses, in the stable codes: one issue becomes one finding, with the value found, what
 * is expected, and what to write instead where that can be guessed.
 */
export const findingsOfIssues = (issues: readonly Issue[], asked: Asked): readonly Finding[] => {
  const seen = new Set<string>()
  return issues
    .flatMap((issue) => findingsOf(issue, [], asked))
    .filter((finding) => {
      // A code that breaks two rules at once is one wrong code.
      const key = JSON.stringify([finding.code, finding.path])
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}

const findingsOf = (issue: Issue, base: DocumentPath, asked: Asked): readonly Finding[] => {
  const path = [...base, ...keysOf(issue.path)]
  const value = valueAt(asked.root, path)
  const found = (code: FindingCode, rest: Partial<Finding> = {}): readonly Finding[] => [
    { severity: 'error', code, path, value: shown(value), ...rest },
  ]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, asked))
  if (issue.code === 'invalid_key') return [wrongKey(path)]
  if (value === undefined) return path.length === 0 ? found('FORME', { expected: 'block' }) : missing(path)
  if (value === null) return path.length === 0 ? found('FICHIER_ILLISIBLE', { parameters: { reason: 'empty' } }) : found('CELLULE_VIDE')

  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(issue.expected, path, value)]
    case 'invalid_value':
      return [wrongWord(issue.values, path, value, asked)]
    case 'invalid_format':
    case 'custom':
      return [wrongWriting(path, value)]
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, path, value)]
    case 'invalid_union':
      return ofTheBestBranch(issue.errors, path, value, asked)
    default:
      return found('FORME')
  }
}

const keysOf = (path: readonly PropertyKey[]): DocumentPath =>
  path.map((key) => (typeof key === 'symbol' ? String(key) : key))

const missing = (path: DocumentPath): readonly Finding[] => {
  const isFormat = path.length === 1 && path[0] === 'format'
  return [
    isFormat
      ? { severity: 'error', code: 'FORMAT_INCONNU', path, expected: documentFormat, suggestion: documentFormat }
      : { severity: 'error', code: 'CHAMP_MANQUANT', path, parameters: { field: String(path.at(-1)) } },
  ]
}

const unknownKey = (block: DocumentPath, key: string, { root, closest }: Asked): Finding => {
  const present = valueAt(root, block)
  const free = keysAt(block).filter((name) => !(isBlock(present) && Object.hasOwn(present, name)))
  return {
    severity: 'error',
    code: 'CLE_INCONNUE',
    path: [...block, key],
    value: shown(key),
    expected: keysAt(block),
    suggestion: closest(key, free),
  }
}

const wrongKey = (path: DocumentPath): Finding => {
  const holder = schemaAt(path.slice(0, -1))
  const isText = holder instanceof z.ZodUnion
  const isIdentifier = holder instanceof z.ZodRecord && holder.def.keyType === identifier
  return {
    severity: 'error',
    code: isText ? 'LANGUE' : 'CODE_INVALIDE',
    path,
    value: shown(path.at(-1)),
    expected: isText ? 'locale' : isIdentifier ? 'identifier' : 'code',
    parameters: { key: 1 },
  }
}

const kinds: Readonly<Record<string, string>> = { array: 'list', tuple: 'pair', object: 'block', record: 'block', string: 'text' }

const wrongType = (expected: string, path: DocumentPath, value: unknown): Finding => {
  const base = { severity: 'error', path, value: shown(value) } as const
  switch (expected) {
    case 'number':
    case 'int':
      return { ...base, code: 'NOMBRE', expected: expected === 'int' ? 'integer' : 'number', suggestion: meantNumber(value) }
    case 'boolean':
      return { ...base, code: 'OUI_NON', expected: 'boolean', suggestion: meantBoolean(value) }
    case 'string':
      if (typeof value === 'number') return numberForText(path, value)
      return { ...base, code: 'FORME', expected: 'text' }
    default:
      return { ...base, code: 'FORME', expected: kinds[expected] ?? 'text' }
  }
}

const numberForText = (path: DocumentPath, value: number): Finding => {
  const isWrittenApart = schemaAt(path) === semanticVersion || schemaAt(path) === day
  if (isWrittenApart) return wrongWriting(path, value)
  return { severity: 'error', code: 'CODE_NOMBRE', path, value: shown(value), expected: 'text' }
}

const wrongWord = (values: readonly unknown[], path: DocumentPath, value: unknown, { closest }: Asked): Finding => {
  const expected = values.map(String)
  const suggestion = typeof value === 'string' ? closest(value, expected) : undefined
  const base = { severity: 'error', path, value: shown(value), expected } as const
  if (path.length === 1 && path[0] === 'format') {
    const newer = typeof value === 'string' ? /^referentiel\/(\d{1,6})(\.\d+)*$/.exec(value)?.[1] : undefined
    const isNewer = newer !== undefined && Number(newer) > Number(documentFormat.split('/')[1])
    return { ...base, code: isNewer ? 'VERSION_FORMAT' : 'FORMAT_INCONNU', expected: documentFormat, suggestion: documentFormat }
  }
  if (path.at(-1) === 'type') return { ...base, code: 'TYPE_INCONNU', suggestion }
  return { ...base, code: 'VALEUR_INCONNUE', suggestion: suggestion ?? (expected.length === 1 ? expected[0] : undefined) }
}

const wrongWriting = (path: DocumentPath, value: unknown): Finding => {
  const base = { severity: 'error', path, value: shown(value) } as const
  switch (schemaAt(path)) {
    case day:
      return { ...base, code: 'DATE', expected: 'date', suggestion: meantDay(value) }
    case colour:
      return { ...base, code: 'COULEUR', expected: 'colour', suggestion: meantColour(value) }
    case href:
      return { ...base, code: 'LIEN', expected: 'link', suggestion: meantLink(value) }
    case semanticVersion:
      return { ...base, code: 'VERSION_INVALIDE', expected: 'version', suggestion: meantVersion(value) }
    case localeCode:
      return { ...base, code: 'LANGUE', expected: 'locale' }
    case identifier:
      return { ...base, code: 'CODE_INVALIDE', expected: 'identifier', suggestion: isOwnName(path) ? meantIdentifier(value) : undefined }
    default:
      return { ...base, code: 'CODE_INVALIDE', expected: 'code', suggestion: isOwnName(path) ? meantCode(value) : undefined }
  }
}

const ownNames: ReadonlySet<unknown> = new Set(['id', 'code', 'audiences', 'brands', 'target'])

/** Where something is named, and not one of those that the document declares: it may be called as one likes. */
const isOwnName = (path: DocumentPath): boolean => ownNames.has(path.findLast((key) => typeof key === 'string'))

type SizeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

const wrongSize = (issue: SizeIssue, path: DocumentPath, value: unknown): Finding => {
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const base = { severity: 'error', path, value: shown(value) } as const
  if (issue.origin === 'string' || issue.origin === 'array') {
    if (Array.isArray(value) && schemaAt(path) instanceof z.ZodTuple) return { ...base, code: 'FORME', expected: 'pair' }
    if (issue.code === 'too_small') return { ...base, code: 'CELLULE_VIDE' }
    return { ...base, code: 'TROP_LONG', parameters: { most: limit, unit: issue.origin === 'string' ? 'characters' : 'items' } }
  }
  return { ...base, code: 'NOMBRE', expected: issue.code === 'too_small' ? 'atLeast' : 'atMost', parameters: { limit } }
}

/**
 * A text is a sentence or one by locale: the findings are those of the form that the author chose, which is the one
 * that has least to say.
 */
const ofTheBestBranch = (
  branches: readonly (readonly Issue[])[],
  path: DocumentPath,
  value: unknown,
  asked: Asked,
): readonly Finding[] => {
  const chosen = branches[blockThatFits(path, value)] ?? bestBranch(branches)
  return chosen ? chosen.flatMap((issue) => findingsOf(issue, path, asked)) : [wrongType('string', path, value)]
}

/** Position of the choice that is a block with one of the value's own keys; -1 for none. */
const blockThatFits = (path: DocumentPath, value: unknown): number => {
  const choice = schemaAt(path)
  if (!(choice instanceof z.ZodUnion) || !isBlock(value)) return -1
  return choice.def.options.findIndex(
    (option) => option instanceof z.ZodObject && Object.keys(value).some((key) => Object.hasOwn(option.shape, key)),
  )
}

const bestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  branches
    .map((issues) => issues.flatMap(unfolded))
    .filter((issues) => !issues.some(isOfAnotherForm))
    .sort((one, other) => one.length - other.length)[0]

/** The issues of a choice within a choice, as if they were its own. */
const unfolded = (issue: Issue): readonly Issue[] =>
  issue.code === 'invalid_union' && issue.path.length === 0 ? (bestBranch(issue.errors) ?? [issue]) : [issue]

const isOfAnotherForm = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
