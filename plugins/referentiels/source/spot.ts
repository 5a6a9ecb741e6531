import type { DocumentPath, Finding } from '../engine/findings/finding.ts'

/** Where a value stands in the text of a file, in UTF-16 offsets, and its parts by key or position. */
export type Spot = {
  readonly start: number
  /** Where its key stands, when it is the member of a block. */
  readonly key?: number
  /** A number, a boolean or a null as the author wrote it: `1.10`. */
  readonly written?: string
  readonly parts?: ReadonlyMap<string | number, Spot>
}

/** A finding about the file itself, whose place the reader knows. */
export type Problem = { readonly finding: Finding; readonly offset: number }

/** What a reader makes of a text. No value: the text breaks its own syntax, and a guess would only add noise. */
export type Reading = { readonly value?: unknown; readonly spot?: Spot; readonly problems: readonly Problem[] }

/** No référentiel nests deeper than 10; what does is an accident or an attack. */
export const deepest = 100

/** The first problems are worth reading; hundreds are consequences of them. */
export const mostProblems = 100

export const problem = (code: Finding['code'], offset: number, rest: Partial<Finding> = {}): Problem => ({
  finding: { severity: 'error', code, path: [], ...rest },
  offset,
})

/** The spot of what stands at a path; of the nearest block around it when nothing does. */
export const spotAt = (root: Spot, path: DocumentPath): { readonly spot: Spot; readonly exact: boolean } => {
  let spot = root
  for (const key of path) {
    const part = spot.parts?.get(key)
    if (!part) return { spot, exact: false }
    spot = part
  }
  return { spot, exact: true }
}
