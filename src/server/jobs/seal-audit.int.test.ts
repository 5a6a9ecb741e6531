import { expect, test } from 'vitest'

import { verifyAuditChain } from '#plugins/audit-trail/exports/server.ts'

import { testPayload } from '../../../tests/support/test-payload.ts'
import { jobs } from './job-list.ts'

test('the job seals what was written since its last pass, and nothing twice', async () => {
  const { payload } = await testPayload()
  const rowsOf = async (statement: string) => (await payload.db.pool.query(statement)).rows
  const seal = () =>
    jobs['seal-audit'].perform({
      data: {},
      payload,
      settings: { mailFrom: 'a@demo.test', dataDir: '/nowhere' },
      attempt: { number: 1, isLast: true },
      signal: new AbortController().signal,
      now: new Date(),
    })
  await payload.create({
    collection: 'organisations',
    data: { name: 'Régie des Trois-Ponts', timeZone: 'Europe/Paris' },
    overrideAccess: true,
  })
  expect(await rowsOf('select 1 from audit_unsealed')).not.toEqual([])
  await seal()
  const seals = await rowsOf('select * from audit_seals order by position')
  expect(seals).not.toEqual([])
  expect(await verifyAuditChain({ db: payload.db.drizzle })).toMatchObject({ ok: true })
  await seal()
  expect(await rowsOf('select * from audit_seals order by position')).toEqual(seals)
})
