/**
 * The nearest number with so many decimals (0 to 15), halves going away from zero as in a spreadsheet. Works on the
 * decimal writing: 1.005 is rounded to 1.01, though the double behind it lies below.
 */
export const roundHalfUp = (value: number, decimals: number): number => {
  const rounded = shift(Math.round(shift(Math.abs(value), decimals)), -decimals)
  // A number too large to shift has no decimals to lose.
  if (!Number.isFinite(rounded)) return value
  return rounded === 0 ? 0 : Math.sign(value) * rounded
}

/** Times a power of ten, exactly: the exponent moves, the digits stay. */
const shift = (value: number, places: number): number => {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
