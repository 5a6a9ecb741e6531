import type { Payload } from 'payload'
import { PgBoss } from 'pg-boss'
import { beforeAll, describe, expect, test } from 'vitest'

import { testPayload } from '../../../tests/support/test-payload.ts'
import { sendMail } from '../mail/send-mail.ts'
import { jobList, jobs } from './job-list.ts'
import { migrateJobs } from './migrate-jobs.ts'
import { jobSchema } from './queue-settings.ts'

let payload: Payload
let databaseUrl: string
beforeAll(async () => {
  ;({ payload, databaseUrl } = await testPayload())
})

const now = new Date('2027-06-01T10:17:00Z')
const query = async (statement: string, values: readonly unknown[] = []) =>
  (await payload.db.pool.query(statement, [...values])).rows

const sweep = () =>
  jobs['sweep-expired'].perform({
    data: {},
    payload,
    settings: { mailFrom: 'a@demo.test', dataDir: '/nowhere' },
    attempt: { number: 1, isLast: false },
    signal: new AbortController().signal,
    now,
  })

const aMail = async (to: string) =>
  (await sendMail({ payload, mail: { to, subject: 'x', text: 'x', purpose: 'welcome' } })).id

const aLink = (email: string, expiresAt: string) =>
  payload.db.create({
    collection: 'access-links',
    data: { purpose: 'invitation', tokenHash: email, email, expiresAt },
  })

describe('the hourly sweep', () => {
  test('removes delivered mails after 180 days, and never one that waits', async () => {
    const old = await aMail('vieux@demo.test')
    const young = await aMail('jeune@demo.test')
    const waiting = await aMail('attend@demo.test')
    await query(`update mails set state = 'sent', sent_at = $2 where id = $1`, [old, '2026-12-02'])
    await query(`update mails set state = 'sent', sent_at = $2 where id = $1`, [young, '2026-12-04'])
    await query(`update mails set created_at = $2, updated_at = $2 where id = $1`, [waiting, '2026-01-01'])
    await sweep()
    const left = await query('select id from mails order by "to"')
    expect(left.map(({ id }) => id)).toEqual([waiting, young])
  })

  test('takes dead links out of mails that no server took, and leaves those that still open something', async () => {
    const link = `https://pratiques.test/invitation/${'a'.repeat(43)}`
    const [old, young] = [await aMail('lien-mort@demo.test'), await aMail('lien-vif@demo.test')]
    const set = `update mails set state = 'outbox', text = $3, html = $3, created_at = $2, sent_at = $2 where id = $1`
    await query(set, [old, '2027-05-17', `Rejoignez-nous : ${link}.`])
    await query(set, [young, '2027-05-20', `Rejoignez-nous : ${link}.`])
    await sweep()
    expect(await query('select text, html from mails where id = $1', [old])).toEqual([
      { text: 'Rejoignez-nous : https://pratiques.test/invitation/….', html: 'Rejoignez-nous : https://pratiques.test/invitation/….' },
    ])
    expect(await query('select text from mails where id = $1', [young])).toEqual([{ text: `Rejoignez-nous : ${link}.` }])
    await query('delete from mails where id in ($1, $2)', [old, young])
  })

  test('removes access links 90 days after their expiry', async () => {
    await aLink('vieux@demo.test', '2027-03-02T00:00:00Z')
    await aLink('jeune@demo.test', '2027-03-04T00:00:00Z')
    await sweep()
    expect(await query('select email from access_links')).toEqual([{ email: 'jeune@demo.test' }])
  })

  test('tells of a mail whose job is gone, and of no other', async () => {
    const abandoned = await aMail('abandon@demo.test')
    const waiting = await aMail('attend-aussi@demo.test')
    await query(`update jobs.job set state = 'failed' where id = $1`, [abandoned])
    await sweep()
    expect(await query('select state, last_error from mails where id = $1', [abandoned])).toEqual([
      { state: 'failed', last_error: expect.stringContaining('abandonné') },
    ])
    expect(await query('select state, last_error from mails where id = $1', [waiting])).toEqual([
      { state: 'queued', last_error: null },
    ])
  })

  test('finds nothing more the second time', async () => {
    const before = await query('select * from mails order by id')
    await sweep()
    expect(await query('select * from mails order by id')).toEqual(before)
  })
})

describe('the preparation of the queue', () => {
  test('may run at every start, and forgets schedules of former releases', async () => {
    await query(
      `insert into jobs.schedule (name, key, kind, cron, timezone) values ('send-mail', 'former', 'cron', '* * * * *', 'UTC')`,
    )
    await migrateJobs({ databaseUrl })
    const schedules = await query('select name, cron from jobs.schedule order by name')
    expect(schedules).toEqual([
      { name: 'seal-audit', cron: '* * * * *' },
      { name: 'sweep-expired', cron: '17 * * * *' },
    ])
  })

  test('gives every job its queue with its policy', async () => {
    const queues = await query('select name, policy, retry_limit, expire_seconds, notify from jobs.queue')
    for (const { id, exclusive, retry, timeout } of jobList) {
      expect(queues).toContainEqual({
        name: id,
        policy: exclusive ? 'exclusive' : 'standard',
        retry_limit: retry.limit,
        expire_seconds: timeout,
        notify: true,
      })
    }
  })

  test('leaves a schema that pg-boss finds sound', async () => {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      schema: jobSchema,
      migrate: false,
      supervise: false,
      schedule: false,
    })
    await boss.start()
    try {
      expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true })
    } finally {
      await boss.stop({ graceful: false })
    }
  })

  test.each(jobList.filter(({ schedule }) => schedule !== undefined))(
    'the scheduled $id accepts the data it is sent',
    async ({ id, schema }) => {
      const [{ data } = { data: 'none' }] = await query('select data from jobs.schedule where name = $1', [
        id,
      ])
      expect(schema.safeParse(data).success).toBe(true)
    },
  )
})
