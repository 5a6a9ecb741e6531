import { sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

import type { Database } from './database-of.ts'

type Row = Readonly<Record<string, unknown>>

/** A statement that is ready: gives its rows for these values. */
export type Statement<Values> = (database: Database, values: Values) => Promise<readonly Row[]>

const dialect = new PgDialect()

/**
 * A statement that is asked many times a minute: its text is built once per process, and PostgreSQL reads and plans it once
 * per connection, under `name` (unique in the application, at most 63 characters). `build` gets the place of each value by its
 * name; what it decides by itself is decided for ever.
 */
export const statement = <Values extends Row>(
  name: string,
  build: (value: (name: keyof Values & string) => Placeholder) => SQL,
): Statement<Values> => {
  const query = dialect.sqlToQuery(build((value) => sql.placeholder(value)))
  return async (database, values) => {
    const prepared = database._.session.prepareQuery<{ execute: { rows: Row[] }; all: unknown; values: unknown }>(query, undefined, name, false)
    const { rows } = await prepared.execute(values)
    return rows
  }
}
