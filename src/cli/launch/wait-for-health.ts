import { setTimeout as pause } from 'node:timers/promises'

/** How long the first answer may take, in milliseconds: it loads the application. */
const longestWait = 60_000

/** Asks `/api/health` until it says 200; undefined then, else what it said last. */
export const waitForHealth = async ({
  host,
  port,
}: {
  readonly host: string
  readonly port: number
}): Promise<string | undefined> => {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/health`
  const since = performance.now()
  let last = 'no answer'
  while (performance.now() - since < longestWait) {
    const answer = await ask(address)
    if (answer === undefined) return undefined
    last = answer
    await pause(250)
  }
  return last
}

const ask = async (address: string): Promise<string | undefined> => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(30_000) })
    const body = await response.text()
    return response.ok ? undefined : `${response.status} ${body.slice(0, 200)}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
