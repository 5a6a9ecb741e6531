import type { CollectionSlug } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { tenantCollections } from '#collections/tenants.ts'

import { restClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'
import { attempts, snapshot } from './attempts.ts'
import type { Attempt, Target, Visitor } from './attempts.ts'
import { closed, entries, ownersOnly } from './entries.ts'
import type { Operation } from './entries.ts'
import { buildWorld, roles } from './world.ts'
import type { Role, World } from './world.ts'

type Who = Role | 'nobody'
const everybody: readonly Who[] = [...roles, 'nobody']
const operations: readonly Operation[] = ['read', 'create', 'update', 'delete']

let world: World
const visitors = new Map<string, Visitor>()
const tally = { attempts: 0 }

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  for (const side of world.sides) {
    for (const role of roles) {
      const user = side.people[role]
      visitors.set(`${side.name} ${role}`, { user, rest: await restClient(payload).as(user) })
    }
    visitors.set(`${side.name} nobody`, { user: null, rest: restClient(payload) })
  }
}, 120_000)

const visitorOf = (side: string, who: Who): Visitor => {
  const visitor = visitors.get(`${side} ${who}`)
  if (visitor === undefined) throw new Error(`no ${who} on the side ${side}`)
  return visitor
}

const entryOf = (slug: string) => {
  const entry = entries[slug]
  if (entry === undefined) throw new Error(`The collection ${slug} has no isolation entry.`)
  return entry
}

/** Tries once; after a refusal the row is as it was, byte for byte. Answers whether the attempt got through. */
const gotThrough = async (attempt: Attempt, visitor: Visitor, target: Target): Promise<boolean> => {
  const { payload } = world
  const id = await target.entry.make(payload, target.side)
  const before = await snapshot(payload, target.entry.table, id)
  const reached = await attempt.reaches(payload, visitor, target, id)
  tally.attempts += 1
  if (!reached) expect(await snapshot(payload, target.entry.table, id), `${attempt.channel} left traces`).toBe(before)
  return reached
}

const slugs = Object.keys(entries) as CollectionSlug[]

/** Every cell of one collection and operation that lets a person reach what is not theirs. */
const breaches = async (slug: CollectionSlug, operation: Operation): Promise<readonly string[]> => {
  const entry = entryOf(slug)
  const found: string[] = []
  for (const [home, abroad] of [world.sides, [world.sides[1], world.sides[0]] as const]) {
    for (const who of everybody) {
      if (entry.isOfPlatform && who !== 'nobody' && entry.may[operation].includes(who)) continue
      for (const attempt of attempts.filter((candidate) => candidate.operation === operation)) {
        if (await gotThrough(attempt, visitorOf(home.name, who), { slug, entry, side: abroad })) {
          found.push(`${who} of ${home.name}: ${attempt.channel} on ${slug} of ${abroad.name}`)
        }
      }
    }
  }
  return found
}

describe('Every collection', () => {
  it('has an entry here, or a reason not to', () => {
    const known = new Set<string>([...slugs, ...ownersOnly, ...closed])
    expect(world.payload.config.collections.map(({ slug }) => slug).filter((slug) => !known.has(slug))).toEqual([])
  })

  it('says who reads its versions, when it has versions', () => {
    const open = world.payload.config.collections.filter(({ versions, access }) => versions && !access.readVersions)
    expect(open.map(({ slug }) => slug)).toEqual([])
  })

  it.each(closed)('%s of Payload itself answers nobody', async (slug) => {
    if (!world.payload.config.collections.some((collection) => collection.slug === slug)) return
    for (const visitor of visitors.values()) {
      for (const response of [
        await visitor.rest.get(`/api/${slug}`),
        await visitor.rest.post(`/api/${slug}`, { body: { name: 'x', key: 'x', data: {} } }),
      ]) {
        tally.attempts += 1
        expect([401, 403, 404, 501]).toContain(response.status)
      }
    }
  })
})

describe.each(slugs)('%s', (slug) => {
  const entry = entryOf(slug)

  it.each(operations)('%s at home is for those who may, by every channel', async (operation) => {
    const [home] = world.sides
    const expected: string[] = []
    const actual: string[] = []
    for (const who of everybody) {
      for (const attempt of attempts.filter((candidate) => candidate.operation === operation)) {
        // A copy is a creation whose fields nobody typed: unique ones refuse it even where creating is allowed.
        if (attempt.channel === 'duplicate') continue
        const label = `${who}: ${attempt.channel}`
        if (who !== 'nobody' && entry.may[operation].includes(who)) expected.push(label)
        if (await gotThrough(attempt, visitorOf(home.name, who), { slug, entry, side: home })) actual.push(label)
      }
    }
    expect(actual).toEqual(expected)
  })

  it.each(operations)('%s abroad is for nobody, by any channel', async (operation) => {
    expect(await breaches(slug, operation)).toEqual([])
  })

  it.each(operations)('%s abroad is noticed by this run when its guard is taken away', async (operation) => {
    const { access } = world.payload.collections[slug].config
    const guard = access[operation]
    access[operation] = ({ req }) => Boolean(req.user)
    try {
      const found = await breaches(slug, operation)
      if (entry.refusedTwice?.includes(operation)) expect(found).toEqual([])
      else expect(found.length).toBeGreaterThan(0)
    } finally {
      access[operation] = guard
    }
  })
})

