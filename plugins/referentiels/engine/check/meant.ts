import { day } from '../document/codes.ts'

/** What an author most likely meant by a value that the format refuses: what to write instead, or nothing. */

/** `1,5` as the format writes a number. */
export const meantNumber = (value: unknown): string | undefined => {
  const meant = typeof value === 'string' ? value.trim().replace(',', '.') : ''
  return meant !== '' && Number.isFinite(Number(meant)) ? meant : undefined
}

const yes = new Set(['oui', 'yes', 'vrai', 'true', 'o', 'y', '1', 'x', 'on'])
const no = new Set(['non', 'no', 'faux', 'false', 'n', '0', 'off'])

export const meantBoolean = (value: unknown): string | undefined => {
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : ''
  return yes.has(word) ? 'true' : no.has(word) ? 'false' : undefined
}

/** `25/11/2026` and `25.11.26` as the format writes a day. */
export const meantDay = (value: unknown): string | undefined => {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(String(value))
  if (!parts) return undefined
  const suggestion = `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`
  return day.safeParse(suggestion).success ? suggestion : undefined
}

/** `#abc` and `aabbcc` as the format writes a colour. */
export const meantColour = (value: unknown): string | undefined => {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(value).trim())?.[1]
  if (digits === undefined) return undefined
  return `#${digits.length === 3 ? digits.replaceAll(/./g, (digit) => digit + digit) : digits}`
}

export const meantLink = (value: unknown): string | undefined => {
  const suggestion = `https://${String(value).trim()}`
  return /^https:\/\/[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(suggestion) ? suggestion : undefined
}

export const meantVersion = (value: unknown): string | undefined => {
  const parts = /^\s*v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?\s*$/i.exec(String(value))
  return parts ? [parts[1], parts[2] ?? '0', parts[3] ?? '0'].map(Number).join('.') : undefined
}

const plainLetters = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 300 ? value.normalize('NFD').replaceAll(/\p{M}/gu, '').trim() : undefined

const unlessSame = (meant: string | undefined, value: unknown): string | undefined =>
  meant === '' || meant === value ? undefined : meant

/** « Accompagnement social » as a name of a kind, a scale, a list. */
export const meantIdentifier = (value: unknown): string | undefined => {
  const letters = plainLetters(value)?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return unlessSame(letters?.replaceAll(/^-+|-+$/g, '').slice(0, 64), value)
}

/** « 3.6.2 (a) » as a code of a node or a question. */
export const meantCode = (value: unknown): string | undefined => {
  const letters = plainLetters(value)?.replace(/\.met$/, '').replaceAll(/[^A-Za-z0-9._-]+/g, '-')
  return unlessSame(letters?.replaceAll(/^[._-]+|[._-]+$/g, '').slice(0, 200), value)
}
