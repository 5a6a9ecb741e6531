import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { startMailCatcher } from '../../../tests/support/mail-catcher.ts'
import type { CatcherOptions, MailCatcher } from '../../../tests/support/mail-catcher.ts'
import { rounds } from '../../../tests/support/sample.ts'
import { testPayload } from '../../../tests/support/test-payload.ts'
import { sendMail } from '../mail/send-mail.ts'
import { runWorker } from './run-worker.ts'

let payload: Payload
let databaseUrl: string
beforeAll(async () => {
  ;({ payload, databaseUrl } = await testPayload())
})

const open: { readonly stop: () => Promise<void> }[] = []
const kept = <T extends { readonly stop: () => Promise<void> }>(resource: T): T => {
  open.push(resource)
  return resource
}
beforeEach(async () => {
  await payload.db.pool.query('delete from mails')
  await payload.db.pool.query('delete from jobs.job')
})
afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource.stop()
})

const catchMails = async (options?: CatcherOptions): Promise<MailCatcher> =>
  kept(await startMailCatcher(options))

const startWorker = async ({ smtpUrl, dataDir = '/nowhere' }: { smtpUrl?: string; dataDir?: string }) =>
  kept(
    await runWorker({
      payload,
      databaseUrl,
      settings: { smtpUrl, dataDir, mailFrom: 'ESS Pratiques <ne-pas-repondre@demo.test>' },
    }),
  )

const send = (to: string) =>
  sendMail({
    payload,
    mail: { to, subject: 'Bonjour', text: 'https://demo.test/secret', purpose: 'invitation' },
  })

const mailRow = async (id: string) =>
  (await payload.db.pool.query('select * from mails where id = $1', [id])).rows[0]
const jobRow = async (id: string) =>
  (await payload.db.pool.query('select * from jobs.job where id = $1', [id])).rows[0]

/** Asks until the mail has reached the state; vitest's deadline ends a wait that never does. */
const reaches = (id: string, state: Record<string, unknown>) =>
  vi.waitFor(async () => expect(await mailRow(id)).toMatchObject(state), { timeout: 20_000, interval: 50 })

const jobReaches = (id: string, state: string) =>
  vi.waitFor(async () => expect((await jobRow(id)).state).toBe(state), { timeout: 20_000, interval: 50 })

describe('two workers on one database', { timeout: 300_000 }, () => {
  test('deliver each mail exactly once', async () => {
    const catcher = await catchMails()
    const addresses = Array.from(
      { length: rounds({ sample: 40, full: 1000 }) },
      (_, index) => `p${index}@demo.test`,
    )
    const ids = await Promise.all(addresses.map(async (to) => (await send(to)).id))
    await Promise.all([startWorker({ smtpUrl: catcher.url }), startWorker({ smtpUrl: catcher.url })])
    await vi.waitFor(
      async () => {
        const { rows } = await payload.db.pool.query(
          `select count(*)::int as n from mails where state = 'sent'`,
        )
        expect(rows[0].n).toBe(addresses.length)
      },
      { timeout: 240_000, interval: 100 },
    )
    const recipients = catcher.mails.map(({ to }) => (Array.isArray(to) ? to[0]?.text : to?.text))
    expect(recipients.sort()).toEqual([...addresses].sort())
    const messageIds = catcher.mails.map(({ messageId }) => messageId)
    expect(messageIds.sort()).toEqual(ids.map((id) => `<${id}@demo.test>`).sort())
    const { rows } = await payload.db.pool.query('select distinct attempts::int from mails')
    expect(rows).toEqual([{ attempts: 1 }])
  })
})

describe('a delivered mail', () => {
  test('loses its body, whose links open doors, and keeps the hash', async () => {
    const catcher = await catchMails()
    await startWorker({ smtpUrl: catcher.url })
    const { id } = await send('lecteur@demo.test')
    const { body_hash: hash } = await mailRow(id)
    await reaches(id, { state: 'sent', html: null, last_error: null, body_hash: hash })
    expect((await mailRow(id)).text).not.toContain('secret')
    expect((await mailRow(id)).text).toContain('Son contenu n’est plus conservé')
    expect(catcher.mails[0]?.text).toContain('https://demo.test/secret')
  })
})

