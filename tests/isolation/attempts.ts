import { sql } from 'drizzle-orm'
import type { CollectionSlug, Payload, TypedUser } from 'payload'

import type { RestClient } from '../support/rest-client.ts'
import type { Entry, Operation } from './entries.ts'
import type { Side } from './world.ts'

/** Who tries: the user for the Local API and a signed-in client for REST; both empty for nobody. */
export type Visitor = { readonly user: TypedUser | null; readonly rest: RestClient }

export type Target = { readonly slug: CollectionSlug; readonly entry: Entry; readonly side: Side }

/** One way of doing an operation on a row. Answers whether it reached the row: read it, changed it, made one. */
export type Attempt = {
  readonly operation: Operation
  readonly channel: string
  readonly reaches: (payload: Payload, visitor: Visitor, target: Target, id: string) => Promise<boolean>
}

/** Integrity constraints (class 23) and the journal's triggers (42501) refuse in the database's own words. */
const isRefusalOfDatabase = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && /^(23|42501)/.test(String(error.code))) return true
  return 'cause' in error && isRefusalOfDatabase(error.cause)
}

/** A refusal is an error with a status below 500; anything else is a fault and fails the run. */
const refusedOr = async (work: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await work()
  } catch (error) {
    if (isRefusalOfDatabase(error)) return false
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
    if (status >= 400 && status < 500) return false
    if (error instanceof Error && error.name === 'DomainError') return false
    throw error
  }
}

/** The row as the database holds it, byte by byte; null when there is none. */
export const snapshot = async (payload: Payload, table: string, id: string): Promise<string | null> => {
  const { rows } = await payload.db.drizzle.execute(
    sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t where t.id = ${id}::uuid`,
  )
  const [found] = rows
  return found === undefined ? null : String(found.row)
}

const count = async (payload: Payload, table: string): Promise<number> => {
  const { rows } = await payload.db.drizzle.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`)
  return Number(rows[0]?.n)
}

const changes = async (payload: Payload, { entry }: Target, id: string, act: () => Promise<unknown>): Promise<boolean> => {
  const before = await snapshot(payload, entry.table, id)
  await refusedOr(async () => {
    await act()
    return true
  })
  return (await snapshot(payload, entry.table, id)) !== before
}

const grows = async (payload: Payload, { entry }: Target, act: () => Promise<unknown>): Promise<boolean> => {
  const before = await count(payload, entry.table)
  await refusedOr(async () => {
    await act()
    return true
  })
  return (await count(payload, entry.table)) !== before
}

const bodyOf = async (response: Response): Promise<string> => {
  if (response.status >= 500) throw new Error(`${response.status}: ${await response.text()}`)
  return response.text()
}

const tell = async (response: Response): Promise<void> => {
  await bodyOf(response)
}

/** Does an answer name the row? Ids are random, so their text is proof enough. */
const names = async (response: Response, id: string): Promise<boolean> => {
  const text = await bodyOf(response)
  return response.status < 400 && text.includes(id)
}

const counts = async (response: Response): Promise<boolean> => {
  const text = await bodyOf(response)
  return response.status < 400 && /"totalDocs":[1-9]/.test(text)
}

const bodyFor = async (payload: Payload, { entry, side }: Target): Promise<Record<string, unknown>> => ({ ...(await entry.body?.(side, payload)) })

const byId = (id: string): string => `where[id][equals]=${id}`

