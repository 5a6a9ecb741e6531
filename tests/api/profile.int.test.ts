import type { TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { changeProfile } from '#server/diagnostics/change-profile.ts'
import { scopeFor } from '#server/scope/scope.ts'

import { buildWorld } from '../isolation/world.ts'
import type { Side, World } from '../isolation/world.ts'
import { callerOfUser } from '../support/caller-of-user.ts'
import { firstVersion, publishVersions } from '../support/essai-versions.ts'
import { testPayload } from '../support/test-payload.ts'

const referentiel = 'essai-de-profil'
let world: World
let home: Side
let abroad: Side
let diagnostic: string

const asked = async (user: TypedUser, profile: Readonly<Record<string, readonly string[]>>, of = diagnostic) => {
  const { payload } = world
  const { number } = await payload.findByID({ collection: 'organisations', id: home.organisation, overrideAccess: true })
  const scope = await scopeFor(payload.db.drizzle, await callerOfUser(payload, user), Number(number))
  if (scope === null) throw new Error(`${user.email} has no scope`)
  await changeProfile({ payload, user, scope }, { diagnostic: of, profile })
}

const profileOf = async (id: string) => (await world.payload.db.drizzle.execute(`select profile from diagnostics where id = '${id}'`)).rows[0]?.['profile']

const started = async (side: Side, revision: string): Promise<string> => {
  const { id } = await world.payload.db.create({
    collection: 'diagnostics',
    data: {
      organisation: side.organisation, campaign: side.campaign, revision, referentiel, rulesVersion: '1.0.0', scopeLabel: 'Essai',
      profile: { public: ['jeunes'] }, state: 'open',
    },
  })
  return String(id)
}

let foreign: string

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  const document = {
    ...firstVersion(referentiel),
    lists: [{ code: 'publics', label: 'Publics', options: [{ code: 'jeunes', label: 'Jeunes' }, { code: 'seniors', label: 'Seniors' }] }],
    profileFields: [{ code: 'public', label: 'Publics', type: 'multi', list: 'publics' }],
  }
  const [revision = ''] = await publishVersions(payload, referentiel, [document])
  await payload.db.create({
    collection: 'subscriptions',
    data: { organisation: home.organisation, formula: 'standard', start: '2026-01-01', end: '2099-01-01', seats: 1 },
  })
  diagnostic = await started(home, revision)
  foreign = await started(abroad, revision)
}, 120_000)

describe('Changing the profile of a diagnostic', () => {
  it('is journalled with what it was and what it is, by whom', async () => {
    await asked(home.people.admin, { public: ['seniors', 'jeunes'] })
    expect(await profileOf(diagnostic)).toEqual({ public: ['seniors', 'jeunes'] })
    const { rows } = await world.payload.db.drizzle.execute(`
      select actor, organisation, before->'profile' as before, after->'profile' as after from audit_entries
      where collection = 'diagnostics' and operation = 'update' and document = '${diagnostic}'`)
    expect(rows).toEqual([{
      actor: String(home.people.admin.id), organisation: home.organisation,
      before: { public: ['jeunes'] }, after: { public: ['seniors', 'jeunes'] },
    }])
  })

  it.each(['contributor', 'reader'] as const)('is refused to a %s, and writes nothing', async (role) => {
    const before = await profileOf(diagnostic)
    await expect(asked(home.people[role], { public: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await profileOf(diagnostic)).toEqual(before)
  })

  it('does not reach another organisation’s diagnostic', async () => {
    await expect(asked(home.people.admin, { public: [] }, foreign)).rejects.toMatchObject({ code: 'DIAGNOSTIC_LOCKED' })
    expect(await profileOf(foreign)).toEqual({ public: ['jeunes'] })
  })

  it('is refused of a diagnostic that was closed', async () => {
    await world.payload.db.drizzle.execute(`update diagnostics set state = 'archived' where id = '${diagnostic}'`)
    await expect(asked(home.people.admin, { public: [] })).rejects.toMatchObject({ code: 'DIAGNOSTIC_LOCKED' })
  })
})
