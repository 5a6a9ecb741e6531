import { randomUUID } from 'node:crypto'

import type { CollectionSlug, Payload } from 'payload'

import { revisionRow } from './world.ts'
import type { Role, Side } from './world.ts'

type Data = Readonly<Record<string, unknown>>
export type Operation = 'read' | 'create' | 'update' | 'delete'

/** What the isolation run must know of a collection. A collection without an entry fails the run. */
export type Entry = {
  readonly table: string
  /** A new row of that side, as the system makes it. Every attempt that writes gets a fresh one. */
  readonly make: (payload: Payload, side: Side) => Promise<string>
  /** A body with which a row of that side can be created through the API. */
  readonly body?: (side: Side, payload: Payload) => Data | Promise<Data>
  /** A field whose distinct values can be asked for. @default createdAt */
  readonly distinct?: string
  /** A harmless change. */
  readonly change: Data
  /** Who succeeds at home. Everybody else is refused at home as well as abroad. */
  readonly may: Readonly<Record<Operation, readonly Role[]>>
  /** Operations that have a second wall (the database, a hook), so that an opened guard lets nothing through. */
  readonly refusedTwice?: readonly Operation[]
  /** A move to another organisation meets a second wall: the row points to rows that stay. */
  readonly fixedTwice?: true
  /** Its rows belong to the platform and to no side: who succeeds at home succeeds with the other's too. */
  readonly isOfPlatform?: true
}

const nobody: readonly Role[] = []
const members: readonly Role[] = ['admin', 'contributor', 'reader']
const insiders: readonly Role[] = [...members, 'consultant']
const email = (): string => `${randomUUID()}@demo.test`

/** Below Payload's hooks: rows are made by the thousand, and it is not their making that is tried. */
const insert = async (payload: Payload, collection: CollectionSlug, data: Data): Promise<string> => {
  const row = await payload.db.create({ collection, data: { ...data } })
  return String(row.id)
}

const someone = (payload: Payload): Promise<string> =>
  insert(payload, 'users', { email: email(), firstName: 'Quelqu’un', lastName: 'Ici', staff: 'none' })

const establishment = (side: Side): Data => ({ organisation: side.organisation, name: 'Site', profile: {} })

const draft = (side: Side): Data => ({ referentiel: side.referentiel, version: randomUUID(), parts: {} })

const draftRow = (side: Side): Data => ({ draft: side.draft, row: 'node', code: randomUUID(), position: 1, data: {}, revision: 1 })

const hiddenRevision = (side: Side): Data =>
  revisionRow({ referentiel: side.referentiel, version: randomUUID(), visibility: 'network' })

const mapping = (side: Side): Data => ({
  revision: side.revision,
  referentiel: side.referentiel,
  version: '1.0.0',
  fromCode: randomUUID(),
  target: 'autre',
  toCode: '1',
  relation: 'equal',
  carryAnswers: false,
})

const campaign = (side: Side): Data => ({
  organisation: side.organisation,
  label: 'Autre campagne',
  startOn: '2025-01-01',
  endOn: '2025-12-31',
})

/** Open, for an establishment of its own: only one may be for each. */
const diagnostic = async (side: Side, payload: Payload): Promise<Data> => ({
  organisation: side.organisation,
  establishment: await insert(payload, 'establishments', establishment(side)),
  campaign: side.campaign,
  revision: side.revision,
  scopeLabel: 'Essai',
  profile: {},
})

const ofDiagnostic = (side: Side): Data => ({ organisation: side.organisation, diagnostic: side.diagnostic })
const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }

const grid = (side: Side): Data => ({ ...ofDiagnostic(side), node: randomUUID(), number: 1 })

const assessment = (side: Side): Data => ({
  ...ofDiagnostic(side),
  ...times,
  criterion: randomUUID(),
  notConcerned: false,
  toReview: false,
  practices: 'Un texte qui ne sort pas',
  workState: 'toDo',
  source: 'typed',
  revision: 1,
})

const answer = (side: Side): Data => ({ ...ofDiagnostic(side), ...times, question: randomUUID(), grid: 0, value: '3', source: 'typed', revision: 1 })

