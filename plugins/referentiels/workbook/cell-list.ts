/**
 * Several words in one cell, between semicolons. A word that holds a semicolon, a quote, a new line or blanks at its ends
 * stands in quotes, where a quote is written twice.
 */

const needsQuotes = /[;"\n]|^\s|\s$/

const written = (word: string): string => (needsQuotes.test(word) ? `"${word.replaceAll('"', '""')}"` : word)

export const joinList = (words: readonly string[]): string => words.map(written).join(' ; ')

const item = /\s*(?:"((?:[^"]|"")*)"[^\S;]*(?=;|$)|([^;]*))(;|$)/y

/** The words of a cell in their places; one that is left out is an empty word. */
export const splitList = (cell: string): readonly string[] => {
  const words: string[] = []
  item.lastIndex = 0
  for (;;) {
    const found = item.exec(cell)
    if (found === null) return words
    words.push(found[1] === undefined ? (found[2] ?? '').trim() : found[1].replaceAll('""', '"'))
    if (found[3] === '' || item.lastIndex > cell.length) return words
  }
}
