import type { PayloadRequest } from 'payload'

import { optionsOf } from '../options-of.ts'
import { databaseOf } from '../publication/transaction.ts'
import { type Owner, platformOwner, type ReferentielsDatabase, type ReferentielsOptions } from '../types.ts'
import type { OwnerView, Person } from './contract/people.ts'
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

/** One owner, not all of a kind: the platform alone has no id. */
const isOne = ({ kind, id }: Owner): boolean => (kind === 'platform') === (id === null)

const covers = (owner: Owner, { kind, id }: Owner): boolean => owner.kind === kind && (owner.id === null || owner.id === id)

export const isAmong = (owners: readonly Owner[], one: Owner): boolean => isOne(one) && owners.some((owner) => covers(owner, one))

/** Whether a person who writes for these may begin something for this one: of all networks it must be one that there is. */
export const mayBeginFor = async (req: PayloadRequest, one: Owner): Promise<boolean> => {
  const options = optionsOf(req.payload)
  const writes = await ownersWrittenBy(options, req)
  if (!isAmong(writes, one)) return false
  if (one.id === null || writes.some(({ kind, id }) => kind === one.kind && id === one.id)) return true
  const names = await options.owners?.names?.(await databaseOf(req), [one])
  return names === undefined || names.has(one.id)
}

/** Networks or organisations to choose from, for whoever writes for all of them; none for others. */
export const ownersLike = async (req: PayloadRequest, sought: { readonly kind: Owner['kind']; readonly words: string }): Promise<readonly OwnerView[]> => {
  const options = optionsOf(req.payload)
  const writes = await ownersWrittenBy(options, req)
  const isEvery = sought.kind !== 'platform' && writes.some(({ kind, id }) => kind === sought.kind && id === null)
  const found = isEvery ? await options.owners?.search?.(await databaseOf(req), sought) : undefined
  return [...(found ?? [])].map(([id, name]) => ({ kind: sought.kind, id, name }))
}

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
