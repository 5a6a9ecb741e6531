import { AsyncLocalStorage } from 'node:async_hooks'

/** The request that is being answered, wherever in the process that is asked. */
export type RequestInHand = {
  readonly id: string
  readonly method: string
  readonly path: string
  /** The status of the answer, where a page knows better than the framework (`answerWith`). */
  status?: number
  /** What was sent could not be read at all (`answerMalformed`). */
  isMalformed?: true
}

const place = Symbol.for('ess-pratiques.request-in-hand')

const isStorage = (value: unknown): value is AsyncLocalStorage<RequestInHand> => value instanceof AsyncLocalStorage

// On the process: the web server and the bundle that it runs hold two copies of this module.
const storage = (): AsyncLocalStorage<RequestInHand> => {
  const kept: unknown = Reflect.get(globalThis, place)
  if (isStorage(kept)) return kept
  const made = new AsyncLocalStorage<RequestInHand>()
  Reflect.set(globalThis, place, made)
  return made
}

/** Does the work as part of this request: log lines and journal entries then bear its id. */
export const inRequest = <T>(request: RequestInHand, work: () => T): T => storage().run(request, work)

/** Undefined in a job, a command or a test. */
export const requestInHand = (): RequestInHand | undefined => storage().getStore()

/**
 * Gives the page that is being made this status instead of Next's 200, e.g. 410 for a link that has been used: Next lets a page choose
 * « not found » alone, and then sends it empty to whoever has no JavaScript. Nothing outside of a request.
 */
export const answerWith = (status: number): void => {
  const request = requestInHand()
  if (request !== undefined) request.status = status
}

/** For what the framework could not even read, and would answer 500 to, as if it were ours. */
export const answerMalformed = (): void => {
  const request = requestInHand()
  if (request !== undefined) Object.assign(request, { status: 400, isMalformed: true })
}
