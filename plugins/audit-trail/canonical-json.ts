import type { Json } from './types.ts'

export type JsonObject = { readonly [key: string]: Json }

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0

/** One text for one value: keys in code-unit order, no spaces, as in RFC 8785. */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value).sort(byName)
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}

/** The value as JSON would carry it: dates become text, functions and `undefined` disappear. */
export const asJson = (value: unknown): Json => {
  const text: string | undefined = JSON.stringify(value)
  const parsed: Json = text === undefined ? null : JSON.parse(text)
  return parsed
}
