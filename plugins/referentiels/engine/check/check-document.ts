import { referentielDocument } from '../document/document.schema.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { tidy } from '../document/tidy.ts'
import { closestName } from '../findings/closest-name.ts'
import type { Finding, FindingCode } from '../findings/finding.ts'
import { assessment } from './assessment.ts'
import { calculationCycles } from './calculation-cycles.ts'
import { credits } from './credits.ts'
import { duplicates } from './duplicates.ts'
import { expressionTypes } from './expression-types.ts'
import { expressionReferences, writtenExpressions } from './expressions.ts'
import { factsOf } from './facts.ts'
import { fieldsTogether } from './fields-together.ts'
import { findingsOfIssues } from './format-issues.ts'
import { identity } from './identity.ts'
import { languages } from './languages.ts'
import { migrations } from './migrations.ts'
import { outlineOf } from './outline.ts'
import { readExpressions } from './read-expressions.ts'
import { references } from './references.ts'
import { totals } from './totals.ts'
import { tree } from './tree.ts'
import { isBlock } from './value-at.ts'

/** Nobody reads more at once, and a hostile file could produce millions. */
const mostFindings = 2_000

/** Errors before the rest when there is too much of both, and how many are left out. */
const theFirst = (findings: readonly Finding[]): readonly Finding[] => {
  if (findings.length <= mostFindings) return findings
  const bySeverity = [...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity !== 'error')]
  const more = findings.length - mostFindings
  return [...bySeverity.slice(0, mostFindings), { severity: 'info', code: 'AUTRES_CONSTATS', path: [], parameters: { more } }]
}

const placeOf = ({ path }: Finding): string => JSON.stringify(path)

/** Codes of names that stand for nothing. */
const unknownNames: ReadonlySet<FindingCode> = new Set(['REF_INCONNUE', 'NIVEAU_INCONNU', 'MIGRATION'])

/** A name that the format refuses where something is referred to is suggested one that exists: `Niveau` meant `niveaux`. */
const withKnownNames = (fields: readonly Finding[], together: readonly Finding[]): readonly Finding[] => {
  const meant = new Map(together.flatMap((each) => (unknownNames.has(each.code) && each.suggestion !== undefined ? [[placeOf(each), each.suggestion]] : [])))
  return fields.map((each) => (each.code === 'CODE_INVALIDE' ? { ...each, suggestion: each.suggestion ?? meant.get(placeOf(each)) } : each))
}

export type CheckedDocument = {
  /** Absent while one error stands. */
  readonly document?: ReferentielDocument
  readonly findings: readonly Finding[]
}

/**
 * Checks a document of any shape against the whole format: its fields (`document/`), then what they mean together,
 * read from whatever part of it can be read. Everything is reported at once.
 */
export const checkDocument = (value: unknown): CheckedDocument => {
  const closest = closestName()
  const root = tidy(value)
  const parsed = referentielDocument.safeParse(root)
  const fields = parsed.success ? [] : findingsOfIssues(parsed.error.issues, { root, closest })
  // A file that is no block at all lacks everything: saying that once is enough.
  if (!isBlock(root)) return { findings: fields }
  const facts = factsOf(outlineOf(root), closest)
  const { read, findings: unread } = readExpressions(writtenExpressions(facts), facts)
  const told = new Set(fields.map(placeOf))
  const together = [
    ...duplicates(facts),
    ...references(facts),
    ...tree(facts),
    ...assessment(facts),
    ...fieldsTogether(facts),
    ...unread,
    ...expressionReferences(read, facts),
    ...expressionTypes(read, facts),
    ...calculationCycles(read, facts),
    ...languages(facts, root),
    ...totals(facts),
    ...migrations(facts),
    ...credits(facts),
    ...identity(facts),
  ]
  // What is wrong by itself is not also said to be unknown.
  const findings = theFirst([...withKnownNames(fields, together), ...together.filter((finding) => !told.has(placeOf(finding)))])
  const isSound = !findings.some((finding) => finding.severity === 'error')
  return parsed.success && isSound ? { document: parsed.data, findings } : { findings }
}
