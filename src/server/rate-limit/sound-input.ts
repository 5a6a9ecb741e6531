import { DomainError } from '#domain/domain-error.ts'

/** How deep a body may nest: forms need a few levels, rich text some twenty; code that walks deeper runs out of stack. */
const deepest = 64

/** PostgreSQL keeps no NUL in a text: it is never typed, and would only fail later. */
const nul = '\u0000'

/** As it stands in JSON, where an even number of backslashes before it would make it an ordinary text. */
const escapedNul = /(?<!\\)(?:\\\\)*\\u0000/

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // Not for us to judge: whoever reads it says what is wrong.
    return text
  }
}

/** The levels of a JSON text, counted without reading it: `JSON.parse` is no trouble, what comes after it is. */
export const nestingOf = (text: string): number => {
  let [level, most, isInText] = [0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isInText) {
      if (character === '\\') index += 1
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '[' || character === '{') most = Math.max(most, (level += 1))
    else if (character === ']' || character === '}') level -= 1
  }
  return most
}

const isJson = (headers: Headers): boolean => /\bjson\b/i.test(headers.get('content-type') ?? '')

/** Throws INVALID_INPUT for a query or a body that no code behind could do anything with. */
export const requireSound = (request: Request, body: Uint8Array<ArrayBuffer> | null): void => {
  const { search, pathname } = new URL(request.url)
  if (decoded(search).includes(nul) || decoded(pathname).includes(nul)) throw new DomainError('INVALID_INPUT')
  if (body === null || !isJson(request.headers)) return
  const text = new TextDecoder().decode(body)
  if (text.includes(nul) || escapedNul.test(text) || nestingOf(text) > deepest) throw new DomainError('INVALID_INPUT')
}
