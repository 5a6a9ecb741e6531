import type { Payload, TypedUser } from 'payload'

/** How a person stands to an organisation. `stranger` is signed in and belongs nowhere. */
export const roles = ['admin', 'contributor', 'reader', 'consultant', 'head', 'cress', 'stranger'] as const
export type Role = (typeof roles)[number]

export type Side = {
  readonly name: string
  readonly organisation: string
  readonly network: string
  readonly people: Readonly<Record<Role, TypedUser>>
  /** Someone whom nobody plays: rows may name them without giving a role away. */
  readonly bystander: string
}

export type World = { readonly payload: Payload; readonly sides: readonly [Side, Side]; readonly platform: TypedUser }

export const password = 'une longue phrase de passe'

const person = async (payload: Payload, name: string, staff: 'none' | 'cress' | 'admin' = 'none'): Promise<TypedUser> => {
  const user = await payload.create({
    collection: 'users',
    data: { email: `${name}@demo.test`, password, firstName: name, lastName: 'Isolé', staff },
    overrideAccess: true,
  })
  return { ...user, collection: 'users' }
}

const side = async (payload: Payload, name: string): Promise<Side> => {
  const { id: organisation } = await payload.create({
    collection: 'organisations',
    data: { name: `Organisation ${name}`, timeZone: 'Europe/Paris' },
    overrideAccess: true,
  })
  const people: Record<Role, TypedUser> = {
    admin: await person(payload, `${name}-admin`),
    contributor: await person(payload, `${name}-contributor`),
    reader: await person(payload, `${name}-reader`),
    consultant: await person(payload, `${name}-consultant`),
    head: await person(payload, `${name}-head`),
    cress: await person(payload, `${name}-cress`, 'cress'),
    stranger: await person(payload, `${name}-stranger`),
  }
  for (const role of ['admin', 'contributor', 'reader'] as const) {
    await payload.create({
      collection: 'memberships',
      data: { organisation, user: people[role].id, role, themeLimits: [] },
      overrideAccess: true,
    })
  }
  await payload.create({
    collection: 'mandates',
    data: { organisation, consultant: people.consultant.id, onBehalfOf: `Organisation ${name}`, start: '2020-01-01' },
    overrideAccess: true,
  })
  const { id: network } = await payload.create({
    collection: 'networks',
    data: { name: `Réseau ${name}`, managers: [people.head.id] },
    overrideAccess: true,
  })
  await payload.create({
    collection: 'network-memberships',
    data: { organisation, network, sharing: 'counters', joinedOn: '2020-01-01' },
    overrideAccess: true,
  })
  const { id: bystander } = await person(payload, `${name}-bystander`)
  return { name, organisation, network, people, bystander }
}

/** Two organisations, each with its network and with one person of every role; and one platform administrator. */
export const buildWorld = async (payload: Payload): Promise<World> => ({
  payload,
  sides: [await side(payload, 'rive'), await side(payload, 'bocage')],
  platform: await person(payload, 'plateforme', 'admin'),
})
