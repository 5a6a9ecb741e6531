import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload, PayloadRequest } from 'payload'
import { parse } from 'yaml'

import { addDays, calendarDateIn } from '#domain/calendar/calendar-date.ts'
import { defaultTimeZone } from '#domain/calendar/day-bounds.ts'
import { defaultColours } from '#domain/white-label/white-label.rules.ts'
import { lifetimeOf } from '#server/accounts/access-links.ts'
import { hashOfToken, newLinkToken } from '#server/accounts/link-token.ts'
import { inTransaction } from '#server/database/in-transaction.ts'

import { demoSchema } from './demo.schema.ts'
import type { Demo } from './demo.schema.ts'
import { requireReferentiels, seedDiagnostics } from './seed-diagnostics.ts'

const millisecondsPerDay = 86_400_000

/** When members of an organisation without an offer of its own begin to come, in days from today. */
const firstDay = -400

type Ids = ReadonlyMap<string, string>

type Seeding = {
  readonly req: PayloadRequest
  readonly demo: Demo
  /** The calendar day, so many days from the day of seeding. */
  readonly day: (days: number) => string
  readonly now: Date
}

const idIn = (ids: Ids, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`demo/accounts.yaml names ${key}, which it does not define.`)
  return id
}

const seedPeople = async ({ req, demo, now }: Seeding): Promise<Ids> => {
  const ids = new Map<string, string>()
  for (const person of demo.people) {
    const { id } = await req.payload.create({
      collection: 'users',
      data: { ...person, password: demo.password, emailVerifiedAt: now.toISOString() },
      overrideAccess: true,
      req,
    })
    ids.set(person.email, id)
  }
  return ids
}

const seedOrganisation = async (
  { req, day, now }: Seeding,
  people: Ids,
  { members, invitations, mandates, establishments, subscription, ...data }: Demo['organisations'][number],
): Promise<string> => {
  const { payload } = req
  const system = { overrideAccess: true, req } as const
  const { id: organisation } = await payload.create({
    collection: 'organisations',
    data: { ...data, timeZone: defaultTimeZone },
    ...system,
  })
  const after = (days: number) => new Date(now.getTime() + days * millisecondsPerDay).toISOString()
  for (const [place, { email, role }] of members.entries()) {
    await payload.create({
      collection: 'memberships',
      // They came one after the other, a day apart, since the offer began.
      data: { organisation, user: idIn(people, email), role, themeLimits: [], createdAt: after(Math.min(0, (subscription?.start ?? firstDay) + place)) },
      ...system,
    })
  }
  for (const { consultant, start, end } of mandates) {
    await payload.create({
      collection: 'mandates',
      data: {
        organisation,
        consultant: idIn(people, consultant),
        onBehalfOf: data.name,
        start: day(start),
        end: end === undefined ? undefined : day(end),
      },
      ...system,
    })
  }
  for (const establishment of establishments) {
    await payload.create({ collection: 'establishments', data: { organisation, ...establishment }, ...system })
  }
  if (subscription) {
    const { formula, start, end } = subscription
    await payload.create({
      collection: 'subscriptions',
      data: { organisation, formula, start: day(start), end: day(end), seats: 1 },
      ...system,
    })
  }
  for (const { email, role, invitedBy, expiresIn } of invitations) {
    await payload.create({
      collection: 'access-links',
      data: {
        purpose: 'invitation',
        // Nobody holds the token: the demonstration shows invitations, « Renvoyer » makes a link that opens.
        tokenHash: hashOfToken(newLinkToken()),
        email,
        organisation,
        role,
        themeLimits: [],
        invitedBy: idIn(people, invitedBy),
        expiresAt: after(expiresIn),
        createdAt: new Date(now.getTime() + expiresIn * millisecondsPerDay - lifetimeOf.invitation).toISOString(),
      },
      ...system,
    })
  }
  return organisation
}

const seedNetwork = async (
  { req, day }: Seeding,
  { people, organisations }: { readonly people: Ids; readonly organisations: Ids },
  network: Demo['networks'][number],
): Promise<void> => {
  const { payload } = req
  const system = { overrideAccess: true, req } as const
  const { id } = await payload.create({
    collection: 'networks',
    data: { name: network.name, managers: network.managers.map((email) => idIn(people, email)) },
    ...system,
  })
  const { formula, start, end } = network.subscription
  await payload.create({
    collection: 'subscriptions',
    data: { network: id, formula, start: day(start), end: day(end), seats: network.seats },
    ...system,
  })
  await payload.create({ collection: 'white-labels', data: { network: id, ...defaultColours, ...network.whiteLabel }, ...system })
  for (const { organisation, joinedOn, sharing } of network.members) {
    await payload.create({
      collection: 'network-memberships',
      data: { network: id, organisation: idIn(organisations, String(organisation)), joinedOn, sharing },
      ...system,
    })
  }
}

const isSeeded = async (payload: Payload, demo: Demo): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: demo.people[0]?.email } },
    overrideAccess: true,
  })
  return totalDocs > 0
}

const seedAccounts = async (seeding: Seeding): Promise<void> => {
  const { demo } = seeding
  const people = await seedPeople(seeding)
  const organisations = new Map<string, string>()
  for (const organisation of demo.organisations) {
    organisations.set(String(organisation.number), await seedOrganisation(seeding, people, organisation))
  }
  for (const network of demo.networks) await seedNetwork(seeding, { people, organisations }, network)
}

/**
 * Loads the demonstration once: all of it or nothing, and nothing where it is already. Whether it applies is the
 * environment's decision (design.md §6).
 * @throws Error when a référentiel that its diagnostics need has no published version
 */
export const seedDemo = async (payload: Payload, { now }: { readonly now: Date }): Promise<void> => {
  const file = path.resolve(import.meta.dirname, '../../../demo/accounts.yaml')
  const demo = demoSchema.parse(parse(readFileSync(file, 'utf8')))
  const hasAccounts = await isSeeded(payload, demo)
  const today = calendarDateIn(now, defaultTimeZone)
  await inTransaction({ payload }, async (req) => {
    await requireReferentiels(req)
    if (!hasAccounts) await seedAccounts({ req, demo, now, day: (days) => addDays(today, days) })
    await seedDiagnostics(req, { now })
  })
}
