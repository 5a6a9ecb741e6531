import { AsyncLocalStorage } from 'node:async_hooks'

/** The request that is being answered, wherever in the process that is asked. */
export type RequestInHand = { readonly id: string; readonly method: string; readonly path: string }

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
