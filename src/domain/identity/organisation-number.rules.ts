/** PostgreSQL's largest `integer`. */
const largest = 2_147_483_647

/**
 * The visible number in an address's `[organisation]` segment; null for anything else. No sign, space, decimal
 * or leading zero: an organisation has one address.
 */
export const parseOrganisationNumber = (segment: string): number | null => {
  if (!/^[1-9]\d{0,9}$/.test(segment)) return null
  const number = Number(segment)
  return number <= largest ? number : null
}
