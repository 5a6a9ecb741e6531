/** What the number formats of a workbook say of a number: that it is a day, or with how many decimals it is shown. */

/** The formats that every workbook has without writing them (ECMA-376, 18.8.30), those that people meet. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [49, '@'],
])

export const builtInFormat = (id: number): string | undefined =>
  builtIn.get(id) ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'dd/mm/yyyy' : undefined)

/** The first section of a format without what stands in quotes, in brackets or behind a sign that spells it out. */
const bare = (format: string): string => (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')

/** Whether numbers of this format are days (the signs of the French and the English Excel). */
export const isDayFormat = (format: string | undefined): boolean => format !== undefined && format !== '@' && /[dyja]/i.test(bare(format).replaceAll(/am\/pm|general|standard/gi, ''))

/** Decimals that the format shows whatever the number: 2 for `0.00`, 0 where it says nothing. */
export const shownDecimals = (format: string | undefined): number => /\.(0+)/.exec(bare(format ?? ''))?.[1]?.length ?? 0

const dayLength = 86_400_000

/** The day of a serial number as `2026-11-25`; undefined beyond the years that people write. */
export const dayOfSerial = (serial: number, startsIn1904: boolean): string | undefined => {
  const days = Math.floor(serial) + (startsIn1904 ? 1_462 : 0)
  // Excel counts a 29 February 1900 that never was: days before it are nobody's business here.
  if (!(days > 60 && days < 2_958_466)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * dayLength).toISOString().slice(0, 10)
}
