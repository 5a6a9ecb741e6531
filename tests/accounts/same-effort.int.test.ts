import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { testPayload } from '../support/test-payload.ts'

let payload: Payload

beforeAll(async () => {
  ;({ payload } = await testPayload())
  const data = { email: 'connue@demo.test', password: 'une longue phrase de passe', firstName: 'Ana', lastName: 'Le Goff', staff: 'none' } as const
  await payload.create({ collection: 'users', data, overrideAccess: true })
})

/** Microseconds of work, which other processes do not add to as they would to a clock. */
const effortOf = async (email: string): Promise<number> => {
  const before = process.cpuUsage()
  await expect(payload.login({ collection: 'users', data: { email, password: 'ce n’est pas lui' } })).rejects.toMatchObject({ status: 401 })
  const { user, system } = process.cpuUsage(before)
  return user + system
}

describe('signing in with a wrong password', () => {
  it('costs as much for an address without an account: its time tells nobody who has one', async () => {
    await effortOf('connue@demo.test')
    const known = await effortOf('connue@demo.test')
    const unknown = await effortOf('inconnue@demo.test')
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })
})
