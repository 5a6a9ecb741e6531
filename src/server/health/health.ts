import type { Payload } from 'payload'

import { migrationsState } from '#server/database/migrations.queries.ts'
import type { MigrationsState } from '#server/database/migrations.queries.ts'
import { environment } from '#server/environment.ts'

import packageJson from '../../../package.json' with { type: 'json' }

export type Health = {
  readonly status: 'ok' | 'unavailable'
  readonly database: 'embedded' | 'external'
  readonly migrations: MigrationsState | 'unknown'
  readonly version: string
}

/** What `GET /api/health` tells (design.md §6). A database that does not answer makes it `unavailable`, never an error. */
export const health = async (instance: () => Promise<Payload>): Promise<Health> => {
  const report = { database: environment().databaseKind, version: packageJson.version }
  try {
    const payload = await instance()
    const migrations = await migrationsState(payload.db.drizzle)
    return { status: migrations === 'up-to-date' ? 'ok' : 'unavailable', migrations, ...report }
  } catch {
    return { status: 'unavailable', migrations: 'unknown', ...report }
  }
}
