import { randomUUID } from 'node:crypto'

import { PgDialect } from 'drizzle-orm/pg-core'
import type { SQL } from 'drizzle-orm'
import type { Payload, TypedUser, Where } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type * as Rights from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'
import type * as Scopes from '#server/scope/scope.ts'

import { callerOfUser } from '../support/caller-of-user.ts'
import { testPayload } from '../support/test-payload.ts'
import { snapshot } from './attempts.ts'
import { entries } from './entries.ts'
import { buildWorld, roles } from './world.ts'
import type { Role, Side, World } from './world.ts'

/** The functions behind the front office's screens and actions, loaded anew so that a guard can be taken away. */
const loadFeatures = async () => ({
  ...(await import('#server/accounts/members.ts')),
  ...(await import('#server/accounts/invitations.ts')),
  ...(await import('#features/equipe/team.queries.ts')),
})
type Features = Awaited<ReturnType<typeof loadFeatures>>

type Entered = { readonly payload: Payload; readonly user: TypedUser; readonly scope: Scopes.Scope }

/** One thing that a person does in a space, to a row. Answers whether it was shown, changed or made. */
type Deed = {
  readonly may: readonly Role[]
  readonly table: 'memberships' | 'access_links' | 'mails'
  readonly row: (side: Side) => Promise<string>
  readonly act: (features: Features, entered: Entered, row: string) => Promise<unknown>
  /** Shows rows instead of changing one. */
  readonly shows?: true
}

let world: World
let numbers: readonly [number, number]
/** Administrator on both sides: rights alone then say nothing about where a row belongs. */
let both: TypedUser
const tally = { attempts: 0 }

const rowOf = async (slug: 'memberships' | 'access-links', side: Side): Promise<string> => {
  const entry = entries[slug]
  if (entry === undefined) throw new Error(`The collection ${slug} has no isolation entry.`)
  return entry.make(world.payload, side)
}
const membership = (side: Side) => rowOf('memberships', side)
const invitation = (side: Side) => rowOf('access-links', side)

const database = ({ payload }: Entered): Database => payload.db.drizzle

const deeds: Readonly<Record<string, Deed>> = {
  'list the team': {
    may: ['admin', 'contributor', 'reader'],
    table: 'memberships',
    row: membership,
    act: (features, entered) => features.listMembers(entered.scope, database(entered)),
    shows: true,
  },
  'list invitations': {
    may: ['admin'],
    table: 'access_links',
    row: invitation,
    act: (features, entered) => features.listInvitations(entered.scope, database(entered)),
    shows: true,
  },
  'change a role': {
    may: ['admin'],
    table: 'memberships',
    row: membership,
    act: (features, entered, row) => features.changeRole(entered, { membership: row, role: 'contributor' }),
  },
  'remove a member': {
    may: ['admin'],
    table: 'memberships',
    row: membership,
    act: (features, entered, row) => features.removeMember(entered, { membership: row }),
  },
  'cancel an invitation': {
    may: ['admin'],
    table: 'access_links',
    row: invitation,
    act: (features, entered, row) => features.cancelInvitation(entered, { invitation: row, now: new Date() }),
  },
}

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  const numberOf = async ({ organisation }: Side): Promise<number> =>
    Number((await payload.findByID({ collection: 'organisations', id: organisation, overrideAccess: true })).number)
  numbers = [await numberOf(world.sides[0]), await numberOf(world.sides[1])]
  const user = await payload.create({
    collection: 'users',
    data: { email: `${randomUUID()}@demo.test`, password: randomUUID(), firstName: 'Deux', lastName: 'Rives', staff: 'none' },
    overrideAccess: true,
  })
  both = { ...user, collection: 'users' }
  for (const { organisation } of world.sides) {
    const data = { organisation, user: both.id, role: 'admin' as const, themeLimits: [] }
    await payload.create({ collection: 'memberships', data, overrideAccess: true })
  }
}, 120_000)

afterEach(() => {
  vi.doUnmock('#server/scope/scope.ts')
  vi.resetModules()
})

const scopeOf = async (user: TypedUser, number: number): Promise<Scopes.Scope | null> => {
  const { scopeFor } = await import('#server/scope/scope.ts')
  tally.attempts += 1
  return scopeFor(world.payload.db.drizzle, await callerOfUser(world.payload, user), number)
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'DomainError' || ('status' in error && Number(error.status) < 500))

/** Does the deed reach the row? A refusal leaves it byte-equal. */
const reaches = async (deed: Deed, features: Features, entered: Entered, side: Side): Promise<boolean> => {
  const row = await deed.row(side)
  const before = await snapshot(world.payload, deed.table, row)
  tally.attempts += 1
  const answer = await deed.act(features, entered, row).catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    return null
  })
  return deed.shows === true ? JSON.stringify(answer).includes(row) : (await snapshot(world.payload, deed.table, row)) !== before
}

const names = Object.keys(deeds)
const deedOf = (name: string): Deed => {
  const deed = deeds[name]
  if (deed === undefined) throw new Error(name)
  return deed
}

/** Who of the home side reaches a row at home. */
const whoReaches = async (name: string, features: Features): Promise<readonly Role[]> => {
  const [home] = world.sides
  const found: Role[] = []
  for (const role of roles) {
    const user = home.people[role]
    const scope = await scopeOf(user, numbers[0])
    if (scope === null) continue
    if (await reaches(deedOf(name), features, { payload: world.payload, user, scope }, home)) found.push(role)
  }
  return found
}

/** Does somebody with every right on both sides reach a row of the other side from the scope of this one? */
const leaks = async (name: string, features: Features, payload: Payload = world.payload): Promise<boolean> => {
  const scope = await scopeOf(both, numbers[0])
  if (scope === null) throw new Error('an administrator has no scope')
  return reaches(deedOf(name), features, { payload, user: both, scope }, world.sides[1])
}

