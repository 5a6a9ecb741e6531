import { randomBytes } from 'node:crypto'

import pg from 'pg'
import { inject } from 'vitest'

import { databaseNamed } from './test-databases.ts'

/**
 * A new database without a single table on the tests' PostgreSQL, for a plugin that proves that it stands
 * alone. Nobody drops it: it goes with the server.
 */
export const emptyDatabase = async (): Promise<string> => {
  const { serverUrl } = inject('postgres')
  const name = `e_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return databaseNamed(serverUrl, name)
}
