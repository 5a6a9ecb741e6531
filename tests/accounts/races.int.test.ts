import type { Payload, TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { acceptSignedIn, acceptWithPassword, invite } from '#server/accounts/invitations.ts'
import { changeRole, removeMember } from '#server/accounts/members.ts'
import { signUp } from '#server/accounts/sign-up.ts'
import { scopeFor } from '#server/scope/scope.ts'

import { callerOfUser } from '../support/caller-of-user.ts'
import { mailedLink } from '../support/mailed-link.ts'
import { testPayload } from '../support/test-payload.ts'

const password = 'une longue phrase de passe'
const person = { firstName: 'Ana', lastName: 'Le Goff', password }
const rounds = 8

let payload: Payload
let count = 0

beforeAll(async () => {
  payload = (await testPayload()).payload
})

const address = (): string => `course-${(count += 1)}@demo.test`

const userWith = async (email: string): Promise<TypedUser> => {
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, overrideAccess: true })
  const [user] = docs
  if (user === undefined) throw new Error(`${email} has no account`)
  return { ...user, collection: 'users' }
}

const entered = async (email: string, number: number) => {
  const user = await userWith(email)
  const scope = await scopeFor(payload.db.drizzle, await callerOfUser(payload, user), number)
  if (scope === null) throw new Error(`${email} cannot enter ${number}`)
  return { payload, user, scope }
}

/** An organisation that somebody has just opened. */
const organisation = async () => {
  const email = address()
  const { organisationNumber: number } = await signUp(payload, {
    form: { organisation: 'Les Jardins de l’Écluse', email, ...person },
    now: new Date(),
  })
  return { email, number, id: (await entered(email, number)).scope.organisation.id }
}

const inviting = async (by: { readonly email: string; readonly number: number }, role: 'admin' | 'reader', to = address()) => {
  await invite(await entered(by.email, by.number), { invitation: { email: to, role, themeLimits: [] }, now: new Date() })
  return { to, token: await mailedLink(payload, to, '/invitation/') }
}

const membersOf = async (id: string) => {
  const { docs } = await payload.find({
    collection: 'memberships',
    where: { organisation: { equals: id } },
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

/** What all of them did at once: how many got through, and with which codes the others were refused. */
const together = async (attempts: readonly (() => Promise<unknown>)[]) => {
  const settled = await Promise.allSettled(attempts.map((attempt) => attempt()))
  const refusals = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  return { through: settled.length - refusals.length, codes: new Set(refusals.map(({ code }) => code)) }
}

describe('At the same moment', () => {
  it('a link that several tabs use makes one account and one member', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const space = await organisation()
      const { token, to } = await inviting(space, 'reader')
      const { through, codes } = await together(
        Array.from({ length: 4 }, () => () => acceptWithPassword(payload, { token, person, now: new Date() })),
      )
      expect({ through, codes }).toEqual({ through: 1, codes: new Set(['LINK_USED']) })
      expect(await membersOf(space.id)).toHaveLength(2)
      await userWith(to)
    }
  })

  it('two links to one person, one of them accepted signed in, make one member', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const space = await organisation()
      const { email } = await organisation()
      const first = await inviting(space, 'reader', email)
      // The first ends when the second is sent; a link that was sent at the same moment would not have been.
      const { docs } = await payload.find({ collection: 'access-links', where: { email: { equals: email }, purpose: { equals: 'invitation' } }, overrideAccess: true })
      const second = await inviting(space, 'reader', email)
      for (const { id } of docs) {
        await payload.update({ collection: 'access-links', id, data: { expiresAt: '2099-01-01T00:00:00.000Z' }, overrideAccess: true })
      }
      const user = await userWith(email)
      const { through, codes } = await together(
        [first, second].map(({ token }) => () => acceptSignedIn({ payload, user }, { token, now: new Date() })),
      )
      expect({ through, codes }).toEqual({ through: 1, codes: new Set(['ALREADY_MEMBER']) })
      expect(await membersOf(space.id)).toHaveLength(2)
    }
  })

  it('the last two administrators cannot both leave, step down, or remove each other', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const space = await organisation()
      const { token, to } = await inviting(space, 'admin')
      await acceptWithPassword(payload, { token, person, now: new Date() })
      const [one, two] = [await entered(space.email, space.number), await entered(to, space.number)]
      const members = await membersOf(space.id)
      const of = (user: TypedUser): string => String(members.find((member) => member.user === user.id)?.id)
      const attempts = [
        [() => removeMember(one, { membership: of(one.user) }), () => removeMember(two, { membership: of(two.user) })],
        [() => changeRole(one, { membership: of(one.user), role: 'reader' }), () => changeRole(two, { membership: of(two.user), role: 'reader' })],
        [() => removeMember(one, { membership: of(two.user) }), () => removeMember(two, { membership: of(one.user) })],
        [() => removeMember(one, { membership: of(one.user) }), () => changeRole(two, { membership: of(two.user), role: 'reader' })],
      ][round % 4]
      const { through } = await together(attempts ?? [])
      expect(through, `round ${round}`).toBe(1)
      expect((await membersOf(space.id)).filter(({ role }) => role === 'admin')).toHaveLength(1)
    }
  })

  it('one address opens one account, however often the form is sent', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const email = address()
      const form = { organisation: `Course ${round}`, email, ...person }
      const { through, codes } = await together(Array.from({ length: 4 }, () => () => signUp(payload, { form, now: new Date() })))
      expect({ through, codes }).toEqual({ through: 1, codes: new Set(['EMAIL_TAKEN']) })
      const { totalDocs } = await payload.count({ collection: 'organisations', where: { name: { equals: form.organisation } }, overrideAccess: true })
      expect(totalDocs).toBe(1)
    }
  })
})
