import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

import type { Payload } from 'payload'
import { PgBoss } from 'pg-boss'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { jobSchema } from '#server/jobs/queue-settings.ts'
import { sendMail } from '#server/mail/send-mail.ts'

import { startMailCatcher } from '../../tests/support/mail-catcher.ts'
import type { MailCatcher } from '../../tests/support/mail-catcher.ts'
import { testPayload } from '../../tests/support/test-payload.ts'

let payload: Payload
let databaseUrl: string
beforeAll(async () => {
  ;({ payload, databaseUrl } = await testPayload())
})

const processes: ChildProcess[] = []
const catchers: MailCatcher[] = []
afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  await Promise.all(catchers.splice(0).map((catcher) => catcher.stop()))
})

const patience = { timeout: 50_000, interval: 50 }

/** The worker as the launcher starts it; answers when it said that it is ready. */
const startWorker = async (smtpUrl: string): Promise<ChildProcess> => {
  const child = fork('src/cli/worker.ts', {
    env: { ...process.env, SMTP_URL: smtpUrl, PGAPPNAME: 'worker-under-test' },
    stdio: 'inherit',
  })
  processes.push(child)
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the worker ended with ${code}`))),
  ])
  expect(message).toEqual({ ready: true })
  return child
}

const exitOf = async (child: ChildProcess): Promise<{ code: number | null }> => {
  if (child.exitCode !== null) return { code: child.exitCode }
  const [code] = await once(child, 'exit')
  return { code }
}

const send = async () =>
  (
    await sendMail({
      payload,
      mail: { to: 'lecteur@demo.test', subject: 'x', text: 'x', purpose: 'welcome' },
    })
  ).id

const stateOf = async (id: string) =>
  (await payload.db.pool.query('select state from mails where id = $1', [id])).rows[0]?.state

/** A mail server that says « 250 OK » when told to; `arrived` is when a message stands before it. */
const patientCatcher = async () => {
  const arrived = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  const catcher = await startMailCatcher({
    beforeAccepting: () => {
      arrived.resolve()
      return answer.promise
    },
  })
  catchers.push(catcher)
  return { catcher, arrived: arrived.promise, answer: answer.resolve }
}

// Each start loads the whole configuration; two cores may have others to serve.
describe('the worker’s process', { timeout: 180_000 }, () => {
  test('ends at SIGTERM, but only after the job that is running', async () => {
    const { catcher, arrived, answer } = await patientCatcher()
    const worker = await startWorker(catcher.url)
    const id = await send()
    await arrived
    worker.kill('SIGTERM')
    answer()
    expect(await exitOf(worker)).toEqual({ code: 0 })
    expect(await stateOf(id)).toBe('sent')
    expect(catcher.mails).toHaveLength(1)
  })

  test('ends when its launcher is gone', async () => {
    const { catcher } = await patientCatcher()
    const worker = await startWorker(catcher.url)
    worker.disconnect()
    expect(await exitOf(worker)).toEqual({ code: 0 })
  })

  test('killed while it delivers: another worker delivers again, under the same Message-ID', async () => {
    const { catcher, arrived, answer } = await patientCatcher()
    const first = await startWorker(catcher.url)
    const id = await send()
    await arrived
    first.kill('SIGKILL')
    await exitOf(first)
    answer()
    expect(await stateOf(id)).toBe('queued')

    // As if the heartbeat had been missing for long, then as if the delay before the retry had passed.
    await payload.db.pool.query(
      `update jobs.job set heartbeat_on = now() - interval '1 hour' where id = $1`,
      [id],
    )
    const supervisor = new PgBoss({
      connectionString: databaseUrl,
      schema: jobSchema,
      migrate: false,
      supervise: false,
      schedule: false,
      monitorIntervalSeconds: 1,
    })
    await supervisor.start()
    await vi.waitFor(async () => {
      await supervisor.supervise('send-mail')
      const { rows } = await payload.db.pool.query('select state from jobs.job where id = $1', [id])
      expect(rows).toEqual([{ state: 'retry' }])
    }, patience)
    await supervisor.stop({ graceful: false })
    await payload.db.pool.query('update jobs.job set start_after = now() where id = $1', [id])

    await startWorker(catcher.url)
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('sent'), patience)
    // At least once: the server had taken the first delivery, whose worker died before it could note it.
    expect(catcher.mails.map(({ messageId }) => messageId)).toEqual([
      `<${id}@demo.test>`,
      `<${id}@demo.test>`,
    ])
  })

  test('goes on when PostgreSQL closes every connection', async () => {
    const catcher = await startMailCatcher()
    catchers.push(catcher)
    await startWorker(catcher.url)
    const before = await send()
    await vi.waitFor(async () => expect(await stateOf(before)).toBe('sent'), patience)
    const { rows } = await payload.db.pool.query(
      `select count(pg_terminate_backend(pid))::int as cut from pg_stat_activity
       where datname = current_database()
         and (application_name like 'pgboss%' or application_name = 'worker-under-test')`,
    )
    expect(rows[0].cut).toBeGreaterThan(2)
    const after = await send()
    await vi.waitFor(async () => expect(await stateOf(after)).toBe('sent'), patience)
  })

  test('two at once share the work', async () => {
    const catcher = await startMailCatcher()
    catchers.push(catcher)
    await Promise.all([startWorker(catcher.url), startWorker(catcher.url)])
    const ids = await Promise.all(Array.from({ length: 20 }, send))
    await vi.waitFor(async () => {
      for (const id of ids) expect(await stateOf(id)).toBe('sent')
    }, patience)
    expect(catcher.mails.map(({ messageId }) => messageId).sort()).toEqual(
      ids.map((id) => `<${id}@demo.test>`).sort(),
    )
  })
})
