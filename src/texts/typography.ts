/**
 * French typography for interface texts (look.md §8): spaces that never break, apostrophes, ellipses, ranges, numbers,
 * lists and plurals. What people type is left as they typed it and does not come through here.
 */

const thin = '\u202f'
const wide = '\u00a0'
const spaces = `[ ${wide}${thin}]`
const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const units = 'mm|cm|km|m|m²|m³|mg|kg|g|t|ml|cl|l|kWh|MWh|h|min|s|ko|Ko|Mo|Go|To|px|pt|°C|points?|jours?|mois|ans?|ETP'

/** A pattern written with `_` for one or more spaces of any kind and `~` for none or more. */
function pattern(source: string): RegExp {
  return new RegExp(source.replaceAll('_', `${spaces}+`).replaceAll('~', `${spaces}*`), 'gu')
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./gu, '…'],
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [/(?<![\d-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\d-])/gu, '$1–$2'],
  [pattern('«~'), `«${thin}`],
  [pattern('~»'), `${thin}»`],
  [pattern('_(?=[;!?])'), thin],
  [pattern('_(?=:)'), wide],
  [pattern('(?<=\\d)~(?=%(?![\\dA-Fa-f])|€)'), thin],
  [pattern('(?<=(?<!\\d)\\d{1,3}(?:_\\d{3})*)_(?=\\d{3}(?!\\d))'), thin],
  [pattern(`(?<=(?<!\\p{L})n°s?)_(?=\\d)`), wide],
  [pattern(`(?<=(?<!\\d)(?:\\d{1,2}|1er))_(?=(?:${months})(?!\\p{L}))`), wide],
  [pattern(`(?<=\\d)_(?=(?:${units})(?![\\p{L}\\d]))`), wide],
  [pattern('(?<=(?:^|[\\s(«])[−+])_(?=\\d)'), wide],
]

/**
 * The same sentence with French typography: U+202F before `; ! ? »` and after `«`, before `%` and `€`, between
 * thousands; U+00A0 before `:`, between day and month, number and unit, « n° » and number; ’ … and – in ranges of years.
 * Idempotent. A space is only ever put where one stands already, except inside « » and before % and €: addresses,
 * times and codes stay whole.
 */
export function fr(text: string): string {
  return rules.reduce((result, [search, replacement]) => result.replace(search, replacement), text)
}

/** A number as read in French: « 3 000 », « 2,7 », « − 1,2 » with a true minus; `signed` adds « + » to what is positive. */
export function frNumber(value: number, options: { readonly decimals?: number; readonly signed?: boolean } = {}): string {
  const { decimals, signed = false } = options
  const digits = new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 3,
  }).format(Math.abs(value)).replaceAll(/\s/gu, thin)
  const isZero = !/[1-9]/.test(digits)
  if (isZero || (value > 0 && !signed)) return digits
  return `${value < 0 ? '−' : '+'}${wide}${digits}`
}

/** A percentage from 0 to 100: « 30 % ». */
export function frPercent(value: number): string {
  return `${frNumber(value)}${thin}%`
}

/** An amount in integer cents: « 3 000 € », « 12,50 € ». */
export function frEuros(cents: number): string {
  return `${frNumber(cents / 100, { decimals: cents % 100 === 0 ? 0 : 2 })}${thin}€`
}

/** « Gouvernance, Territoire et Usagers ». */
export function frList(items: readonly string[]): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} et ${last}`
}

/** A count with its noun: « 0 critère », « 1 critère », « 2 critères » (the French plural begins at two). */
export function plural(count: number, noun: { readonly one: string; readonly many: string }): string {
  return `${frNumber(count)}${wide}${Math.abs(count) < 2 ? noun.one : noun.many}`
}

/** A label as it stands inside a sentence: « Thème » is « thème » there, « ISO 26000 » and « ODD » stay. */
export const frInSentence = (label: string): string => (/^\p{Lu}(?:\p{Ll}|$|[ ’'])/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label)
