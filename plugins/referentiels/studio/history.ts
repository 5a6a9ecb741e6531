import { historyLine } from '../texts/history-texts.ts'
import type { HistoryResult } from './contract/draft.ts'
import type { Entered } from './enter-draft.ts'
import { logLines } from './log.ts'
import { namedPeople } from './owners.ts'
import { readHistory } from './studio.queries.ts'

const pageSize = 50

/** What was done to a draft, the latest first; `before` asks for what came before that sequence number. */
export const historyOf = async (
  { req, options, database, head }: Entered,
  { before }: { readonly before: number | null },
): Promise<HistoryResult> => {
  const batches = await readHistory(database, { draft: head.id, before, limit: pageSize })
  const nameOf = await namedPeople({ req, options, database }, batches.map(({ by }) => by))
  return {
    batches: batches.map(({ sequence, at, by, changes }) => {
      const lines = logLines(changes).filter(({ outcome }) => outcome.status === 'applied')
      return {
        sequence,
        at,
        by: nameOf(by),
        lines: changes.length === 0 ? ['Contenu remplacé par un fichier'] : lines.map(historyLine),
        inverse: lines.toReversed().flatMap(({ outcome }) => (outcome.status === 'applied' ? outcome.inverse : [])),
      }
    }),
  }
}
