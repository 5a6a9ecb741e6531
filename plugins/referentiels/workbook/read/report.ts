import type { Finding } from '../../engine/findings/finding.ts'
import { locateProblem } from '../../source/locate-finding.ts'
import type { CellPlace, LocatedFinding } from '../../source/source.ts'

/** As many as one reads at once; a hostile workbook could produce as many as it has cells. */
const mostFindings = 2_000

export type Report = {
  readonly tell: (place: CellPlace, finding: Pick<Finding, 'code'> & Partial<Finding>) => void
  readonly findings: () => readonly LocatedFinding[]
}

/** Gathers what the reader of a workbook has to say, each with its cell. */
export const newReport = (file: string): Report => {
  const told: LocatedFinding[] = []
  let more = 0
  return {
    tell: (place, finding) => {
      if (told.length < mostFindings) told.push(locateProblem({ severity: 'error', path: [], ...finding }, place, file))
      else more += 1
    },
    findings: () => {
      const last = told.at(-1)
      if (more === 0 || last === undefined) return told
      return [...told, locateMore(more, file, last)]
    },
  }
}

const locateMore = (more: number, file: string, { sheet = '', row = 1 }: LocatedFinding): LocatedFinding =>
  locateProblem({ severity: 'info', code: 'AUTRES_CONSTATS', path: [], parameters: { more } }, { sheet, row, column: 'A' }, file)
