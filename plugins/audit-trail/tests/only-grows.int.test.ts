import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { recordAudit, sealAuditEntries, verifyAuditChain } from '../exports/server.ts'
import type { AuditEntry } from '../exports/types.ts'
import { auditApp, type AuditApp } from './audit-app.ts'
import { emptyDatabase } from '../../../tests/support/empty-database.ts'

let app: AuditApp

const entry = (document: string): AuditEntry => ({
  actor: null,
  actorCollection: null,
  onBehalfOf: null,
  organisation: 'org-1',
  collection: 'answers',
  document,
  operation: 'update',
  before: { value: 2, comment: 'avant' },
  after: { value: 3.5, comment: 'après « œuvre » 🌱' },
  requestId: null,
})

const write = (...documents: readonly string[]) =>
  Promise.all(documents.map((document) => recordAudit({ db: app.payload.db.drizzle, entry: entry(document) })))

const seal = (limit?: number) => sealAuditEntries({ db: app.payload.db.drizzle, limit })
const verify = () => verifyAuditChain({ db: app.payload.db.drizzle })

/** What only the owner of the database can do: change rows behind the triggers' back. */
const tamper = async (table: string, statement: string) => {
  await app.rows(`alter table ${table} disable trigger all; ${statement}; alter table ${table} enable trigger all;`)
}

beforeAll(async () => {
  app = await auditApp(await emptyDatabase())
})

beforeEach(() => app.startAgain())

describe('The tables of the journal', () => {
  it.each([
    `update audit_entries set actor = 'x'`,
    `delete from audit_entries`,
    `truncate audit_entries cascade`,
    `insert into audit_entries select * from audit_entries on conflict (id) do update set actor = 'x'`,
    `update audit_seals set hash = 'x'`,
    `delete from audit_seals`,
    `truncate audit_seals`,
    `set local session_replication_role = replica; delete from audit_seals`,
  ])('refuse, to their owner too: %s', async (statement) => {
    await write('a', 'b')
    await seal()
    const content = `select e::text as row from audit_entries e union all select s::text from audit_seals s order by 1`
    const before = await app.rows(content)
    const attempt = app.payload.db.drizzle.transaction((transaction) => transaction.execute(statement))
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await app.rows(content)).toEqual(before)
    expect(before).toHaveLength(4)
  })
})

describe('The chain', () => {
  it('covers each entry once, in batches, and holds', async () => {
    await write('a', 'b', 'c', 'd', 'e')
    expect(await seal(2)).toMatchObject({ sealed: 2, isMore: true })
    expect(await seal(100)).toMatchObject({ sealed: 3, isMore: false, head: { position: 5 } })
    expect(await seal(100)).toMatchObject({ sealed: 0, isMore: false, head: { position: 5 } })
    expect(await verify()).toMatchObject({ ok: true, head: { position: 5 } })
  })

  it('holds when nothing was ever written', async () => {
    expect(await seal()).toMatchObject({ sealed: 0, head: { position: 0 } })
    expect(await verify()).toMatchObject({ ok: true })
  })

  it('stays one chain when several workers seal at once', async () => {
    await write(...Array.from({ length: 60 }, (_, index) => `n${index}`))
    const sealings = await Promise.all([seal(7), seal(20), seal(100), seal(100)])
    const total = sealings.reduce((sum, { sealed }) => sum + sealed, 0)
    expect(total).toBe(60)
    expect(await verify()).toMatchObject({ ok: true, head: { position: 60 } })
  })

  it('takes in an entry whose transaction commits after younger entries were sealed', async () => {
    const transactionID = await app.payload.db.beginTransaction()
    if (transactionID === null) throw new Error('no transaction')
    await app.api.create({ collection: 'notes', data: { title: 'Tardive' }, req: { transactionID } })
    await write('young')
    expect(await seal()).toMatchObject({ sealed: 1 })
    expect(await verify()).toMatchObject({ ok: true, head: { position: 1 } })
    await app.payload.db.commitTransaction(transactionID)
    expect(await seal()).toMatchObject({ sealed: 1 })
    expect(await verify()).toMatchObject({ ok: true, head: { position: 2 } })
  })

  it('checks no entry against all others when it is added', async () => {
    expect(await app.rows(`select conname from pg_constraint where conrelid = 'audit_unsealed'::regclass and contype = 'f'`)).toEqual([])
  })

  it('seals what a restored backup lists as waiting although it is sealed already only once', async () => {
    await write('a')
    await seal()
    await app.rows(`insert into audit_unsealed select id from audit_entries`)
    expect(await seal()).toMatchObject({ sealed: 0 })
    expect(await app.rows('select from audit_unsealed')).toEqual([])
  })

  it.each([
    ['an altered entry', 'audit_entries', `update audit_entries set actor = 'x' where document = 'c'`, 3, 'ENTRY_ALTERED'],
    [
      'an altered number inside an entry',
      'audit_entries',
      `update audit_entries set after = '{"value": 3.6, "comment": "après « œuvre » 🌱"}' where document = 'c'`,
      3,
      'ENTRY_ALTERED',
    ],
    ['a removed entry', 'audit_entries', `delete from audit_entries where document = 'b'`, 2, 'ENTRY_MISSING'],
    ['a removed seal', 'audit_seals', `delete from audit_seals where position = 2`, 2, 'POSITION_MISSING'],
    ['a forged seal', 'audit_seals', `update audit_seals set hash = repeat('a', 64) where position = 4`, 4, 'ENTRY_ALTERED'],
    ['a forged link', 'audit_seals', `update audit_seals set previous_hash = 'a' where position = 4`, 4, 'LINK_BROKEN'],
  ])('betrays %s', async (_what, table, statement, position, problem) => {
    // One by one: entries of one millisecond are sealed together in no order of theirs.
    for (const document of ['a', 'b', 'c', 'd', 'e']) {
      await write(document)
      await seal()
    }
    await app.rows(`alter table audit_seals drop constraint audit_seals_entry_id_fkey`)
    await tamper(table, statement)
    expect(await verify()).toMatchObject({ ok: false, position, problem })
  })

  it('betrays an entry that was taken from the list of what is to be sealed', async () => {
    await write('a')
    await app.rows('delete from audit_unsealed')
    expect(await verify()).toMatchObject({ ok: false, position: null, problem: 'ENTRY_UNSEALED' })
  })

  it('betrays an end that was cut off, to who kept the head elsewhere', async () => {
    await write('a', 'b', 'c')
    const { head } = await seal()
    await tamper('audit_seals', 'delete from audit_seals where position = 3')
    const gone = `delete from audit_entries e where not exists (select from audit_seals s where s.entry_id = e.id)`
    await tamper('audit_entries', gone)
    expect(await verify()).toMatchObject({ ok: true })
    const check = await verifyAuditChain({ db: app.payload.db.drizzle, known: head })
    expect(check).toMatchObject({ ok: false, position: 3, problem: 'END_MISSING' })
  })

  it('never makes a change wait: entries are written while a sealer holds its lock', async () => {
    await write('a')
    await app.payload.db.drizzle.transaction(async (transaction) => {
      await sealAuditEntries({ db: { execute: (s) => transaction.execute(s), transaction: (work) => work(transaction) } })
      await write('b')
      expect(await app.rows('select from audit_entries')).toHaveLength(2)
    })
    expect(await seal()).toMatchObject({ sealed: 1, head: { position: 2 } })
  })
})
