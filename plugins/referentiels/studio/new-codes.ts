/** Codes for what has none yet, made like those beside it. */

const numbered = /^(.*?)(\d+)$/

/**
 * The next free code: `c12` after `c11`, `3.6.3` after `3.6.2`; without a model `start` with the first number that is free.
 * Codes are never given twice in one draft, whatever they name.
 */
export const nextCode = (
  { beside, start, ends }: {
    readonly beside: readonly string[]
    readonly start: string
    /** The last number given for each stem, kept by who asks for many codes in a row. */
    readonly ends?: Map<string, number>
  },
  isTaken: (code: string) => boolean,
): string => {
  const models = beside.flatMap((code) => {
    const [, stem, number] = numbered.exec(code) ?? []
    return stem !== undefined && number !== undefined ? [{ stem, number: Number(number), width: number.length }] : []
  })
  const last = models.at(-1)
  const stem = last?.stem ?? start
  const alike = models.filter((model) => model.stem === stem)
  const width = last !== undefined && last.width > 1 ? last.width : 1
  let number = Math.max(0, ends?.get(stem) ?? 0, ...alike.map((model) => model.number)) + 1
  while (isTaken(stem + String(number).padStart(width, '0'))) number += 1
  ends?.set(stem, number)
  return stem + String(number).padStart(width, '0')
}
