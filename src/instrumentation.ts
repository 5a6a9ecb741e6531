import type { Instrumentation } from 'next'

import { answerMalformed } from '#server/log/request-in-hand.ts'
import { tellFailure } from '#server/log/tell-failure.ts'

/** The « repère » that a failed page shows. */
const digestOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined

/** Arguments of a server action that are no such thing: React fails on them before any code of the application runs. */
const isMalformed = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const stack = error.stack ?? ''
  return error.name === 'SyntaxError' ? !/[\\/]\.next[\\/]/.test(stack) : error.message === 'Connection closed.' && stack.includes('decodeReply')
}

/** Every failure of a page, a server action or a route that nobody caught: Next itself is kept quiet, since it would print parameters. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath, routeType }) => {
  if (routeType === 'action' && isMalformed(error)) answerMalformed()
  else tellFailure('request failed', error, { digest: digestOf(error), route: routePath, kind: routeType })
}