describe('without a mail server', () => {
  test('a mail lies in the outbox folder and stays readable in the admin', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'worker-'))
    await startWorker({ dataDir })
    const { id } = await send('lecteur@demo.test')
    await reaches(id, { state: 'outbox', text: 'https://demo.test/secret' })
    expect(await readdir(join(dataDir, 'outbox'))).toEqual([
      expect.stringMatching(/-lecteur@demo\.test-invitation\.eml$/),
    ])
  })

  test('a folder that can’t be written is told and tried again', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'worker-')), 'file')
    await writeFile(file, 'stands where the folder should')
    await startWorker({ dataDir: file })
    const { id } = await send('lecteur@demo.test')
    await reaches(id, { state: 'queued', last_error: expect.stringContaining('dossier des messages') })
    await jobReaches(id, 'retry')
  })
})

describe('a mail server that is down', () => {
  test('delays the mail until it is up again', async () => {
    const down = await startMailCatcher()
    await down.stop()
    const first = await startWorker({ smtpUrl: down.url })
    const { id } = await send('lecteur@demo.test')
    await reaches(id, { state: 'queued', last_error: expect.stringContaining('ne répond pas') })
    await jobReaches(id, 'retry')
    await first.stop()

    const up = await catchMails({ port: down.port })
    // As if the delay had passed.
    await payload.db.pool.query('update jobs.job set start_after = now() where id = $1', [id])
    await startWorker({ smtpUrl: up.url })
    await reaches(id, { state: 'sent', last_error: null })
    expect((await mailRow(id)).attempts).toBe('2')
    expect(up.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@demo.test>`])
  })

  test('after the last attempt the mail is given up, with the reason and its content', async () => {
    const down = await startMailCatcher()
    await down.stop()
    const { id } = await send('lecteur@demo.test')
    await payload.db.pool.query(
      `update jobs.job set state = 'retry', started_on = now(), retry_count = retry_limit - 1 where id = $1`,
      [id],
    )
    await startWorker({ smtpUrl: down.url })
    await reaches(id, {
      state: 'failed',
      last_error: expect.stringContaining('ne répond pas'),
      text: 'https://demo.test/secret',
    })
    await jobReaches(id, 'failed')
  })
})

describe('a mail server that refuses', () => {
  test('for good: the mail is given up at once, and the worker goes on', async () => {
    const catcher = await catchMails({ refuse: ({ to }) => (to.startsWith('inconnu') ? 550 : undefined) })
    await startWorker({ smtpUrl: catcher.url })
    const refused = await send('inconnu@demo.test')
    await reaches(refused.id, {
      state: 'failed',
      attempts: '1',
      last_error: expect.stringContaining('refused with 550'),
    })
    const accepted = await send('lecteur@demo.test')
    await reaches(accepted.id, { state: 'sent' })
  })

  test('for now: the job waits for its next attempt, told to nobody but the outbox', async () => {
    const catcher = await catchMails({ refuse: () => 450 })
    await startWorker({ smtpUrl: catcher.url })
    const { id } = await send('lecteur@demo.test')
    await jobReaches(id, 'retry')
    expect(await mailRow(id)).toMatchObject({ state: 'queued', last_error: expect.stringContaining('450') })
    const { output, start_after: next, created_on: created } = await jobRow(id)
    expect(JSON.stringify(output)).not.toContain('lecteur')
    expect(next.getTime() - created.getTime()).toBeGreaterThan(10_000)
  })
})

describe('PostgreSQL’s connections are cut', () => {
  test('the worker goes on with new ones', async () => {
    const catcher = await catchMails()
    await startWorker({ smtpUrl: catcher.url })
    const before = await send('avant@demo.test')
    await reaches(before.id, { state: 'sent' })
    // Those of the queue; Payload's own pool belongs to this test.
    await payload.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'pgboss%'`,
    )
    const after = await send('apres@demo.test')
    await reaches(after.id, { state: 'sent' })
  })
})