export const entries: Readonly<Record<string, Entry>> = {
  organisations: {
    table: 'organisations',
    make: async (_payload, side) => side.organisation,
    body: () => ({ name: 'Intruse', timeZone: 'Europe/Paris' }),
    change: { sector: 'Culture' },
    may: { read: insiders, create: nobody, update: ['admin'], delete: nobody },
    refusedTwice: ['delete'],
  },
  users: {
    table: 'users',
    make: (payload) => someone(payload),
    body: () => ({ email: email(), password: 'une longue phrase', firstName: 'In', lastName: 'Truse', staff: 'none' }),
    change: { firstName: 'Changée' },
    may: { read: nobody, create: nobody, update: nobody, delete: nobody },
  },
  memberships: {
    table: 'memberships',
    make: async (payload, side) =>
      insert(payload, 'memberships', {
        organisation: side.organisation,
        user: await someone(payload),
        role: 'reader',
        themeLimits: [],
      }),
    body: (side) => ({ organisation: side.organisation, user: side.bystander, role: 'admin', themeLimits: [] }),
    change: { role: 'contributor' },
    may: { read: members, create: nobody, update: ['admin'], delete: ['admin'] },
  },
  mandates: {
    table: 'mandates',
    make: async (payload, side) =>
      insert(payload, 'mandates', {
        organisation: side.organisation,
        consultant: await someone(payload),
        onBehalfOf: 'Essai',
        start: '2020-01-01',
        end: '2020-02-01',
      }),
    body: (side) => ({
      organisation: side.organisation,
      consultant: side.bystander,
      onBehalfOf: 'Essai',
      start: '2020-01-01',
    }),
    change: { end: '2020-03-01' },
    may: { read: members, create: nobody, update: ['admin'], delete: ['admin'] },
  },
  establishments: {
    table: 'establishments',
    make: (payload, side) => insert(payload, 'establishments', establishment(side)),
    body: establishment,
    change: { name: 'Renommé' },
    may: { read: insiders, create: ['admin'], update: ['admin'], delete: ['admin'] },
  },
  'network-memberships': {
    table: 'network_memberships',
    make: async (payload, side) =>
      insert(payload, 'network-memberships', {
        organisation: side.organisation,
        network: await insert(payload, 'networks', { name: 'Ancien réseau', managers: [side.people.head.id] }),
        sharing: 'counters',
        joinedOn: '2019-01-01',
        leftOn: '2019-12-31',
      }),
    body: (side) => ({
      organisation: side.organisation,
      network: side.network,
      sharing: 'content',
      joinedOn: '2018-01-01',
      leftOn: '2018-12-31',
    }),
    change: { sharing: 'synthesis' },
    may: { read: [...insiders, 'head'], create: nobody, update: ['admin'], delete: nobody },
  },
  'access-links': {
    table: 'access_links',
    make: (payload, side) =>
      insert(payload, 'access-links', {
        purpose: 'invitation',
        tokenHash: randomUUID(),
        email: email(),
        organisation: side.organisation,
        role: 'reader',
        expiresAt: '2099-01-01T00:00:00.000Z',
      }),
    body: (side) => ({
      purpose: 'invitation',
      tokenHash: randomUUID(),
      email: email(),
      organisation: side.organisation,
      role: 'admin',
      expiresAt: '2099-01-01T00:00:00.000Z',
    }),
    change: { role: 'admin' },
    may: { read: nobody, create: nobody, update: nobody, delete: nobody },
  },
  networks: {
    table: 'networks',
    make: async (payload, side) => {
      const id = await insert(payload, 'networks', { name: 'Réseau d’essai', managers: [side.people.head.id] })
      await insert(payload, 'network-memberships', {
        organisation: side.organisation,
        network: id,
        sharing: 'counters',
        joinedOn: '2021-01-01',
      })
      return id
    },
    body: () => ({ name: 'Réseau intrus' }),
    change: { name: 'Réseau renommé' },
    may: { read: [...insiders, 'head'], create: nobody, update: ['head'], delete: nobody },
    refusedTwice: ['delete'],
  },
  subscriptions: {
    table: 'subscriptions',
    make: (payload, side) =>
      insert(payload, 'subscriptions', {
        organisation: side.organisation,
        formula: 'discovery',
        start: '2026-01-01',
        end: '2026-04-01',
      }),
    body: (side) => ({ organisation: side.organisation, formula: 'standard', start: '2026-01-01', end: '2099-01-01' }),
    change: { end: '2099-01-01' },
    may: { read: insiders, create: nobody, update: nobody, delete: nobody },
  },
  'white-labels': {
    table: 'white_labels',
    make: async (payload, side) => {
      const network = await insert(payload, 'networks', { name: 'Réseau à bandeau', managers: [side.people.head.id] })
      await insert(payload, 'network-memberships', {
        organisation: side.organisation,
        network,
        sharing: 'counters',
        joinedOn: '2021-01-01',
      })
      return insert(payload, 'white-labels', {
        network,
        name: 'Bandeau',
        band: '#22303B',
        bandInk: '#FDFCF9',
        bandMark: '#F6C92F',
        accent: '#0B5A63',
      })
    },
    body: (side) => ({ network: side.network, name: 'Bandeau intrus' }),
    change: { line: 'Une ligne' },
    may: { read: [...insiders, 'head'], create: nobody, update: ['head'], delete: nobody },
  },
  mails: {
    table: 'mails',
    make: (payload, side) =>
      insert(payload, 'mails', {
        to: email(),
        subject: 'Essai',
        text: 'Essai',
        purpose: 'invitation',
        state: 'outbox',
        attempts: 0,
        bodyHash: 'a'.repeat(64),
        organisation: side.organisation,
      }),
    body: (side) => ({
      to: email(),
      subject: 'Intrus',
      text: 'Intrus',
      purpose: 'invitation',
      state: 'outbox',
      attempts: 0,
      bodyHash: 'a'.repeat(64),
      organisation: side.organisation,
    }),
    change: { subject: 'Changé' },
    may: { read: nobody, create: nobody, update: nobody, delete: nobody },
  },
  'audit-entries': {
    table: 'audit_entries',
    distinct: 'at',
    make: (payload, side) =>
      insert(payload, 'audit-entries', {
        at: '2026-01-01T00:00:00.000Z',
        operation: 'create',
        collection: 'establishments',
        document: randomUUID(),
        organisation: side.organisation,
      }),
    body: (side) => ({
      at: '2026-01-01T00:00:00.000Z',
      operation: 'delete',
      collection: 'establishments',
      document: randomUUID(),
      organisation: side.organisation,
    }),
    change: { operation: 'delete' },
    may: { read: ['admin'], create: nobody, update: nobody, delete: nobody },
    refusedTwice: ['create', 'update', 'delete'],
  },
  referentiels: {
    table: 'referentiels',
    make: (payload) => insert(payload, 'referentiels', { code: randomUUID(), title: 'Essai', isShipped: false }),
    body: () => ({ code: randomUUID(), title: 'Intrus', isShipped: false }),
    change: { title: 'Changé' },
    may: { read: ['cress'], create: nobody, update: nobody, delete: nobody },
    isOfPlatform: true,
  },
  drafts: {
    table: 'drafts',
    make: (payload, side) => insert(payload, 'drafts', draft(side)),
    body: draft,
    change: { parts: { changed: true } },
    may: { read: ['cress'], create: nobody, update: nobody, delete: nobody },
    isOfPlatform: true,
  },
  questions: {
    table: 'questions',
    make: (payload, side) => insert(payload, 'questions', draftRow(side)),
    body: draftRow,
    change: { data: { changed: true } },
    may: { read: ['cress'], create: nobody, update: nobody, delete: nobody },
    isOfPlatform: true,
  },
  revisions: {
    table: 'revisions',
    distinct: 'publishedAt',
    make: (payload, side) => insert(payload, 'revisions', hiddenRevision(side)),
    body: hiddenRevision,
    change: { title: 'Changé' },
    may: { read: ['cress'], create: nobody, update: nobody, delete: nobody },
    refusedTwice: ['update', 'delete'],
    isOfPlatform: true,
  },
  mappings: {
    table: 'mappings',
    distinct: 'target',
    make: (payload, side) => insert(payload, 'mappings', mapping(side)),
    body: mapping,
    change: { relation: 'related' },
    may: { read: ['cress'], create: nobody, update: nobody, delete: nobody },
    isOfPlatform: true,
  },
  campaigns: {
    table: 'campaigns',
    make: (payload, side) => insert(payload, 'campaigns', { ...campaign(side), state: 'running' }),
    body: campaign,
    change: { label: 'Renommée' },
    may: { read: insiders, create: ['admin'], update: ['admin'], delete: nobody },
  },
  diagnostics: {
    table: 'diagnostics',
    make: async (payload, side) => insert(payload, 'diagnostics', { ...(await diagnostic(side, payload)), referentiel: side.referentiel, state: 'open' }),
    body: diagnostic,
    change: { scopeLabel: 'Changé' },
    may: { read: insiders, create: ['admin'], update: ['admin'], delete: nobody },
    fixedTwice: true,
  },
  grids: {
    table: 'grids',
    make: (payload, side) => insert(payload, 'grids', grid(side)),
    body: grid,
    change: { label: 'Autre repère' },
    may: { read: insiders, create: nobody, update: nobody, delete: nobody },
  },
  assessments: {
    table: 'assessments',
    make: (payload, side) => insert(payload, 'assessments', assessment(side)),
    body: assessment,
    change: { practices: 'Autrement' },
    may: { read: insiders, create: nobody, update: nobody, delete: nobody },
  },
  answers: {
    table: 'answers',
    make: (payload, side) => insert(payload, 'answers', answer(side)),
    body: answer,
    change: { comment: 'Autrement' },
    may: { read: insiders, create: nobody, update: nobody, delete: nobody },
  },
}

/** Payload's own collections, each with the reason why it needs no entry. The run checks the reason. */
export const ownersOnly = ['payload-preferences'] as const
export const closed = ['payload-kv', 'payload-migrations', 'payload-jobs'] as const
