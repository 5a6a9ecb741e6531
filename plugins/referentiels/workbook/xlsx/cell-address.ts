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
  const parts = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(address)
  if (parts === null) return undefined
  let column = 0
  for (const letter of (parts[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(parts[2])
  return column > mostColumns || row > mostRows ? undefined : { row, column: column - 1 }
}

export type CellRange = { readonly from: CellAddress; readonly to: CellAddress }

export const readRange = (range: string): CellRange | undefined => {
  const [first = '', last = first] = range.split(':')
  const [from, to] = [readAddress(first), readAddress(last)]
  return from === undefined || to === undefined ? undefined : { from, to }
}
