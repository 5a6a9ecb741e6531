import { randomUUID } from 'node:crypto'

import type { CollectionSlug, FieldAccess, TypedUser } from 'payload'
import { fieldAffectsData } from 'payload/shared'
import { beforeAll, describe, expect, it } from 'vitest'

import { restClient } from '../support/rest-client.ts'
import type { RestClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'
import { snapshot } from './attempts.ts'
import { entries } from './entries.ts'
import { buildWorld } from './world.ts'
import type { Side, World } from './world.ts'

/** What is tried on a guarded field of a row that the person may change or read otherwise. */
type Probe = {
  /** Who may change the row, but not this field. */
  readonly as: (side: Side) => TypedUser
  /** The row; by default a new one of their side. */
  readonly row?: (side: Side) => string
  readonly value: (side: Side) => unknown
  /** A hook sets the field when others change. */
  readonly alone?: boolean
  /** A second wall (a trigger, a key, the collection's own access) holds when the guard is taken away. */
  readonly heldTwice?: boolean
}

/** Rows of the side at home that a pinned field could be turned to. */
const others = { campaign: '', establishment: '' }

const admin = ({ people }: Side) => people.admin
const head = ({ people }: Side) => people.head
const own = { as: admin, row: ({ people }: Side) => people.admin.id }

/** `<collection>.<field>`: what a field's guard keeps out. A guarded field without a probe fails the run. */
const probes: Readonly<Record<string, Probe>> = {
  'users.staff': { ...own, value: () => 'admin' },
  'users.email': { ...own, value: () => `${randomUUID()}@demo.test` },
  'users.emailVerifiedAt': { ...own, value: () => '2027-01-01T00:00:00.000Z' },
  'organisations.number': { as: admin, value: () => 999_999 },
  'memberships.user': { as: admin, value: ({ bystander }) => bystander },
  'mandates.consultant': { as: admin, value: ({ bystander }) => bystander },
  'networks.managers': { as: head, value: ({ bystander }) => [bystander] },
  'network-memberships.network': { as: admin, value: ({ network }) => network },
  'network-memberships.joinedOn': { as: admin, value: () => '2018-05-05' },
  'network-memberships.leftOn': { as: admin, value: () => '2018-06-06' },
  'network-memberships.acceptedBy': { as: admin, value: ({ bystander }) => bystander, alone: true },
  'network-memberships.acceptedAt': { as: admin, value: () => '2018-01-01T00:00:00.000Z', alone: true },
  'campaigns.state': { as: admin, value: () => 'validated' },
  'diagnostics.campaign': { as: admin, value: () => others.campaign },
  'diagnostics.establishment': { as: admin, value: () => others.establishment },
  'diagnostics.subset': { as: admin, value: () => 'autre' },
  'diagnostics.rulesVersion': { as: admin, value: () => '9.9.9' },
  'diagnostics.replaces': { as: admin, value: ({ diagnostic }) => diagnostic },
  'diagnostics.state': { as: admin, value: () => 'validated' },
  'diagnostics.revision': { as: admin, value: () => randomUUID(), heldTwice: true },
  'diagnostics.referentiel': { as: admin, value: () => 'autre', heldTwice: true },
  'assessments.updatedBy': { as: admin, value: ({ bystander }) => bystander, heldTwice: true },
  'answers.updatedBy': { as: admin, value: ({ bystander }) => bystander, heldTwice: true },
  'white-labels.network': { as: head, value: ({ network }) => network },
}

/** The secrets and counters that Payload puts on accounts, with guards of its own. */
const ofPayload: Readonly<Record<string, unknown>> = {
  hash: 'x',
  salt: 'x',
  lockUntil: '2099-01-01T00:00:00.000Z',
  loginAttempts: 3,
  resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
  resetPasswordRequestedAt: '2099-01-01T00:00:00.000Z',
  resetPasswordToken: 'x',
  sessions: [],
}

let world: World
const tally = { attempts: 0 }

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  const [{ organisation }] = world.sides
  const campaign = { organisation, label: 'Une autre', startOn: '2024-01-01', endOn: '2024-12-31', state: 'archived' }
  others.campaign = String((await payload.db.create({ collection: 'campaigns', data: campaign })).id)
  const establishment = { organisation, name: 'Un autre', profile: {} }
  others.establishment = String((await payload.db.create({ collection: 'establishments', data: establishment })).id)
}, 120_000)

type Guarded = { readonly slug: CollectionSlug; readonly name: string; readonly access: { update?: FieldAccess; read?: FieldAccess } }

/** Every field whose own access says who may write it. */
const guardedFields = (): readonly Guarded[] =>
  Object.keys(entries).flatMap((slug) => {
    const collection = world.payload.config.collections.find((candidate) => candidate.slug === slug)
    return (collection?.fields ?? []).flatMap((field) =>
      fieldAffectsData(field) && 'access' in field && field.access?.update !== undefined
        ? [{ slug: collection!.slug, name: field.name, access: field.access }]
        : [],
    )
  })

const clientOf = (user: TypedUser): Promise<RestClient> => restClient(world.payload).as(user)

const entryOf = (slug: string) => {
  const entry = entries[slug]
  if (entry === undefined) throw new Error(`The collection ${slug} has no isolation entry.`)
  return entry
}