describe('A row of an organisation', () => {
  const tenantSlugs = slugs.filter((slug) => slug in tenantCollections)

  const moves = async (slug: CollectionSlug): Promise<readonly string[]> => {
    const [home, abroad] = world.sides
    const moved: string[] = []
    const entry = entryOf(slug)
    for (const user of [home.people.admin, world.platform]) {
      const id = await entry.make(world.payload, home)
      const rest = await restClient(world.payload).as(user)
      for (const body of [
        { organisation: abroad.organisation },
        { organisation: { id: abroad.organisation } },
        { organisation: [abroad.organisation] },
        { organisation: { relationTo: 'organisations', value: abroad.organisation } },
      ]) {
        await rest.patch(`/api/${slug}/${id}`, { body })
        await rest.patch(`/api/${slug}?where[id][equals]=${id}`, { body })
        tally.attempts += 2
      }
      const row = await snapshot(world.payload, entry.table, id)
      if (!row?.includes(home.organisation)) moved.push(`${slug} by ${user.email}`)
    }
    return moved
  }

  it.each(tenantSlugs)('of %s never moves to another one, whoever asks', async (slug) => {
    expect(await moves(slug)).toEqual([])
  })

  it.each(tenantSlugs)('of %s would move if the guard against it were taken away', async (slug) => {
    const { hooks } = world.payload.collections[slug].config
    const guarded = hooks.beforeValidate
    hooks.beforeValidate = guarded.slice(1)
    try {
      const moved = await moves(slug)
      const { may, fixedTwice } = entryOf(slug)
      // Where nobody may change a row, or its relations hold it, another wall still stands.
      if (fixedTwice === true || may.update.length === 0) expect(moved).toEqual([])
      else expect(moved.length).toBeGreaterThan(0)
    } finally {
      hooks.beforeValidate = guarded
    }
  })
})

describe('A question about one’s own rows', () => {
  it('tells nothing about another organisation through a relation', async () => {
    const [home, abroad] = world.sides
    const { rest } = visitorOf(home.name, 'admin')
    for (const query of [
      `/api/memberships?where[organisation.name][equals]=Organisation ${abroad.name}`,
      `/api/memberships?where[user.email][equals]=${abroad.name}-admin@demo.test`,
      `/api/memberships?where[user.email][like]=${home.name}-contributor`,
      `/api/mandates?where[consultant.email][like]=${home.name}-consultant`,
      `/api/network-memberships?where[network.managers.email][like]=${home.name}`,
      `/api/network-memberships?where[organisation.number][greater_than]=0&where[organisation.name][like]=${abroad.name}`,
      `/api/diagnostics?where[campaign.label][equals]=Campagne ${abroad.name}`,
      `/api/answers?where[diagnostic.scopeLabel][equals]=Périmètre ${abroad.name}`,
      `/api/assessments?where[diagnostic.campaign.label][equals]=Campagne ${abroad.name}`,
      `/api/networks?where[managers.email][like]=${abroad.name}`,
    ]) {
      tally.attempts += 1
      const response = await rest.get(query)
      const text = await response.text()
      expect(`${query} → ${/"totalDocs":[1-9]/.test(text)}`).toBe(`${query} → false`)
    }
  })

  it('names people of the organisation by their id only: populated relations stay closed', async () => {
    const [home] = world.sides
    const { rest } = visitorOf(home.name, 'admin')
    const text = await (await rest.get('/api/memberships?depth=2&populate[users][email]=true')).text()
    tally.attempts += 1
    expect(text).not.toContain('-contributor@demo.test')
  })
})

describe('A person’s own account', () => {
  it('can’t be made one of the platform’s, whoever it belongs to', async () => {
    const [home] = world.sides
    for (const role of roles) {
      const { rest, user } = visitorOf(home.name, role)
      for (const body of [
        { staff: 'admin' },
        { staff: 'admin', firstName: 'X' },
        { emailVerifiedAt: '2027-01-01T00:00:00.000Z' },
      ]) {
        tally.attempts += 1
        await rest.patch(`/api/users/${user?.id}`, { body })
      }
      const stored = await world.payload.findByID({ collection: 'users', id: String(user?.id), overrideAccess: true })
      expect(stored.staff).toBe(role === 'cress' ? 'cress' : 'none')
      expect(stored.emailVerifiedAt).toBe(user?.emailVerifiedAt)
    }
  })

  it('never shows its secrets, not even to itself', async () => {
    const [home] = world.sides
    const { rest, user } = visitorOf(home.name, 'admin')
    const text = await (await rest.get(`/api/users/${user?.id}?showHiddenFields=true`)).text()
    tally.attempts += 1
    for (const secret of ['"hash"', '"salt"', '"resetPasswordToken"']) expect(text).not.toContain(secret)
  })
})

describe('The run', () => {
  it('counts its attempts', () => {
    process.stdout.write(`isolation: ${tally.attempts} attempts\n`)
    expect(tally.attempts).toBeGreaterThan(5000)
  })
})
