/** Up to two capitals for a name: « Maëlle Tanguy » gives MT, « Commune de Vernoy » CV. Empty names give « ? ». */
export function initials(name: string): string {
  const words = name.split(/[\s'’-]+/u).filter((word) => /^\p{L}|^\p{N}/u.test(word))
  const telling = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
  const chosen = telling.length > 0 ? telling : words
  const first = chosen[0]
  if (first === undefined) return '?'
  const second = chosen.length > 1 ? chosen[chosen.length - 1] : undefined
  return [first, second].map((word) => Array.from(word ?? '')[0] ?? '').join('').toLocaleUpperCase('fr')
}
