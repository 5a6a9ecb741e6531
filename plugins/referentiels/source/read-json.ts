import type { DocumentPath } from '../engine/findings/finding.ts'
import { deepest, problem } from './spot.ts'
import type { Problem, Reading, Spot } from './spot.ts'

type Read = { readonly value: unknown; readonly spot: Spot }

class JsonStop extends Error {
  override readonly name = 'JsonStop'
  readonly offset: number
  readonly reason: string

  constructor(offset: number, reason: string) {
    super(reason)
    this.offset = offset
    this.reason = reason
  }
}

/**
 * A JSON text as a plain value with places, which `JSON.parse` does not tell: every key and value has its offset, and
 * a key written twice, of which `JSON.parse` would keep the last in silence, is a problem.
 */
export const readJson = (text: string): Reading => {
  const reader = new JsonReader(text)
  try {
    const { value, spot } = reader.whole()
    return { value, spot, problems: reader.problems }
  } catch (error) {
    if (!(error instanceof JsonStop)) throw error
    return { problems: [...reader.problems, problem('SYNTAXE', error.offset, { parameters: { reason: error.reason } })] }
  }
}

const blank = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /[A-Za-z_]\w*/y

class JsonReader {
  readonly problems: Problem[] = []
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): Read {
    const read = this.#value([])
    this.#blank()
    if (this.#at < this.#text.length) throw new JsonStop(this.#at, 'JSON_AFTER_END')
    return read
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const taken = pattern.exec(this.#text)?.[0]
    if (taken !== undefined) this.#at += taken.length
    return taken
  }

  #blank(): void {
    this.#take(blank)
  }

  #is(character: string): boolean {
    this.#blank()
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #value(path: DocumentPath, key?: number): Read {
    this.#blank()
    const start = this.#at
    if (path.length > deepest) throw new JsonStop(start, 'TOO_DEEP')
    switch (this.#text[start]) {
      case undefined:
        throw new JsonStop(start, 'JSON_CUT')
      case '{':
        return this.#block(path, start, key)
      case '[':
        return this.#list(path, start, key)
      case '"':
        return { value: this.#string(), spot: { start, key } }
      default:
        return this.#scalar(start, key)
    }
  }

  #string(): string {
    const start = this.#at
    let end = start + 1
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1
    this.#at = end + 1
    try {
      const value: unknown = JSON.parse(this.#text.slice(start, end + 1))
      return String(value)
    } catch {
      throw new JsonStop(start, 'JSON_STRING')
    }
  }

  #scalar(start: number, key?: number): Read {
    const digits = this.#take(number)
    if (digits !== undefined) return { value: Number(digits), spot: { start, key, written: digits } }
    const name = this.#take(word)
    switch (name) {
      case 'true':
      case 'false':
        return { value: name === 'true', spot: { start, key, written: name } }
      case 'null':
        return { value: null, spot: { start, key, written: name } }
      default:
        throw new JsonStop(start, 'JSON_VALUE')
    }
  }

  #list(path: DocumentPath, start: number, key?: number): Read {
    this.#at += 1
    const value: unknown[] = []
    const parts = new Map<string | number, Spot>()
    if (this.#is(']')) return { value, spot: { start, key, parts } }
    for (;;) {
      const item = this.#value([...path, value.length])
      parts.set(value.length, item.spot)
      value.push(item.value)
      if (this.#is(']')) return { value, spot: { start, key, parts } }
      if (!this.#is(',')) throw new JsonStop(this.#at, this.#at < this.#text.length ? 'JSON_COMMA' : 'JSON_CUT')
    }
  }

  #block(path: DocumentPath, start: number, key?: number): Read {
    this.#at += 1
    const value: Record<string, unknown> = {}
    const parts = new Map<string | number, Spot>()
    if (this.#is('}')) return { value, spot: { start, key, parts } }
    for (;;) {
      this.#member(path, value, parts)
      if (this.#is('}')) return { value, spot: { start, key, parts } }
      if (!this.#is(',')) throw new JsonStop(this.#at, this.#at < this.#text.length ? 'JSON_COMMA' : 'JSON_CUT')
    }
  }

  #member(path: DocumentPath, value: Record<string, unknown>, parts: Map<string | number, Spot>): void {
    this.#blank()
    const place = this.#at
    if (place >= this.#text.length) throw new JsonStop(place, 'JSON_CUT')
    if (this.#text[place] !== '"') throw new JsonStop(place, 'JSON_KEY')
    const name = this.#string()
    if (!this.#is(':')) throw new JsonStop(this.#at, 'JSON_COLON')
    const own = [...path, name]
    const member = this.#value(own, place)
    if (parts.has(name)) this.problems.push(problem('CLE_DOUBLE', place, { path: own, value: name }))
    // The one name that would change the object instead of filling it.
    if (name === '__proto__') {
      this.problems.push(problem('CLE_INCONNUE', place, { path: own, value: name }))
      return
    }
    value[name] = member.value
    parts.set(name, member.spot)
  }
}
