import type { Instrumentation } from 'next'

import { tellFailure } from '#server/log/tell-failure.ts'

/** The « repère » that a failed page shows. */
const digestOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined

/** Every failure of a page, a server action or a route that nobody caught: Next itself is kept quiet, since it would print parameters. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath, routeType }) => {
  tellFailure('request failed', error, { digest: digestOf(error), route: routePath, kind: routeType })
}
