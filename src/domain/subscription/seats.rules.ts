/**
 * May a network open one more account (domain.md R15)? Decides on counts and addresses alone; removing an
 * organisation from a network frees its seat and deletes nothing.
 */
import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

export const seatRefusals = ['NO_SEAT_LEFT', 'EMAIL_HAS_SEAT'] as const
export type SeatRefusal = (typeof seatRefusals)[number]

export type SeatRequest = {
  /** Normalised addresses under which the network's open accounts were opened: one each. */
  readonly opened: readonly string[]
  /** What the subscription authorises, which may be below its bracket's maximum. */
  readonly authorised: number
  /** The normalised address for which an account is asked. */
  readonly email: string
}

/** The number of seats left once the account is open, or why it is not opened. */
export const openSeat = ({ opened, authorised, email }: SeatRequest): Result<number, SeatRefusal> => {
  if (opened.includes(email)) return failure('EMAIL_HAS_SEAT')
  const left = authorised - opened.length - 1
  return left < 0 ? failure('NO_SEAT_LEFT') : ok(left)
}
