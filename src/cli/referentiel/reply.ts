/** What a command answers: an object for programs, lines for people, and how the process ends. */
export type Reply = {
  readonly json: Readonly<Record<string, unknown>> & { readonly ok: boolean }
  readonly lines: readonly string[]
  readonly exitCode: 0 | 1 | 2
}

/** A mistake of whoever typed the command. */
export const misuse = (sentence: string): Reply => ({
  json: { ok: false, error: sentence },
  lines: [sentence],
  exitCode: 2,
})
