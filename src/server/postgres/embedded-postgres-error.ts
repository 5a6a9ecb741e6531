export type EmbeddedPostgresProblem =
  | 'DATA_DIR_NOT_WRITABLE'
  | 'DISK_FULL'
  | 'PLATFORM_UNSUPPORTED'
  | 'OTHER_VERSION'
  | 'DAMAGED'
  | 'START_FAILED'

/** Why PostgreSQL could not be started; the message is one English sentence for the operator, with what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError'
  readonly problem: EmbeddedPostgresProblem

  constructor(problem: EmbeddedPostgresProblem, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.problem = problem
  }
}
