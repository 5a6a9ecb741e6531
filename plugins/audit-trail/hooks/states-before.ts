import type { PayloadRequest } from 'payload'

import type { StoredDocument } from '../types.ts'

type States = Map<string, readonly (StoredDocument | null)[]>

/**
 * A name and not a symbol or a WeakMap on the request: a nested call of the Local API with the same `req` makes
 * a new context of the named members of the old one (Payload's `createLocalReq`).
 */
const place = 'auditTrail'

const isStates = (value: unknown): value is States => value instanceof Map

const statesOf = ({ context }: PayloadRequest): States => {
  const known = context[place]
  if (isStates(known)) return known
  const states: States = new Map<string, readonly (StoredDocument | null)[]>()
  context[place] = states
  return states
}

/**
 * Keeps a document's state between the hook before a change and the one after it. A stack per document,
 * because a hook may change the same document again within the request.
 */
export const rememberBefore = (req: PayloadRequest, key: string, state: StoredDocument | null): void => {
  const states = statesOf(req)
  states.set(key, [...(states.get(key) ?? []), state])
}

/** The state kept last for this document; undefined when none was. */
export const takeBefore = (req: PayloadRequest, key: string): StoredDocument | null | undefined => {
  const states = statesOf(req)
  const stack = states.get(key) ?? []
  states.set(key, stack.slice(0, -1))
  return stack.at(-1)
}
