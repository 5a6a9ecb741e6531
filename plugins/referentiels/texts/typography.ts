/**
 * French typography for the plugin's own sentences, as a tag: the words of the template get their spaces that never
 * break and their apostrophes, what stands in `${…}` (codes, values of a document) stays as it is.
 */
export const fr = (strings: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  strings.map((words, index) => `${french(words)}${values[index] ?? ''}`).join('')

const french = (words: string): string =>
  words
    .replaceAll(/(?<=\p{L})'(?=\p{L}|$)/gu, '’')
    .replaceAll('« ', '«\u202f')
    .replaceAll(' »', '\u202f»')
    .replaceAll(/ (?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=:)/g, '\u00a0')

/** « a », « b » et « c ». */
export const quotedList = (words: readonly string[]): string => {
  const quoted = words.map((word) => fr`« ${word} »`)
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} et ${last}`
}

/** « a », « b » ou « c », and how many more beyond ten. */
export const choiceOf = (words: readonly string[]): string => {
  const shown = words.slice(0, 10).map((word) => fr`« ${word} »`)
  const more = words.length - shown.length
  if (more > 0) return `${shown.join(', ')} ou l’un des ${more} autres`
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ou ${shown.at(-1)}`
}

/** A label as it stands inside a sentence: « Thème » is « thème » there, « ODD » and « RSE » stay. */
export const inSentence = (label: string): string => (/^\p{Lu}(?:\p{Ll}|$|[ ’'])/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label)
