import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { WaitingMail } from './mails.queries.ts'
import { outboxFileName, outboxFolder, sweepOutbox } from './outbox-folder.ts'
import { deliverMail } from './transport.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'outbox-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const createdAt = new Date('2027-01-14T09:30:12.123Z')
const mail: WaitingMail = {
  id: '019b0000-0000-7000-8000-000000000001',
  to: 'lecteur+essai@demo.test',
  subject: 'Éléments « prêts » : à relire ?',
  text: 'Bonjour,\n\n.\nUne ligne qui ne contient qu’un point.\n',
  html: '<p>Bonjour</p>',
  purpose: 'invitation',
  createdAt,
}
const deliver = (change: Partial<WaitingMail> = {}) =>
  deliverMail({
    mail: { ...mail, ...change },
    settings: { mailFrom: 'Réseau Éléa <ne-pas-repondre@demo.test>', dataDir },
  })
const files = () => readdir(outboxFolder(dataDir))

describe('without a mail server', () => {
  test('a mail becomes a file that mail programs read', async () => {
    expect(await deliver()).toBe('outbox')
    expect(await files()).toEqual(['20270114T093012123Z-lecteur_essai@demo.test-invitation.eml'])
    const content = await readFile(join(outboxFolder(dataDir), (await files())[0] ?? ''))
    const parsed = await simpleParser(content)
    expect(parsed.subject).toBe(mail.subject)
    expect(parsed.from?.value).toEqual([{ name: 'Réseau Éléa', address: 'ne-pas-repondre@demo.test' }])
    expect(parsed.to).toMatchObject({ value: [{ address: 'lecteur+essai@demo.test' }] })
    expect(parsed.text?.replaceAll('\r\n', '\n')).toBe(mail.text)
    expect(parsed.html).toContain('<p>Bonjour</p>')
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.messageId).toBe(`<${mail.id}@demo.test>`)
    expect(parsed.date).toEqual(new Date('2027-01-14T09:30:12Z'))
    expect(content.toString('latin1').replaceAll('\r\n', ''), 'every line ends with CRLF').not.toMatch(
      /[\r\n]/,
    )
  })

  test('only the platform’s own user reads it', async () => {
    await deliver()
    const [name = ''] = await files()
    expect((await stat(outboxFolder(dataDir))).mode & 0o777).toBe(0o700)
    expect((await stat(join(outboxFolder(dataDir), name))).mode & 0o777).toBe(0o600)
  })

  test('the same mail twice is one file', async () => {
    await deliver()
    await deliver()
    expect(await files()).toHaveLength(1)
  })

  test('two mails of one instant are two files', async () => {
    await deliver()
    await deliver({ id: '019b0000-0000-7000-8000-000000000002' })
    expect((await files()).sort()).toEqual([
      '20270114T093012123Z-lecteur_essai@demo.test-invitation-2.eml',
      '20270114T093012123Z-lecteur_essai@demo.test-invitation.eml',
    ])
  })

  test('a folder that can’t be made fails the delivery', async () => {
    await writeFile(join(dataDir, 'outbox'), 'a file stands in the way')
    await expect(deliver()).rejects.toMatchObject({ code: 'EEXIST' })
  })
})

test.each([
  ['../../etc/passwd@demo.test', 'x'],
  ['a/b\\c:d@demo.test', 'x'],
  ['.caché@demo.test', '..'],
  ['a@demo.test\u0000', 'x\n'],
])('the file of %j is named safely', (to, purpose) => {
  expect(outboxFileName({ to, purpose, createdAt })).toMatch(
    /^20270114T093012123Z-[A-Za-z0-9@_-][A-Za-z0-9@._-]*$/,
  )
})

describe('the sweep', () => {
  test('removes old mails and leaves young ones and other files', async () => {
    await deliver()
    await deliver({ to: 'pilote@demo.test' })
    await writeFile(join(outboxFolder(dataDir), 'LISEZ-MOI.txt'), 'x')
    const old = new Date('2026-01-01')
    for (const name of await files()) {
      if (!name.includes('pilote')) await utimes(join(outboxFolder(dataDir), name), old, old)
    }
    expect(await sweepOutbox({ dataDir, before: new Date('2026-06-01') })).toBe(1)
    expect((await files()).sort()).toEqual([
      '20270114T093012123Z-pilote@demo.test-invitation.eml',
      'LISEZ-MOI.txt',
    ])
  })

  test('is content without a folder', async () => {
    expect(await sweepOutbox({ dataDir, before: createdAt })).toBe(0)
  })
})
