import { randomUUID } from 'node:crypto'

import type { CollectionSlug, Payload } from 'payload'

import type { Role, Side } from './world.ts'

type Data = Readonly<Record<string, unknown>>
export type Operation = 'read' | 'create' | 'update' | 'delete'

/** What the isolation run must know of a collection. A collection without an entry fails the run. */
export type Entry = {
  readonly table: string
  /** A new row of that side, as the system makes it. Every attempt that writes gets a fresh one. */
  readonly make: (payload: Payload, side: Side) => Promise<string>
  /** A body with which a row of that side can be created through the API. */
  readonly body?: (side: Side) => Data
  /** A field whose distinct values can be asked for. @default createdAt */
  readonly distinct?: string
  /** A harmless change. */
  readonly change: Data
  /** Who succeeds at home. Everybody else is refused at home as well as abroad. */
  readonly may: Readonly<Record<Operation, readonly Role[]>>
  /** Operations that have a second wall (the database, a hook), so that an opened guard lets nothing through. */
  readonly refusedTwice?: readonly Operation[]
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
}

/** Payload's own collections, each with the reason why it needs no entry. The run checks the reason. */
export const ownersOnly = ['payload-preferences'] as const
export const closed = ['payload-kv', 'payload-migrations', 'payload-jobs'] as const
