import type { RequestContext } from 'payload'

import type { StoredDocument } from '../types.ts'

type States = Map<string, (StoredDocument | null)[]>

const statesOf = new WeakMap<RequestContext, States>()

/**
 * Keeps a document's state between the hook before a change and the one after it. A stack per document,
 * because a hook may change the same document again within the request; kept with the request's context,
 * which all operations of a request share while `req` itself may be wrapped.
 */
export const rememberBefore = (context: RequestContext, key: string, state: StoredDocument | null): void => {
  const states: States = statesOf.get(context) ?? new Map()
  states.set(key, [...(states.get(key) ?? []), state])
  statesOf.set(context, states)
}

/** The state kept last for this document; undefined when none was. */
export const takeBefore = (context: RequestContext, key: string): StoredDocument | null | undefined => {
  const states = statesOf.get(context)
  const stack = states?.get(key) ?? []
  states?.set(key, stack.slice(0, -1))
  return stack.at(-1)
}
