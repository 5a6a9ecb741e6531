import type { DocumentPath, Finding } from '../engine/findings/finding.ts'
import { asShown, beside, type DraftRow } from '../publication/draft-rows.ts'
import { studioSentenceOf } from '../texts/findings.ts'
import { expectedInStudio } from '../texts/studio/wording.ts'
import type { StudioFinding } from './contract/draft.ts'
import type { Place } from './contract/people.ts'
import { byName, rootOf } from './paths.ts'

type Row = DraftRow & { readonly id: string }

export type PlacedIn = {
  /** What was checked, as `documentOf` made it of these rows. */
  readonly document: Readonly<Record<string, unknown>>
  readonly rows: readonly Row[]
  readonly isArranged: boolean
}

/** Where findings stand, by the ids of rows and the names of items: it stays true when others move them. */
export const placeFindings = (findings: readonly Finding[], { document, rows, isArranged }: PlacedIn): readonly StudioFinding[] => {
  const nodes = (isArranged ? asShown(rows) : rows.toSorted(beside)).filter(({ row }) => row === 'node')
  const questions = Map.groupBy(rows.filter(({ row }) => row === 'question').toSorted(beside), ({ node }) => node)

  const placeOf = (path: DocumentPath): Place => {
    const [first, index, third, position, ...rest] = path
    if (first === undefined) return { row: null, code: null, part: null, path: [] }
    if (first !== 'nodes') {
      const part = String(first)
      return { row: null, code: null, part, path: [...byName(document[part], path.slice(1), [part])] }
    }
    const node = nodes[Number(index)]
    const question = third === 'questions' ? questions.get(node?.code ?? null)?.[Number(position)] : undefined
    const row = question ?? node
    if (row === undefined) return { row: null, code: null, part: 'nodes', path: [] }
    const below = question === undefined ? path.slice(2) : rest
    return { row: row.id, code: row.code, part: null, path: [...byName(row.data, below, rootOf(row))] }
  }

  return findings.map((finding) => ({
    severity: finding.severity,
    code: finding.code,
    place: placeOf(finding.path),
    pointer: finding.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message: studioSentenceOf(finding),
    ...(finding.value !== undefined && { value: finding.value }),
    ...(finding.expected !== undefined && { expected: expectedInStudio(finding) }),
    ...(finding.suggestion !== undefined && { suggestion: finding.suggestion }),
    ...(finding.at !== undefined && { at: finding.at }),
  }))
}
