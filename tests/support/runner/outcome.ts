/** What one step of the test command found. */
export type Outcome = {
  readonly passed: number
  /** One line each; their number is the number of failures. */
  readonly failures: readonly string[]
  /** Tests that were not run, one line each. */
  readonly skipped: readonly string[]
}

/** A check that counts as one. */
export const single = (name: string, complaint?: string): Outcome =>
  complaint === undefined
    ? { passed: 1, failures: [], skipped: [] }
    : { passed: 0, failures: [complaint === '' ? name : `${name}: ${complaint}`], skipped: [] }

/** Several outcomes as one. */
export const sumOf = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failures: outcomes.flatMap(({ failures }) => failures),
  skipped: outcomes.flatMap(({ skipped }) => skipped),
})

/** The last line of the test command, which other programs read. */
export const lastLine = ({ passed, failures }: Outcome): string => `${passed} passed, ${failures.length} failed`

/** A run in which nothing ran is no success. */
export const isSuccess = ({ passed, failures }: Outcome): boolean => passed > 0 && failures.length === 0
