import type { PayloadRequest } from 'payload'

import type { Actor } from '#domain/rights/rights.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'

import { loadActor } from './actor.queries.ts'

type Loading = { readonly user: string; readonly actor: Promise<Actor | null> }

const loadingOf = new WeakMap<object, Loading>()

/**
 * Who asks, with the facts that rights follow from; null when nobody is signed in.
 * One statement per request: access functions of every collection and depth ask for it many times.
 */
export const actorOf = (req: PayloadRequest): Promise<Actor | null> => {
  const user = req.user ? String(req.user.id) : null
  if (user === null) return Promise.resolve(null)
  const request = req.context ?? req
  const known = loadingOf.get(request)
  if (known?.user === user) return known.actor
  const actor = databaseOf(req).then((database) => loadActor(database, user))
  loadingOf.set(request, { user, actor })
  return actor
}
