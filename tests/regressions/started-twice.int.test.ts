import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { startDiagnostic } from '#server/diagnostics/start-diagnostic.ts'
import { scopeFor } from '#server/scope/scope.ts'

import { buildWorld } from '../isolation/world.ts'
import type { World } from '../isolation/world.ts'
import { callerOfUser } from '../support/caller-of-user.ts'
import { testPayload } from '../support/test-payload.ts'

let world: World
let payload: Payload

beforeAll(async () => {
  ;({ payload } = await testPayload())
  world = await buildWorld(payload)
})

describe('a diagnostic that two tabs start', () => {
  it('is started once; the second is told that it is open, and its campaign is not kept', async () => {
    const [home] = world.sides
    const user = home.people.admin
    const { number } = await payload.findByID({ collection: 'organisations', id: home.organisation, overrideAccess: true })
    await payload.create({
      collection: 'subscriptions',
      data: { organisation: home.organisation, formula: 'standard', start: '2020-01-01', end: '2099-12-31' },
      overrideAccess: true,
    })
    const scope = await scopeFor(payload.db.drizzle, await callerOfUser(payload, user), Number(number))
    if (scope === null) throw new Error('the administrator has no scope')
    const created = { label: 'Deuxième onglet', startOn: '2026-01-01', endOn: '2026-12-31', assemblyOn: null, previous: null }
    // The world's diagnostic is open on this référentiel and perimeter.
    const second = startDiagnostic(
      { payload, user, scope },
      { campaign: { created }, revision: home.revision, subset: null, establishment: null, scopeLabel: 'Toute', profile: {} },
    )
    await expect(second).rejects.toMatchObject({ name: 'DomainError', code: 'ALREADY_OPEN' })
    const { totalDocs } = await payload.count({ collection: 'campaigns', where: { label: { equals: created.label } }, overrideAccess: true })
    expect(totalDocs).toBe(0)
  })
})
