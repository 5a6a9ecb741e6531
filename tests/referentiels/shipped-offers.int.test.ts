import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { listOffers } from '#features/diagnostic/offers.ts'
import { loadReferentiels } from '#server/referentiels/load-at-start.ts'
import { scopeFor } from '#server/scope/scope.ts'

import { buildWorld } from '../isolation/world.ts'
import type { Side } from '../isolation/world.ts'
import { callerOfUser } from '../support/caller-of-user.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
let home: Side

const revisionOf = async (referentiel: string): Promise<string> => {
  const { rows } = await payload.db.drizzle.execute(sql`
    select id::text from revisions where referentiel = ${referentiel} and status = 'published'`)
  return z.object({ id: z.string() }).parse(rows[0]).id
}

beforeAll(async () => {
  ;({ payload } = await testPayload())
  ;[home] = (await buildWorld(payload)).sides
  const loaded = await loadReferentiels(payload, { root: '.', demo: false, now: new Date() })
  expect(loaded.filter(({ outcome }) => outcome === 'refused')).toEqual([])
}, 240_000)

describe('What an organisation may start', () => {
  it('is every published référentiel that asks something, and never a mapping target', async () => {
    const { rows } = await payload.db.drizzle.execute(sql`
      select number from organisations where id = ${home.organisation}::uuid`)
    const { number } = z.object({ number: z.coerce.number() }).parse(rows[0])
    const scope = await scopeFor(payload.db.drizzle, await callerOfUser(payload, home.people.admin), number)
    if (scope === null) throw new Error('The administrator does not reach the organisation.')
    const offers = (await listOffers(scope, payload.db.drizzle)).map(({ referentiel, subset }) => [referentiel, subset])
    expect(offers).toContainEqual(['ess-complet', null])
    expect(offers).toContainEqual(['ess-complet', 'simplifie'])
    expect(offers.filter(([referentiel]) => referentiel === 'iso26000' || referentiel === 'odd')).toEqual([])
  })

  it.each(['iso26000', 'odd'])('is refused on %s whatever sends it, because nothing is asked there', async (referentiel) => {
    const revision = await revisionOf(referentiel)
    const start = payload.create({
      collection: 'diagnostics',
      data: { organisation: home.organisation, campaign: home.campaign, revision, referentiel: '', scopeLabel: 'Essai', profile: {}, state: 'open' },
      overrideAccess: false,
      user: home.people.admin,
    })
    await expect(start).rejects.toMatchObject({ name: 'DomainError', code: 'NOT_FOUND' })
  })
})
