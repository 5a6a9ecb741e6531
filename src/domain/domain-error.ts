/**
 * The one error that crosses the application's frontier. Recognise it by its literal `name`:
 * class names are minified in the production bundle, and two bundles hold two classes.
 */

/** Every expected refusal and the HTTP status that tells it. The French sentence is in `#texts/errors.ts`. */
export const statusOfError = {
  INVALID_INPUT: 422,
  NOT_SIGNED_IN: 401,
  WRONG_CREDENTIALS: 401,
  FORBIDDEN: 403,
  WRONG_ORIGIN: 403,
  PASSWORD_BY_LINK: 403,
  FIELD_FIXED: 403,
  ADDRESS_UNCONFIRMED: 403,
  NOT_FOUND: 404,
  EMAIL_TAKEN: 409,
  ALREADY_MEMBER: 409,
  LAST_ADMINISTRATOR: 409,
  IN_USE: 409,
  ABORTED: 409,
  ALREADY_OPEN: 409,
  OPERATION_REUSED: 409,
  CHANGED_MEANWHILE: 409,
  DIAGNOSTIC_LOCKED: 409,
  CAMPAIGN_LOCKED: 409,
  DIAGNOSTIC_REPLACED: 409,
  SUBSCRIPTION_ENDED: 403,
  OUTSIDE_THEMES: 403,
  LINK_UNKNOWN: 404,
  LINK_EXPIRED: 410,
  LINK_USED: 410,
  ORGANISATION_FIXED: 422,
  FOREIGN_RELATION: 422,
  BODY_TOO_LARGE: 413,
  ACCOUNT_LOCKED: 429,
  TOO_MANY_REQUESTS: 429,
  UNKNOWN_PATH: 400,
  UNEXPECTED: 500,
  UNAVAILABLE: 503,
  STORAGE_FULL: 507,
} as const

export type ErrorCode = keyof typeof statusOfError

/** Values that the sentence needs: a delay in minutes, a field's name. */
export type ErrorParameters = Readonly<Record<string, string | number>>

export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly parameters: ErrorParameters

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.code = code
    this.parameters = parameters
  }
}

/** True for a `DomainError` of any bundle. */
export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && error.name === 'DomainError' && 'code' in error