const probeOf = ({ slug, name }: Guarded): Probe => {
  const probe = probes[`${slug}.${name}`]
  if (probe === undefined) throw new Error(`${slug}.${name} is guarded and has no probe.`)
  return probe
}

/** Does the value arrive in the row, sent alone, with others, or to many? */
const arrives = async (guarded: Guarded): Promise<boolean> => {
  const { slug, name } = guarded
  const probe = probeOf(guarded)
  const [side] = world.sides
  const rest = await clientOf(probe.as(side))
  const entry = entryOf(slug)
  for (const [path, more] of [['', {}], ['', probe.alone ? {} : entry.change], ['many', {}]] as const) {
    const id = probe.row?.(side) ?? (await entry.make(world.payload, side))
    const before = await relatedSnapshot(slug, entry.table, id)
    const body = { [name]: probe.value(side), ...more }
    await rest.patch(path === 'many' ? `/api/${slug}?where[id][equals]=${id}` : `/api/${slug}/${id}`, { body })
    tally.attempts += 1
    const after = await relatedSnapshot(slug, entry.table, id)
    if (columnOf(name, after) === columnOf(name, before)) continue
    // Whoever made themselves staff would pass every guard that is tried next.
    await world.payload.update({ collection: slug, id, data: { [name]: before[name] }, overrideAccess: true })
    return true
  }
  return false
}

/** Relations to many stand in a table of their own: the document as the system reads it tells of both. */
const relatedSnapshot = async (slug: CollectionSlug, table: string, id: string): Promise<Record<string, unknown>> => {
  if ((await snapshot(world.payload, table, id)) === null) throw new Error(`${slug} ${id} is gone`)
  return { ...(await world.payload.findByID({ collection: slug, id, depth: 0, overrideAccess: true, showHiddenFields: true })) }
}

const columnOf = (name: string, row: Record<string, unknown>): string => JSON.stringify(row[name] ?? null)

describe('Every guarded field', () => {
  it('has a probe here', () => {
    const ours = guardedFields().filter(({ slug, name }) => slug !== 'users' || !(name in ofPayload))
    expect(ours.map(({ slug, name }) => `${slug}.${name}`).sort()).toEqual(Object.keys(probes).sort())
  })

  it('of an account that Payload guards keeps its value from the person', async () => {
    const [side] = world.sides
    const user = side.people.reader
    const rest = await clientOf(user)
    const secrets = async () => {
      const row = JSON.parse((await snapshot(world.payload, 'users', user.id)) ?? '{}')
      return { ...row, updated_at: undefined }
    }
    const before = await secrets()
    for (const [name, value] of Object.entries(ofPayload)) {
      await rest.patch(`/api/users/${user.id}`, { body: { [name]: value } })
      tally.attempts += 1
      expect(await secrets(), name).toEqual(before)
    }
    expect((await (await rest.get('/api/users/me')).json()).user?.id).toBe(user.id)
  })

  it.each(Object.keys(probes))('%s keeps its value from who may change the row, and only by its guard', async (path) => {
    const guarded = guardedFields().find(({ slug, name }) => `${slug}.${name}` === path)
    if (guarded === undefined) throw new Error(`${path} has no guard`)
    expect(await arrives(guarded), 'guarded').toBe(false)
    const { update } = guarded.access
    guarded.access.update = () => true
    try {
      expect(await arrives(guarded), 'unguarded').toBe(probeOf(guarded).heldTwice !== true)
    } finally {
      guarded.access.update = update
    }
  })

  it('counts its attempts', () => {
    process.stdout.write(`isolation of fields: ${tally.attempts} attempts\n`)
    expect(tally.attempts).toBeGreaterThanOrEqual(Object.keys(probes).length * 4)
  })
})

describe('Who leads a network', () => {
  const asked = async (): Promise<string> => {
    const [side] = world.sides
    const rest = await clientOf(side.people.admin)
    tally.attempts += 1
    return (await rest.get(`/api/networks/${side.network}?depth=1`)).text()
  }

  it('is not shown to its members, and only by its guard', async () => {
    const [side] = world.sides
    expect(await asked()).not.toContain(side.people.head.id)
    const collection = world.payload.config.collections.find(({ slug }) => slug === 'networks')
    const field = collection?.fields.find((candidate) => fieldAffectsData(candidate) && candidate.name === 'managers')
    if (field === undefined || !('access' in field) || field.access === undefined) throw new Error('no guard')
    const { read } = field.access
    field.access.read = () => true
    try {
      expect(await asked()).toContain(side.people.head.id)
    } finally {
      field.access.read = read
    }
  })
})

describe('Lifting the lock of an account', () => {
  const lifts = async (user: TypedUser): Promise<boolean> => {
    const [side] = world.sides
    const rest = await clientOf(user)
    tally.attempts += 1
    return (await rest.post('/api/users/unlock', { body: { email: side.people.reader.email } })).status === 200
  }

  it('is for the platform’s administrators, and only by its guard', async () => {
    const [side] = world.sides
    for (const user of Object.values(side.people)) expect(await lifts(user), user.email).toBe(false)
    expect(await lifts(world.platform)).toBe(true)
    const { access } = world.payload.collections.users.config
    const guard = access.unlock
    access.unlock = ({ req }) => Boolean(req.user)
    try {
      expect(await lifts(side.people.stranger)).toBe(true)
    } finally {
      access.unlock = guard
    }
  })
})
