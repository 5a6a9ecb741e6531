import pg from 'pg'

/** Locks that hold across every process on one database; the numbers only have to differ. */
export const locks = { prepare: 718_281_828 } as const

/**
 * Runs `work` while holding a session lock on the database, so that of several processes that start at
 * once one works and the others wait. The lock goes with the connection if the process dies.
 */
export const withAdvisoryLock = async <T>(
  { databaseUrl, lock }: { readonly databaseUrl: string; readonly lock: number },
  work: () => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    return await work()
  } finally {
    await client.end()
  }
}
