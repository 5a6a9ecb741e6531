import type { PayloadRequest } from 'payload'

import { type Owner, platformOwner, type ReferentielsDatabase, type ReferentielsOptions } from '../types.ts'
import type { OwnerView, Person } from './contract.ts'
import { peopleOfAdmin } from './people-of-admin.ts'

/** For whom people write référentiels, as the application says it; by default everybody of the admin for the platform. */

const asked = new WeakMap<object, { readonly user: string; readonly owners: Promise<readonly Owner[]> }>()

/** Asked once per request: access functions of each collection want to know. */
export const ownersWrittenBy = (options: ReferentielsOptions, req: PayloadRequest): Promise<readonly Owner[]> => {
  const { user } = req
  if (!user) return Promise.resolve([])
  const key = req.context ?? req
  const known = asked.get(key)
  if (known?.user === String(user.id)) return known.owners
  const owners = options.owners?.mayWrite
    ? Promise.resolve(options.owners.mayWrite(req))
    : Promise.resolve(user.collection === req.payload.config.admin.user ? [platformOwner] : [])
  asked.set(key, { user: String(user.id), owners })
  return owners
}

export const ownersReadBy = async (options: ReferentielsOptions, req: PayloadRequest): Promise<readonly Owner[]> =>
  req.user ? ((await options.owners?.mayRead?.(req)) ?? []) : []

export const isAmong = (owners: readonly Owner[], { kind, id }: Owner): boolean =>
  owners.some((owner) => owner.kind === kind && owner.id === id)

/** Owners with their names. */
export const namedOwners = async (
  options: ReferentielsOptions,
  database: ReferentielsDatabase,
  owners: readonly Owner[],
): Promise<readonly OwnerView[]> => {
  const others = owners.filter(({ id }) => id !== null)
  const names = others.length === 0 ? undefined : await options.owners?.names?.(database, others)
  return owners.map(({ kind, id }) => {
    const name = id === null ? undefined : names?.get(id)
    return { kind, id, ...(name !== undefined && { name }) }
  })
}

/** People by their ids; whoever is gone keeps their place, without a name. */
export const namedPeople = async (
  { req, options, database }: { readonly req: PayloadRequest; readonly options: ReferentielsOptions; readonly database: ReferentielsDatabase },
  ids: readonly (string | null)[],
): Promise<(id: string | null) => Person | null> => {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const names = wanted.length === 0 ? new Map<string, string>() : await (options.people?.(database, wanted) ?? peopleOfAdmin(req, wanted))
  return (id) => (id === null ? null : { id, name: names.get(id) ?? '' })
}