export const attempts: readonly Attempt[] = [
  {
    operation: 'read',
    channel: 'local find',
    reaches: (payload, { user }, { slug }, id) =>
      refusedOr(async () => {
        const { docs } = await payload.find({
          collection: slug,
          where: { id: { equals: id } },
          overrideAccess: false,
          user,
        })
        return docs.length > 0
      }),
  },
  {
    operation: 'read',
    channel: 'local findByID',
    reaches: (payload, { user }, { slug }, id) =>
      refusedOr(async () => Boolean(await payload.findByID({ collection: slug, id, overrideAccess: false, user }))),
  },
  {
    operation: 'read',
    channel: 'local count',
    reaches: (payload, { user }, { slug }, id) =>
      refusedOr(async () => {
        const { totalDocs } = await payload.count({
          collection: slug,
          where: { id: { equals: id } },
          overrideAccess: false,
          user,
        })
        return totalDocs > 0
      }),
  },
  {
    operation: 'read',
    channel: 'local findDistinct',
    reaches: (payload, { user }, { slug, entry }, id) =>
      refusedOr(async () => {
        const { values } = await payload.findDistinct({
          collection: slug,
          field: entry.distinct ?? 'createdAt',
          where: { id: { equals: id } },
          overrideAccess: false,
          user,
        })
        return values.length > 0
      }),
  },
  {
    operation: 'read',
    channel: 'GET list',
    reaches: async (_payload, { rest }, { slug }, id) =>
      names(await rest.get(`/api/${slug}?${byId(id)}&limit=0&depth=10`), id),
  },
  {
    operation: 'read',
    channel: 'GET list without pages',
    reaches: async (_payload, { rest }, { slug }, id) =>
      names(await rest.get(`/api/${slug}?limit=1000&pagination=false&sort=-id`), id),
  },
  {
    operation: 'read',
    channel: 'GET one',
    reaches: async (_payload, { rest }, { slug }, id) => names(await rest.get(`/api/${slug}/${id}?depth=10`), id),
  },
  {
    operation: 'read',
    channel: 'GET count',
    reaches: async (_payload, { rest }, { slug }, id) => counts(await rest.get(`/api/${slug}/count?${byId(id)}`)),
  },
  {
    operation: 'read',
    channel: 'GET any of (or)',
    reaches: async (_payload, { rest }, { slug }, id) =>
      names(await rest.get(`/api/${slug}?where[or][0][id][equals]=${id}&where[or][1][id][equals]=${id}&limit=100`), id),
  },
  {
    operation: 'read',
    channel: 'POST with a GET inside',
    reaches: async (_payload, { rest }, { slug }, id) =>
      names(
        await rest.post(`/api/${slug}`, {
          body: `${byId(id)}&limit=10`,
          headers: { 'X-Payload-HTTP-Method-Override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
        }),
        id,
      ),
  },
  {
    operation: 'update',
    channel: 'local update',
    reaches: (payload, { user }, target, id) =>
      changes(payload, target, id, () =>
        payload.update({ collection: target.slug, id, data: { ...target.entry.change }, overrideAccess: false, user }),
      ),
  },
  {
    operation: 'update',
    channel: 'local bulk update',
    reaches: (payload, { user }, target, id) =>
      changes(payload, target, id, () =>
        payload.update({
          collection: target.slug,
          where: { id: { equals: id } },
          data: { ...target.entry.change },
          overrideAccess: false,
          user,
        }),
      ),
  },
  {
    operation: 'update',
    channel: 'PATCH one',
    reaches: (payload, { rest }, target, id) =>
      changes(payload, target, id, async () =>
        tell(await rest.patch(`/api/${target.slug}/${id}`, { body: target.entry.change })),
      ),
  },
  {
    operation: 'update',
    channel: 'PATCH many',
    reaches: (payload, { rest }, target, id) =>
      changes(payload, target, id, async () =>
        tell(await rest.patch(`/api/${target.slug}?${byId(id)}`, { body: target.entry.change })),
      ),
  },
  {
    operation: 'delete',
    channel: 'local delete',
    reaches: (payload, { user }, target, id) =>
      changes(payload, target, id, () =>
        payload.delete({ collection: target.slug, id, overrideAccess: false, user }),
      ),
  },
  {
    operation: 'delete',
    channel: 'DELETE one',
    reaches: (payload, { rest }, target, id) =>
      changes(payload, target, id, async () => tell(await rest.delete(`/api/${target.slug}/${id}`))),
  },
  {
    operation: 'delete',
    channel: 'DELETE many',
    reaches: (payload, { rest }, target, id) =>
      changes(payload, target, id, async () => tell(await rest.delete(`/api/${target.slug}?${byId(id)}`))),
  },
  {
    operation: 'create',
    channel: 'local create',
    reaches: (payload, { user }, target) =>
      grows(payload, target, async () =>
        payload.create({ collection: target.slug, data: await bodyFor(payload, target), overrideAccess: false, user }),
      ),
  },
  {
    operation: 'create',
    channel: 'POST',
    reaches: (payload, { rest }, target) =>
      grows(payload, target, async () => tell(await rest.post(`/api/${target.slug}`, { body: await bodyFor(payload, target) }))),
  },
  {
    operation: 'create',
    channel: 'duplicate',
    reaches: (payload, { rest }, target, id) =>
      grows(payload, target, async () => tell(await rest.post(`/api/${target.slug}/${id}/duplicate`, { body: {} }))),
  },
]
