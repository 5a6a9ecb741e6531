import { DomainError } from '#domain/domain-error.ts'

const storageFull: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])

const unreachable: ReadonlySet<string> = new Set([
  // PostgreSQL: too many connections, shut down by its administrator, crashed, starting up.
  '53300', '57P01', '57P02', '57P03',
  // Passes by itself: a database that only reads while another takes over, a deadlock, a wait for a lock or a time that was up.
  '25006', '40001', '40P01', '55P03', '57014',
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
])

/** Errors of `pg` and of Payload's transactions that carry no code, only words. */
const unreachableWords =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|cannot begin transaction.*(connect|connection|terminat|timeout|shutting down|starting up)/is

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The error and all that it was caused by: Drizzle, Payload and Node each wrap what they caught. */
const chainOf = (error: unknown, depth = 0): readonly object[] => {
  if (!isObject(error) || depth > 8) return []
  const inner = 'cause' in error ? chainOf(error.cause, depth + 1) : []
  const parts = 'errors' in error && Array.isArray(error.errors) ? error.errors : []
  return [error, ...inner, ...parts.flatMap((part: unknown) => chainOf(part, depth + 1))]
}

const codeOf = (error: object): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

const isUnreachable = (error: object): boolean => {
  const code = codeOf(error)
  return (
    unreachable.has(code) ||
    // Class 08 of PostgreSQL: connection exceptions.
    /^08\w{3}$/.test(code) ||
    ('message' in error && unreachableWords.test(String(error.message)))
  )
}

/** Whether a row was refused by this unique constraint. */
export const violates = (error: unknown, constraint: string): boolean =>
  chainOf(error).some((link) => codeOf(link) === '23505' && 'constraint' in link && link.constraint === constraint)

/** A parent that children still point to. The same code, in another sentence, tells of a child without a parent. */
const isStillReferenced = (error: object): boolean =>
  codeOf(error) === '23001' ||
  (codeOf(error) === '23503' && 'detail' in error && /still referenced/.test(String(error.detail)))

/**
 * A value that PostgreSQL cannot take as what it was given for: a NUL in a text, a text where an id belongs, a number
 * out of range. Class 22 (data exceptions), what a check of a table refuses, and operators or types of them that a column or this database does not have.
 */
const isUnfit = (error: object): boolean => /^22[0-9A-Z]{3}$|^42883$|^42704$|^23514$/.test(codeOf(error))

/**
 * What the platform's storage reports, in the platform's words: STORAGE_FULL for a full disk (PostgreSQL's or
 * ours), UNAVAILABLE for a database that cannot be reached, IN_USE for a row that others need,
 * ABORTED for a transaction that failed before, INVALID_INPUT for a value that it cannot take; null for any
 * other error.
 */
export const storageErrorOf = (error: unknown): DomainError | null => {
  const chain = chainOf(error)
  if (chain.some((link) => storageFull.has(codeOf(link)))) return new DomainError('STORAGE_FULL', {}, { cause: error })
  if (chain.some(isUnreachable)) return new DomainError('UNAVAILABLE', {}, { cause: error })
  if (chain.some(isStillReferenced)) return new DomainError('IN_USE', {}, { cause: error })
  // Payload's bulk operations swallow what went wrong with one row; the transaction remembers only that it did.
  if (chain.some((link) => codeOf(link) === '25P02')) return new DomainError('ABORTED', {}, { cause: error })
  if (chain.some(isUnfit)) return new DomainError('INVALID_INPUT', {}, { cause: error })
  return null
}
