import type { ReferentielDocument } from '../document/document.schema.ts'
import type { Finding } from '../findings/finding.ts'
import { versionRange } from './version-range.ts'

/**
 * MIGRATION_INCOMPLETE: old codes that are neither in the new version nor in its migrations from the old one. Such
 * answers would have nowhere to go, so that the new version can't be published (`referentiel-format.md` §3.8).
 * A code that stays needs no line: same content is `same`, other content is `reworded`.
 */
export const missingDestinations = (before: ReferentielDocument, after: ReferentielDocument): readonly Finding[] => {
  const kept = new Set(answerableCodes(after))
  const mapped = new Set(
    (after.migrations ?? [])
      .filter(({ from }) => versionRange(from)?.(before.version) === true)
      .flatMap(({ items }) => items.map(({ from }) => from)),
  )
  return answerableCodes(before)
    .filter((code) => !kept.has(code) && !mapped.has(code))
    .map((code) => ({
      severity: 'error',
      code: 'MIGRATION_INCOMPLETE',
      path: ['migrations'],
      value: code,
      parameters: { reason: 'no-destination', stored: before.version },
    }))
}

const answerableCodes = ({ nodes }: ReferentielDocument): readonly string[] =>
  nodes.flatMap((node) => [node.code, ...(node.questions ?? []).map(({ code }) => code)])
