import type { StudioFinding } from './contract/draft.ts'
import type { StudioErrorCode } from './contract/refusal.ts'

const statuses: Readonly<Record<StudioErrorCode, number>> = {
  NOT_SIGNED_IN: 401,
  FORBIDDEN_ORIGIN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  TOO_LARGE: 413,
  CHANGED_MEANWHILE: 409,
  REFUSED: 422,
  ID_TAKEN: 409,
  VERSION_TAKEN: 409,
  NOT_AVAILABLE: 501,
  BUSY: 503,
}

/** Ends a request of the studio with an answer that it expects. */
export class StudioFailure extends Error {
  override readonly name = 'StudioFailure'
  readonly code: StudioErrorCode
  readonly findings: readonly StudioFinding[] | undefined

  constructor(code: StudioErrorCode, { findings }: { readonly findings?: readonly StudioFinding[] } = {}) {
    super(code)
    this.code = code
    this.findings = findings
  }

  get status(): number {
    return statuses[this.code]
  }
}
