/** A start that cannot go on: the sentences are for the operator, one line each. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError'
  readonly sentences: readonly string[]
  /** 2 when the operator's settings are at fault, else 1. */
  readonly exitCode: 1 | 2

  constructor(sentences: readonly string[], options: { readonly exitCode?: 1 | 2; readonly cause?: unknown } = {}) {
    super(sentences.join('\n'), { cause: options.cause })
    this.sentences = sentences
    this.exitCode = options.exitCode ?? 1
  }
}
