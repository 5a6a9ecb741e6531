import { failureFacts, scrubbed } from './failure-facts.ts'
import { requestInHand } from './request-in-hand.ts'
import { writeLine } from './write-line.ts'

const errorLevel = 50

/**
 * Writes the one line that a failure outside Payload leaves: a page, a server action, the web server itself. In the
 * shape of Payload's lines, so that whatever collects them reads one format.
 */
export const tellFailure = (
  message: string,
  error: unknown,
  more: Readonly<Record<string, string | undefined>> = {},
): void => {
  const request = requestInHand()
  writeLine(
    JSON.stringify({
      level: errorLevel,
      time: Date.now(),
      pid: process.pid,
      name: 'site',
      ...(request !== undefined && { requestId: request.id, method: request.method, path: scrubbed(request.path) }),
      ...more,
      err: failureFacts(error),
      msg: message,
    }),
  )
}
