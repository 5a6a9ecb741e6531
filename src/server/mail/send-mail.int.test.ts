import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { testPayload } from '../../../tests/support/test-payload.ts'
import { sendMail } from './send-mail.ts'

let payload: Payload
beforeAll(async () => {
  ;({ payload } = await testPayload())
})
beforeEach(async () => {
  await payload.db.pool.query('delete from mails')
  await payload.db.pool.query('delete from jobs.job')
})

const mail = {
  to: 'lecteur@demo.test',
  subject: 'Bienvenue',
  text: 'https://demo.test/secret',
  purpose: 'welcome',
}

const rowsOf = async (statement: string) => (await payload.db.pool.query(statement)).rows
const mails = () =>
  rowsOf('select id, "to", subject, text, html, purpose, state, attempts, body_hash from mails')
const sendJobs = () => rowsOf(`select id, data, state from jobs.job where name = 'send-mail'`)

// First in the file: the queue is not connected yet.
test('more transactions at once than the pool has connections all end', async () => {
  const sending = Array.from({ length: 40 }, () => sendMail({ payload, mail }))
  await Promise.all(sending)
  expect(await mails()).toHaveLength(40)
  expect(await sendJobs()).toHaveLength(40)
})

describe('in the transaction of a request', () => {
  test('a rollback leaves neither mail nor job', async () => {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    await sendMail({ payload, req, mail })
    await killTransaction(req)
    expect(await mails()).toEqual([])
    expect(await sendJobs()).toEqual([])
  })

  test('nobody sees the job before the commit', async () => {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    const { id } = await sendMail({ payload, req, mail })
    expect(await mails()).toEqual([])
    expect(await sendJobs()).toEqual([])
    await commitTransaction(req)
    expect(await mails()).toMatchObject([{ id, state: 'queued' }])
    expect(await sendJobs()).toMatchObject([{ id, state: 'created' }])
  })

  test('the transaction stays the caller’s: it is still open afterwards', async () => {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    const transaction = req.transactionID
    await sendMail({ payload, req, mail })
    expect(req.transactionID).toBe(transaction)
    await killTransaction(req)
  })
})

describe('without a transaction', () => {
  test('mail and job are written together', async () => {
    const { id } = await sendMail({ payload, mail })
    expect(await mails()).toMatchObject([
      { id, to: mail.to, subject: mail.subject, text: mail.text, state: 'queued' },
    ])
    expect(await sendJobs()).toMatchObject([{ id }])
  })

  test('a queue that can’t be reached leaves no mail that nobody would send', async () => {
    await payload.db.pool.query('alter table jobs.queue rename to queue_away')
    await payload.db.pool.query('alter table jobs.job_common rename to job_common_away')
    try {
      await expect(sendMail({ payload, mail })).rejects.toThrow()
    } finally {
      await payload.db.pool.query('alter table jobs.queue_away rename to queue')
      await payload.db.pool.query('alter table jobs.job_common_away rename to job_common')
    }
    expect(await mails()).toEqual([])
  })
})

test('the job knows the mail by its id alone', async () => {
  const { id } = await sendMail({ payload, mail })
  expect(await sendJobs()).toEqual([{ id, state: 'created', data: { mail: id } }])
})

test('a written text is laid out, with both bodies and their hash', async () => {
  await sendMail({
    payload,
    mail: {
      to: 'lecteur@demo.test',
      purpose: 'invitation',
      subject: 'Rejoindre <l’équipe>',
      greeting: 'Bonjour,',
      paragraphs: ['Un paragraphe.'],
      closing: [],
      reason: 'Parce que.',
    },
  })
  const [row] = await mails()
  expect(row).toMatchObject({ subject: 'Rejoindre <l’équipe>', purpose: 'invitation' })
  expect(row?.text).toContain('Un paragraphe.')
  expect(row?.html).toContain('Rejoindre &lt;l’équipe&gt;')
  expect(row?.body_hash).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['to', { ...mail, to: 'lecteur@demo.test\r\nBcc: tous@demo.test' }],
  ['subject', { ...mail, subject: 'Bienvenue\r\nBcc: tous@demo.test' }],
])('a line break in %s is refused and nothing is written', async (field, hostile) => {
  await expect(sendMail({ payload, mail: hostile })).rejects.toMatchObject({
    name: 'DomainError',
    code: 'INVALID_INPUT',
    parameters: { field },
  })
  expect(await mails()).toEqual([])
  expect(await sendJobs()).toEqual([])
})

test('Payload’s own mails take the same road', async () => {
  await payload.sendEmail({
    to: 'equipe@demo.test',
    subject: 'Réinitialisation',
    html: '<a href="https://demo.test/admin/reset/abc">https://demo.test/admin/reset/abc</a>',
  })
  expect(await mails()).toMatchObject([
    {
      to: 'equipe@demo.test',
      purpose: 'account',
      text: 'https://demo.test/admin/reset/abc',
      state: 'queued',
    },
  ])
  expect(await sendJobs()).toHaveLength(1)
})

test('no journal entry repeats the body of a mail', async () => {
  await sendMail({ payload, mail })
  const [{ count } = { count: 'none' }] = await rowsOf(
    `select count(*)::int as count from audit_entries e where e::text like '%demo.test/secret%'`,
  )
  expect(count).toBe(0)
})