/** Payload whose queries forget which organisation they are about. */
const forgetful = (payload: Payload): Payload => {
  const dialect = new PgDialect()
  const withoutOrganisation = <T extends { where?: Where }>(args: T): T => {
    const { organisation: _forgotten, ...where } = args.where ?? {}
    return { ...args, where }
  }
  const find = (args: Parameters<Payload['find']>[0]) => payload.find(withoutOrganisation(args))
  const update = (args: Parameters<Payload['update']>[0]) =>
    'where' in args && args.where !== undefined ? payload.update(withoutOrganisation(args)) : payload.update(args)
  const forgotten = (sql: string): string => sql.replaceAll(/\w+\.organisation_id = (\$\d+::uuid)/g, '$1 is not null')
  const execute = async (query: SQL) => {
    const { sql, params } = dialect.sqlToQuery(query)
    return payload.db.pool.query(forgotten(sql), params)
  }
  // Statements that are prepared (`statement.ts`), under a name of their own: the connection keeps those that remember.
  const { session } = payload.db.drizzle._
  type Prepare = typeof session.prepareQuery
  const prepareQuery = (query: Parameters<Prepare>[0], fields: Parameters<Prepare>[1], name: Parameters<Prepare>[2], isArray: boolean) =>
    session.prepareQuery({ ...query, sql: forgotten(query.sql) }, fields, `forgetful-${name}`, isArray)
  const inner = { ...payload.db.drizzle._, session: new Proxy(session, { get: (target, name) => (name === 'prepareQuery' ? prepareQuery : Reflect.get(target, name)) }) }
  const drizzle = new Proxy(payload.db.drizzle, {
    get: (target, name) => (name === 'execute' ? execute : name === '_' ? inner : Reflect.get(target, name)),
  })
  const db = new Proxy(payload.db, { get: (target, name) => (name === 'drizzle' ? drizzle : Reflect.get(target, name)) })
  return new Proxy(payload, {
    get: (target, name) => {
      if (name === 'find') return find
      if (name === 'update') return update
      return name === 'db' ? db : Reflect.get(target, name)
    },
  })
}

describe('A space', () => {
  it('opens to those who belong to it and to nobody of another one', async () => {
    const [home] = world.sides
    for (const role of roles) {
      const opensAtHome = (await scopeOf(home.people[role], numbers[0])) !== null
      expect(opensAtHome, role).toBe(['admin', 'contributor', 'reader', 'consultant'].includes(role))
      expect(await scopeOf(home.people[role], numbers[1]), role).toBeNull()
    }
    expect(await scopeOf(world.platform, numbers[0])).toBeNull()
  })

  it('would open to everybody if the question of rights were taken away', async () => {
    vi.resetModules()
    vi.doMock('#domain/rights/rights.rules.ts', async (original) => {
      const rules = await original<typeof Rights>()
      return { ...rules, rightsIn: () => new Set(rules.rights) }
    })
    try {
      expect(await scopeOf(world.sides[0].people.stranger, numbers[1])).not.toBeNull()
    } finally {
      vi.doUnmock('#domain/rights/rights.rules.ts')
    }
  })
})

describe.each(names)('To %s', (name) => {
  it('is for those who may', async () => {
    expect(await whoReaches(name, await loadFeatures())).toEqual(deedOf(name).may)
  })

  it('stays in the space, whatever rights the person has in both', async () => {
    expect(await leaks(name, await loadFeatures())).toBe(false)
  })

  it('is noticed by this run when the space is forgotten', async () => {
    expect(await leaks(name, await loadFeatures(), forgetful(world.payload))).toBe(true)
  })

  it('is noticed by this run when the question of rights is taken away, unless the row asks again', async () => {
    vi.resetModules()
    vi.doMock('#server/scope/scope.ts', async (original) => ({
      ...(await original<typeof Scopes>()),
      requireRight: () => undefined,
    }))
    const found = await whoReaches(name, await loadFeatures())
    // What goes through Payload with the person's rights is refused a second time there.
    if (name === 'change a role' || name === 'remove a member') expect(found).toEqual(deedOf(name).may)
    else expect(found.length).toBeGreaterThan(deedOf(name).may.length)
  })
})

describe('To invite', () => {
  const invites = async (features: Features, user: TypedUser, number: number): Promise<boolean> => {
    const scope = await scopeOf(user, number)
    if (scope === null) return false
    const email = `${randomUUID()}@demo.test`
    tally.attempts += 1
    await features
      .invite({ payload: world.payload, user, scope }, { invitation: { email, role: 'reader', themeLimits: [] }, now: new Date() })
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error
      })
    const { docs } = await world.payload.find({ collection: 'access-links', where: { email: { equals: email } }, depth: 0, overrideAccess: true })
    return docs.length > 0
  }

  it('is for administrators, each into their own space, and only by its guard', async () => {
    const [home] = world.sides
    for (const role of roles) {
      const features = await loadFeatures()
      expect(await invites(features, home.people[role], numbers[0]), role).toBe(role === 'admin')
      expect(await invites(features, home.people[role], numbers[1]), role).toBe(false)
    }
    vi.resetModules()
    vi.doMock('#server/scope/scope.ts', async (original) => ({
      ...(await original<typeof Scopes>()),
      requireRight: () => undefined,
    }))
    expect(await invites(await loadFeatures(), home.people.reader, numbers[0])).toBe(true)
  })
})

describe('The run', () => {
  it('counts its attempts', () => {
    process.stdout.write(`isolation of features: ${tally.attempts} attempts\n`)
    expect(tally.attempts).toBeGreaterThan(150)
  })
})
