/** A process that lived this long, in milliseconds, did not die of its start. */
const longLife = 60_000

/** So many deaths in a row, each soon after a start, are no accident. */
export const tooManyDeaths = 5

const firstDelay = 250

export type RestartDecision =
  | { readonly restart: true; readonly afterMilliseconds: number; readonly quickDeaths: number }
  | { readonly restart: false }

/** Whether and when a process that died is started again: at once after a long life, ever later after short ones. */
export const decideRestart = ({
  lived,
  quickDeaths,
}: {
  /** Milliseconds. */
  readonly lived: number
  /** Before this one. */
  readonly quickDeaths: number
}): RestartDecision => {
  const deaths = lived >= longLife ? 1 : quickDeaths + 1
  if (deaths >= tooManyDeaths) return { restart: false }
  return { restart: true, afterMilliseconds: firstDelay * 2 ** (deaths - 1), quickDeaths: deaths }
}
