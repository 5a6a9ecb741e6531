export type JoinedText = {
  readonly text: string | null
  /** Places of the texts that found no room. */
  readonly left: readonly number[]
}

/** Texts one after the other, each once, as far as there is room: none is ever cut. */
export const joinedTexts = (texts: readonly (string | null)[], longest: number): JoinedText => {
  let text = ''
  const seen = new Set<string>()
  const left: number[] = []
  texts.forEach((each, place) => {
    const own = (each ?? '').trim()
    if (own === '' || seen.has(own)) return
    const longer = text === '' ? (each ?? '') : `${text}\n\n${each ?? ''}`
    if (longer.length > longest) left.push(place)
    else {
      text = longer
      seen.add(own)
    }
  })
  return { text: text === '' ? null : text, left }
}
