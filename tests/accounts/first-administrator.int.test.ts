import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { createStaffLink } from '#server/accounts/create-staff.ts'
import { acceptWithPassword } from '#server/accounts/invitations.ts'

import { testPayload } from '../support/test-payload.ts'

const run = promisify(execFile)
const person = { firstName: 'Camille', lastName: 'Rousset', password: 'une longue phrase de passe' }

/** The command loads the application in a process of its own, here beside other tests. */
const wholeCommand = 240_000

let payload: Payload
let databaseUrl: string

beforeAll(async () => {
  ;({ payload, databaseUrl } = await testPayload())
})

/** `npm run -s data -- …` on this file's database. */
const data = (...args: readonly string[]) =>
  run(process.execPath, ['src/cli/data.ts', ...args], { env: { ...process.env, DATABASE_URL: databaseUrl } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )

const staffOf = async (email: string): Promise<string | undefined> => {
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, overrideAccess: true })
  return docs[0]?.staff
}

describe('The first administrator', () => {
  it('is made by a link that the operator’s command prints, once', async () => {
    const { code, stdout } = await data('create-staff', 'Premiere@demo.test')
    expect(code).toBe(0)
    const [, token = ''] = stdout.match(/\/invitation\/([\w-]+)\s*$/) ?? []
    expect(token.length).toBeGreaterThanOrEqual(22)

    const stored = await payload.find({ collection: 'access-links', overrideAccess: true, showHiddenFields: true })
    expect(JSON.stringify(stored.docs)).not.toContain(token)

    await acceptWithPassword(payload, { token, person, now: new Date() })
    expect(await staffOf('premiere@demo.test')).toBe('admin')
    await expect(acceptWithPassword(payload, { token, person, now: new Date() })).rejects.toMatchObject({ code: 'LINK_USED' })
  }, wholeCommand)

  it('is not made by a link of yesterday’s yesterday', async () => {
    const { link } = await createStaffLink(payload, { email: 'tardive@demo.test', now: new Date() })
    const token = link.split('/').at(-1) ?? ''
    const later = new Date(Date.now() + 49 * 3_600_000)
    await expect(acceptWithPassword(payload, { token, person, now: later })).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    expect(await staffOf('tardive@demo.test')).toBeUndefined()
  })

  it.each([
    [['create-staff', 'personne'], /address|e-mail/i],
    [['create-staff'], /Usage/],
    [['create-stuff', 'a@demo.test'], /Usage/],
  ])('is not made by %j, which ends with 2 and says why', async (args, says) => {
    const { code, stderr, stdout } = await data(...args)
    expect(code).toBe(2)
    expect(`${stdout}${stderr}`).toMatch(says)
  }, wholeCommand)
})
