import { randomBytes } from 'node:crypto'

import type { Environment } from '#server/environment.ts'

import { startEmbeddedPostgres } from './embedded.ts'
import type { EmbeddedPostgres } from './embedded.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { secretFile } from './connection-file.ts'
import { readOrMakePrivateFile } from './private-file.ts'

export type ProvidedDatabase = {
  /** What a process needs to use it: hand them to a child, or to `setEnvironment`. */
  readonly variables: {
    readonly DATABASE_URL: string
    readonly PAYLOAD_SECRET: string
    readonly ESS_DATABASE: Environment['databaseKind']
    readonly DATA_DIR: string
  }
  /** The server behind it when it is ours; undefined for the operator's own. */
  readonly embedded: EmbeddedPostgres | undefined
  readonly stop: () => Promise<void>
}

/**
 * The database that the environment asks for: the operator's, as it is, or the embedded one, started or joined,
 * with its secret made on first use.
 * @throws EmbeddedPostgresError with one sentence for the operator
 */
export const provideDatabase = async (
  settings: Pick<Environment, 'dataDir' | 'databaseUrl' | 'databaseKind' | 'secret'>,
  log: (line: string) => void,
): Promise<ProvidedDatabase> => {
  const { dataDir, databaseUrl, databaseKind, secret } = settings
  if (databaseUrl !== '') {
    return {
      variables: { DATABASE_URL: databaseUrl, PAYLOAD_SECRET: secret, ESS_DATABASE: databaseKind, DATA_DIR: dataDir },
      embedded: undefined,
      stop: async () => undefined,
    }
  }
  const embedded = await startEmbeddedPostgres({ dataDir, log })
  try {
    return {
      variables: {
        DATABASE_URL: embedded.url,
        PAYLOAD_SECRET: secret || (await secretIn(dataDir)),
        ESS_DATABASE: 'embedded',
        DATA_DIR: dataDir,
      },
      embedded,
      stop: embedded.stop,
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

const secretIn = async (dataDir: string): Promise<string> => {
  const file = secretFile(dataDir)
  const secret = await readOrMakePrivateFile(file, () => randomBytes(36).toString('base64url'))
  if (secret.length >= 32) return secret
  throw new EmbeddedPostgresError(
    'START_FAILED',
    `${file} holds less than 32 characters: delete it to have a new secret made (everybody signs in again).`,
  )
}
