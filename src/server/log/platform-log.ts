import type { Config } from 'payload'

import { isDomainError, statusOfError } from '#domain/domain-error.ts'
import { storageErrorOf } from '#server/rate-limit/database-error.ts'

import { failureFacts } from './failure-facts.ts'
import { requestInHand } from './request-in-hand.ts'
import { writeLine } from './write-line.ts'

type LogOptions = Extract<Config['logger'], { options: unknown }>

/** The status and the code by which a person is told; 500 for what nobody expected. */
export const toldAs = (error: unknown): { readonly status: number; readonly code?: string } => {
  const told = isDomainError(error) ? error : storageErrorOf(error)
  if (told !== null) return { status: statusOfError[told.code], code: told.code }
  // Payload's own refusals; their names are minified in the production bundle.
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : NaN
  return { status: status >= 400 && status < 600 ? status : 500 }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/**
 * Payload's logger: JSON lines, written at once, each with the id of the request that it belongs to. A refusal (4xx)
 * is one short line of level info, without a stack; a failure is told in scrubbed facts.
 */
export const platformLog = (level: string, write: (line: string) => void = writeLine): LogOptions => ({
  options: {
    level,
    mixin: () => {
      const request = requestInHand()
      return request === undefined ? {} : { requestId: request.id }
    },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest]: readonly unknown[] = args
        const error = first instanceof Error ? first : isRecord(first) ? first.err : undefined
        if (error === undefined) {
          method.apply(this, args)
          return
        }
        const { status, code } = toldAs(error)
        if (status < 500) {
          this.info({ status, ...(code !== undefined && { code }), msg: 'refused' })
          return
        }
        const more = first instanceof Error || !isRecord(first) ? {} : first
        const request = requestInHand()
        const told = {
          ...more,
          status,
          ...(code !== undefined && { code }),
          ...(request !== undefined && { method: request.method, path: request.path }),
          err: failureFacts(error),
        }
        const [message = 'msg' in more ? undefined : 'failed'] = rest
        if (typeof message === 'string') method.apply(this, [told, message])
        else method.apply(this, [told])
      },
    },
    // What reaches it otherwise is still no more than facts.
    serializers: { err: (error: unknown) => (error instanceof Error ? failureFacts(error) : error) },
  },
  destination: { write },
})
