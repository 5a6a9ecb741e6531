/** A process of its own that starts PostgreSQL in a directory, says so, and stops it when told: `node … DIRECTORY`. */
import { EmbeddedPostgresError } from '#server/postgres/embedded-postgres-error.ts'
import { startEmbeddedPostgres } from '#server/postgres/embedded.ts'

const tell = (message: unknown): void => void process.send?.(message)

try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log: () => undefined })
  process.once('message', () => {
    void server.stop().then(() => process.disconnect())
  })
  tell({ url: server.url, reused: server.reused })
} catch (error) {
  tell(error instanceof EmbeddedPostgresError ? { problem: error.problem } : { problem: String(error) })
  process.disconnect()
}
