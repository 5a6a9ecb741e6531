import { createHash } from 'node:crypto'

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
  /** Code of a référentiel of the platform, with a draft and with a revision that everybody may take. */
  readonly referentiel: string
  readonly draft: string
  readonly revision: string
  readonly campaign: string
  readonly diagnostic: string
}

export type World = { readonly payload: Payload; readonly sides: readonly [Side, Side]; readonly platform: TypedUser }

export const password = 'une longue phrase de passe'

const person = async (payload: Payload, name: string, staff: 'none' | 'cress' | 'admin' = 'none'): Promise<TypedUser> => {
  const user = await payload.create({
    collection: 'users',
    data: { email: `${name}@demo.test`, password, firstName: name, lastName: 'Isolé', staff, emailVerifiedAt: '2026-01-01T00:00:00.000Z' },
    overrideAccess: true,
  })
  return { ...user, collection: 'users' }
}

type Row = Readonly<Record<string, unknown>>

/** A revision as publication writes it, below Payload's hooks. */
export const revisionRow = (data: { readonly referentiel: string; readonly version: string; readonly visibility: string }): Row => {
  const canonical = JSON.stringify({
    format: 'referentiel/1', id: data.referentiel, version: data.version, title: 'Référentiel isolé',
    kinds: [{ code: 'critere', label: 'Critère', assessable: true }],
    scales: [{ code: 'niveaux', label: 'Niveaux', values: [{ code: '1', label: 'Un', score: 1 }] }],
    nodes: [{ code: 'c1', kind: 'critere', title: 'Un', rating: 'niveaux' }],
  })
  const hash = createHash('sha256').update(canonical).digest('hex')
  return { ...data, status: 'published', title: 'Référentiel isolé', canonical, hash, publishedAt: '2026-01-01T00:00:00.000Z' }
}

const rowsOfDiagnostics = async (payload: Payload, { name, organisation }: { readonly name: string; readonly organisation: string }) => {
  const referentiel = `isole-${name}`
  await payload.db.create({ collection: 'referentiels', data: { code: referentiel, title: 'Isolé', isShipped: false } })
  const draft = await payload.db.create({ collection: 'drafts', data: { referentiel, version: '2.0.0', parts: {} } })
  const revision = await payload.db.create({
    collection: 'revisions',
    data: { ...revisionRow({ referentiel, version: '1.0.0', visibility: 'public' }) },
  })
  const campaign = await payload.create({
    collection: 'campaigns',
    data: { organisation, label: `Campagne ${name}`, startOn: '2026-01-01', endOn: '2026-12-31', state: 'running' },
    overrideAccess: true,
  })
  const diagnostic = await payload.create({
    collection: 'diagnostics',
    data: { organisation, campaign: campaign.id, revision: String(revision.id), referentiel, scopeLabel: `Périmètre ${name}`, profile: {}, state: 'open' },
    overrideAccess: true,
  })
  return { referentiel, draft: String(draft.id), revision: String(revision.id), campaign: campaign.id, diagnostic: diagnostic.id }
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
  await payload.create({
    collection: 'subscriptions',
    data: { organisation, formula: 'standard', start: '2020-01-01', end: '2099-12-31', seats: 1 },
    overrideAccess: true,
  })
  const { id: bystander } = await person(payload, `${name}-bystander`)
  return { name, organisation, network, people, bystander, ...(await rowsOfDiagnostics(payload, { name, organisation })) }
}

/** Two organisations, each with its network and with one person of every role; and one platform administrator. */
export const buildWorld = async (payload: Payload): Promise<World> => ({
  payload,
  sides: [await side(payload, 'rive'), await side(payload, 'bocage')],
  platform: await person(payload, 'plateforme', 'admin'),
})
