/** What the engine answers when it can fail in an expected way: programming errors throw instead. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const failure = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
