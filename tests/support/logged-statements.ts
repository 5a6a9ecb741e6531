import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { readDatabaseConnection } from '#server/postgres/connection-file.ts'

/** A statement, or one that was prepared, in PostgreSQL's own log. */
const logged = /LOG: {2}(?:statement|execute [^:]+): ([\s\S]*?)(?=\n\d{4}-\d\d-\d\d |$)/g

/** Not of the page: transactions' brackets, the job queue, and what is done here. */
const isApart = (statement: string): boolean =>
  /^\s*(?:begin|commit|rollback|alter system)\b/i.test(statement) || /\bjobs\.|pg_reload_conf/i.test(statement)

/** Longer than PostgreSQL takes to read its configuration again, in milliseconds. */
const settling = 500

/** What the running application asked of its embedded database while the work was done, by the database's own log. */
export const statementsDuring = async (dataDir: string, work: () => Promise<void>): Promise<readonly string[]> => {
  const log = join(dataDir, 'postgres', 'server.log')
  const client = new pg.Client({ connectionString: readDatabaseConnection(dataDir).url })
  await client.connect()
  const logStatements = async (value: 'all' | 'none') => {
    await client.query(`alter system set log_statement = '${value}'`)
    await client.query('select pg_reload_conf()')
    await pause(settling)
  }
  try {
    await logStatements('all')
    const before = readFileSync(log, 'utf8').length
    await work()
    await logStatements('none')
    const written = readFileSync(log, 'utf8').slice(before)
    return [...written.matchAll(logged)].map(([, statement = '']) => statement.trim()).filter((statement) => !isApart(statement))
  } finally {
    await client.end()
  }
}
