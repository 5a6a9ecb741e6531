import path from 'node:path'

import { connectionFile, secretFile } from './connection-file.ts'

/** Where everything about the embedded PostgreSQL lies in a data directory. */
export const placesIn = (dataDir: string) => {
  const base = path.join(dataDir, 'postgres')
  return {
    base,
    /** PostgreSQL's own directory, and the one that is being made: renamed when complete. */
    data: path.join(base, 'data'),
    draft: path.join(base, 'data.new'),
    postmasterFile: path.join(base, 'data', 'postmaster.pid'),
    versionFile: path.join(base, 'data', 'PG_VERSION'),
    passwordFile: path.join(base, 'password'),
    portFile: path.join(base, 'port'),
    log: path.join(base, 'server.log'),
    /** Held while one process starts or stops the server. */
    startLock: path.join(base, 'start.lock'),
    /** Shared by every process that uses the server: who gets it alone is the last one. */
    usersLock: path.join(base, 'users.lock'),
    connection: connectionFile(dataDir),
    secret: secretFile(dataDir),
  }
}

export type Places = ReturnType<typeof placesIn>
