import type { Environment } from '#server/environment.ts'
import { provideDatabase } from '#server/postgres/provide-database.ts'
import type { ProvidedDatabase } from '#server/postgres/provide-database.ts'

export type KeptDatabase = {
  readonly variables: ProvidedDatabase['variables']
  readonly description: string
  readonly stop: () => Promise<void>
}

/**
 * Provides the database and, when it is ours, starts it again whenever it dies. It keeps its port, so that the
 * pools of the application find it again; should somebody have taken the port, `onMoved` gets the new address.
 */
export const keepDatabase = async ({
  settings,
  log,
  onMoved,
  onGiveUp,
}: {
  readonly settings: Environment
  readonly log: (line: string) => void
  readonly onMoved: (variables: ProvidedDatabase['variables']) => void
  readonly onGiveUp: (error: unknown) => void
}): Promise<KeptDatabase> => {
  let current = await provideDatabase(settings, log)
  const { variables } = current
  let isStopping = false

  const watch = async (): Promise<void> => {
    while (current.embedded !== undefined) {
      await current.embedded.died
      if (isStopping) return
      log('PostgreSQL has ended: starting it again.')
      const before = current.variables.DATABASE_URL
      await current.stop()
      current = await provideDatabase(settings, log)
      log('PostgreSQL is back.')
      if (current.variables.DATABASE_URL !== before) onMoved(current.variables)
    }
  }
  watch().catch((error: unknown) => {
    if (!isStopping) onGiveUp(error)
  })

  return {
    variables,
    description: describe(current),
    stop: async () => {
      isStopping = true
      await current.stop()
    },
  }
}

const describe = ({ embedded, variables }: ProvidedDatabase): string => {
  const { hostname, port } = new URL(variables.DATABASE_URL)
  if (embedded === undefined) return `the one at ${hostname}${port === '' ? '' : `:${port}`}`
  return `${embedded.reused ? 'running already' : 'started'} on port ${port}, data in ${variables.DATA_DIR}`
}
