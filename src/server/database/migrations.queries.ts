import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from './database-of.ts'
import { migrations } from './migrations/index.ts'

export type MigrationsState = 'up-to-date' | 'pending'

/** Compares the migrations that this build ships with those that the database says it has run. */
export const migrationsState = async (database: Database): Promise<MigrationsState> => {
  const { rows } = await database.execute(sql`select name from payload_migrations`)
  const done = new Set(z.array(z.object({ name: z.string() })).parse(rows).map(({ name }) => name))
  return migrations.every(({ name }) => done.has(name)) ? 'up-to-date' : 'pending'
}
