/** What is counted: where a request comes from, and whose account it is about (an e-mail or a user's id). */
export type KeyKind = 'address' | 'account'

export type RateLimit = {
  readonly points: number
  readonly seconds: number
  /** How many uses a process takes at once, to count the following ones by itself (`lease.ts`). @default 1 */
  readonly lease?: number
}

const minute = 60
const hour = 60 * minute

/**
 * How often each thing may be done. A training room of thirty sits behind one address, and everybody in it opens an
 * account, mistypes a password and follows a link within the hour: addresses get room, accounts do not. Both keys are needed where somebody guesses: one account from many
 * addresses, many accounts from one address.
 */
export const rateLimits = {
  /** Passwords tried; what succeeds is given back. Payload's own lock (`maxLoginAttempts`) stays behind it. */
  'sign-in': { account: { points: 10, seconds: 15 * minute }, address: { points: 120, seconds: 15 * minute } },
  /** E-mails asked for. */
  'forgot-password': { account: { points: 3, seconds: hour }, address: { points: 60, seconds: hour } },
  'confirm-email': { account: { points: 3, seconds: hour }, address: { points: 60, seconds: hour } },
  'sign-up': { account: { points: 5, seconds: hour }, address: { points: 60, seconds: hour } },
  /** Secret links opened or used: invitation, new password, confirmation. */
  link: { address: { points: 300, seconds: hour } },
  /** Invitations that a person sends. */
  invite: { account: { points: 60, seconds: hour } },
  /** Writes of a signed-in person over the API: typing saves every few seconds, a workbook import is one. */
  write: { account: { points: 600, seconds: minute, lease: 10 } },
  /** Anything else under /api. */
  request: { address: { points: 1200, seconds: minute, lease: 10 } },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<KeyKind, RateLimit>>>>>

export type RateLimitRule = keyof typeof rateLimits

export type RateLimits = Readonly<Record<RateLimitRule, Partial<Readonly<Record<KeyKind, RateLimit>>>>>
