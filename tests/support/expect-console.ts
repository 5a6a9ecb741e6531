import { format } from 'node:util'

export type ConsoleLevel = 'error' | 'warn'

type Line = { readonly level: ConsoleLevel; readonly text: string }
type Expectation = { readonly level: ConsoleLevel; readonly pattern: RegExp | string; seen: boolean }

const undeclared: Line[] = []
const expectations: Expectation[] = []

const matches = ({ pattern }: Expectation, text: string) =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)

/**
 * Declares that the running test prints this to the console: a text that the line contains, or a pattern.
 * The test fails when it prints something else, or never prints it.
 */
export const expectConsole = (level: ConsoleLevel, pattern: RegExp | string): void => {
  expectations.push({ level, pattern, seen: false })
}

/** Takes one printed line; used by the set-up that stands in for the console. */
export const recordConsole = (level: ConsoleLevel, args: readonly unknown[]): void => {
  const text = format(...args)
  const expected = expectations.find((expectation) => expectation.level === level && matches(expectation, text))
  if (expected) expected.seen = true
  else undeclared.push({ level, text })
}

/** What went against the declarations since the last call, as sentences; empty when all is well. */
export const consoleComplaints = (): readonly string[] => {
  const complaints = [
    ...undeclared.map(({ level, text }) => `console.${level} without expectConsole('${level}', …):\n${text}`),
    ...expectations
      .filter(({ seen }) => !seen)
      .map(({ level, pattern }) => `expectConsole('${level}', ${String(pattern)}) was declared but never printed`),
  ]
  undeclared.length = 0
  expectations.length = 0
  return complaints
}
