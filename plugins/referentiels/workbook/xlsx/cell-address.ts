/** Addresses of cells: columns are letters, rows numbers from 1, and ours count columns from 0. */

export const mostColumns = 16_384
export const mostRows = 1_048_576

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (column: number): string => {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export type CellAddress = { readonly row: number; readonly column: number }

/** `B8` → row 8, column 1; undefined for what is no address of a sheet. */
export const readAddress = (address: string): CellAddress | undefined => {
  let column = 0
  let row = 0
  // By signs, since every cell has one: a regular expression took a fifth of the reading.
  for (let at = 0; at < address.length; at += 1) {
    const sign = address.charCodeAt(at)
    if (sign >= 48 && sign <= 57 && column > 0 && row < mostRows && (row > 0 || sign > 48)) row = row * 10 + sign - 48
    else if (sign >= 65 && sign <= 90 && row === 0 && column <= mostColumns) column = column * 26 + sign - 64
    else if (sign >= 97 && sign <= 122 && row === 0 && column <= mostColumns) column = column * 26 + sign - 96
    else if (sign !== 36) return undefined
  }
  return column === 0 || row === 0 || column > mostColumns || row > mostRows ? undefined : { row, column: column - 1 }
}

export type CellRange = { readonly from: CellAddress; readonly to: CellAddress }

export const readRange = (range: string): CellRange | undefined => {
  const [first = '', last = first] = range.split(':')
  const [from, to] = [readAddress(first), readAddress(last)]
  return from === undefined || to === undefined ? undefined : { from, to }
}
