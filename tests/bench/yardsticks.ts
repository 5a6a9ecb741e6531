import { pbkdf2 } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { promisify } from 'node:util'

/** A server of Node alone: what a yardstick answers costs what the machine costs, and none of our code. */
const serve = async (listener: RequestListener): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

const derive = promisify(pbkdf2)

/** Answers after deriving a key as signing in must: PBKDF2-SHA256, 600,000 iterations, 32 bytes. */
export const passwordServer = () =>
  serve((_request, response) => {
    derive('demonstration', 'a salt of thirty-two characters.', 600_000, 32, 'sha256').then(
      () => response.writeHead(204).end(),
      () => response.writeHead(500).end(),
    )
  })
