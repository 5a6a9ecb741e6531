import type { Payload, TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { invite } from '#server/accounts/invitations.ts'
import { resendConfirmation } from '#server/accounts/passwords.ts'
import { signUp } from '#server/accounts/sign-up.ts'
import { scopeFor } from '#server/scope/scope.ts'

import { callerOfUser } from '../support/caller-of-user.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload

beforeAll(async () => {
  ;({ payload } = await testPayload())
})

const open = async (name: string) => {
  const form = { organisation: `Association ${name}`, firstName: name, lastName: 'Guérin', email: `${name.toLowerCase()}@demo.test`, password: 'une longue phrase de passe' }
  const { user: id, organisationNumber } = await signUp(payload, { form, now: new Date() })
  const user: TypedUser = { ...(await payload.findByID({ collection: 'users', id, overrideAccess: true })), collection: 'users' }
  const scope = await scopeFor(payload.db.drizzle, await callerOfUser(payload, user), organisationNumber)
  if (scope === null) throw new Error('who signed up has no scope')
  return { entered: { payload, user, scope }, form }
}

const inviting = (entered: Awaited<ReturnType<typeof open>>['entered'], index: number) =>
  invite(entered, { invitation: { email: `invite${index}@demo.test`, role: 'reader', themeLimits: [] }, now: new Date() })

describe('who has not confirmed their address', () => {
  it('sends three invitations, however many at once, and the rest once it is confirmed', async () => {
    const { entered } = await open('Solene')
    const tries = await Promise.allSettled(Array.from({ length: 12 }, (_value, index) => inviting(entered, index)))
    const refusals = tries.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refusals).toHaveLength(9)
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'ADDRESS_UNCONFIRMED' })

    await payload.update({ collection: 'users', id: entered.user.id, data: { emailVerifiedAt: new Date().toISOString() }, overrideAccess: true })
    await expect(inviting(entered, 20)).resolves.toMatchObject({ expiresAt: expect.any(Date) })
  })

  it('gets the link again, one at a time', async () => {
    const { form } = await open('Nadia')
    await resendConfirmation(payload, { email: form.email, now: new Date() })
    const { rows } = await payload.db.drizzle.execute(
      `select count(*) filter (where expires_at > now())::int as valid, count(*)::int as all from access_links where email = '${form.email}' and purpose = 'confirm-email'`,
    )
    expect(rows).toEqual([{ valid: 1, all: 2 }])
    const { totalDocs } = await payload.count({ collection: 'mails', where: { to: { equals: form.email }, purpose: { equals: 'confirm-email' } }, overrideAccess: true })
    expect(totalDocs).toBe(1)
  })
})

describe('the journal of opening an account', () => {
  it('names who did it, in every entry', async () => {
    const { entered } = await open('Yann')
    const { rows } = await payload.db.drizzle.execute(
      `select distinct actor, actor_collection as collection from audit_entries
       where organisation = '${entered.scope.organisation.id}' or document = '${entered.user.id}'`,
    )
    expect(rows).toEqual([{ actor: entered.user.id, collection: 'users' }])
  })
})
