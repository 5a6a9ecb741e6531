export type BrowserErrorCode =
  /** The explicit path names no file, or a file that doesn't start. */
  | 'EXPLICIT_PATH'
  /** Nothing installed, and the package has no binary for this machine. */
  | 'NO_BROWSER'
  /** The bundled browser could not be unpacked. */
  | 'UNPACKING'
  /** Everything is there and still no browser starts. */
  | 'DOES_NOT_START'

/** Why there is no browser. The message is one English sentence or two for the operator: what, and what to do. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError'
  readonly code: BrowserErrorCode

  constructor(code: BrowserErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
