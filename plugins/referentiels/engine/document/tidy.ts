/** What is tidy at first sight, as codes and keys are: one line of plain letters, ended by one. */
const plain = /^[\x20-\x7e]*[\x21-\x7e]$/

/**
 * One writing of a text: composed characters (NFC), LF, no blanks at the end of a line, nor after the last word. The sign
 * U+0000 and halves of signs, which no text means and PostgreSQL refuses, go.
 */
export const tidyText = (text: string): string => (plain.test(text) ? text : rewritten(text))

const rewritten = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

/** The same value with every text of it tidy, keys included. */
export const tidy = (value: unknown): unknown => {
  if (typeof value === 'string') return tidyText(value)
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, tidy(member)]))
}
