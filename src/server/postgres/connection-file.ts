import { readFileSync } from 'node:fs'
import path from 'node:path'

export const connectionFile = (dataDir: string): string => path.join(dataDir, 'postgres', 'connection')

export const secretFile = (dataDir: string): string => path.join(dataDir, 'secret')

/**
 * How to reach the PostgreSQL that was last started in this data directory, and the secret kept beside it:
 * what a command needs that runs while the application does. Undefined parts were never made.
 */
export const readDatabaseConnection = (
  dataDir: string,
): { readonly url: string | undefined; readonly secret: string | undefined } => ({
  url: readIfThere(connectionFile(dataDir)),
  secret: readIfThere(secretFile(dataDir)),
})

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}
