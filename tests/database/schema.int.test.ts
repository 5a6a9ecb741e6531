import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { testPayload } from '../support/test-payload.ts'

const rows = async (statement: ReturnType<typeof sql>): Promise<readonly Record<string, unknown>[]> => {
  const { payload } = await testPayload()
  return (await payload.db.drizzle.execute(statement)).rows
}

describe('The database', () => {
  it('has no required relation that deleting its target would empty', async () => {
    expect(
      await rows(sql`
        select c.conrelid::regclass::text as "table", a.attname as "column"
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confdeltype = 'n' and a.attnotnull`),
    ).toEqual([])
  })

  it('has an index that begins with each foreign key', async () => {
    expect(
      await rows(sql`
        select c.conrelid::regclass::text as "table", a.attname as "column"
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
          select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
        order by 1, 2`),
    ).toEqual([])
  })

  it('has an index that begins with the organisation on every table that has one', async () => {
    expect(
      await rows(sql`
        select a.attrelid::regclass::text as "table" from pg_attribute a join pg_class t on t.oid = a.attrelid
        where a.attname = 'organisation_id' and t.relkind = 'r' and not exists (
          select 1 from pg_index i where i.indrelid = a.attrelid and i.indkey[0] = a.attnum)`),
    ).toEqual([])
  })

  it('gives organisations their numbers itself, one after the other', async () => {
    const { payload } = await testPayload()
    const numbers: number[] = []
    for (const name of ['Première', 'Deuxième']) {
      const { id } = await payload.create({
        collection: 'organisations',
        data: { name, timeZone: 'Europe/Paris' },
        overrideAccess: true,
      })
      const { number } = await payload.findByID({ collection: 'organisations', id, overrideAccess: true })
      numbers.push(Number(number))
    }
    expect(numbers[0]).toBeGreaterThan(7000)
    expect(numbers[1]).toBe(Number(numbers[0]) + 1)
  })

  it('is what the collections say: nothing is left to migrate', async () => {
    const { payload } = await testPayload()
    const folder = 'src/server/database/migrations'
    const [latest = ''] = readdirSync(folder).filter((file) => file.endsWith('.json')).sort().reverse()
    const { generateDrizzleJson, generateMigration } = payload.db.requireDrizzleKit()
    const known = JSON.parse(readFileSync(join(folder, latest), 'utf8'))
    expect(await generateMigration(known, await generateDrizzleJson(payload.db.schema))).toEqual([])
  })
})
