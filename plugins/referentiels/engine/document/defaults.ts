import type { ReferentielDocument } from './document.schema.ts'
import type { Migration } from './relations.schema.ts'

/**
 * What an absent field means, by the place of the field (`*` for any position). Writing these values or leaving them
 * out is the same content, so that both have the same hash.
 *
 * `required` of a question is not here: said to be false it may stay empty, unsaid its absence is counted.
 */
export const defaults: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['kinds.*.assessable', false],
  ['lists.*.options.*.exclusive', false],
  ['lists.*.options.*.score', null],
  ['scales.*.ordered', true],
  ['nodes.*.imperative', false],
  ['nodes.*.optional', false],
  ['nodes.*.weight', 1],
  ['nodes.*.evidence.*.required', false],
  ['nodes.*.questions.*.weight', 1],
  ['nodes.*.questions.*.rows.min', 0],
  ['nodes.*.questions.*.columns.*.required', false],
  ['scoring.rules.*.showOverall', false],
  ['scoring.rules.*.aggregate.*.round.mode', 'half-up'],
  ['scoring.rules.*.outcomes.*.official', false],
  ['subsets.*.default', false],
  ['subsets.*.offered', false],
  ['dialogue.questions.*.comment', false],
  ['dialogue.questions.*.suggestion', false],
  ['mappings.*.items.*.carryAnswers', false],
])

/** The language of a text that names none. */
export const languageOf = ({ defaultLocale, locales }: Pick<ReferentielDocument, 'defaultLocale' | 'locales'>): string =>
  defaultLocale ?? locales?.[0] ?? 'fr'

/** The languages that every text should have, the default one among them. */
export const languagesOf = (document: Pick<ReferentielDocument, 'defaultLocale' | 'locales'>): readonly string[] =>
  document.locales ?? [languageOf(document)]

type MigrationItem = Migration['items'][number]

/** Whether the answers that an item moves are to be confirmed, unless it says otherwise (§3.8). */
export const confirmedByDefault = (kind: MigrationItem['kind']): boolean => {
  switch (kind) {
    case 'reworded':
    case 'rescaled':
    case 'retyped':
    case 'merged':
    case 'split':
      return true
    case 'same':
    case 'renamed':
    case 'removed':
      return false
  }
}

/** Where an item leads that names no new code: to the same one, where that makes sense. */
export const destinationsByDefault = ({ kind, from }: MigrationItem): readonly string[] => {
  switch (kind) {
    case 'same':
    case 'reworded':
    case 'rescaled':
    case 'retyped':
      return [from]
    case 'renamed':
    case 'merged':
    case 'split':
    case 'removed':
      return []
  }
}
