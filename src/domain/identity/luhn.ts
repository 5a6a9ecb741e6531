/** Luhn's check over a run of digits, its last being the key: SIREN, SIRET, bank cards (ISO/IEC 7812-1). */
export const passesLuhn = (digits: string): boolean =>
  /^\d+$/.test(digits) &&
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) % 10 === 0
