import { z } from 'zod'

import { defineJob } from './job-definition.ts'

/**
 * Goes through a batch of diagnostics on older versions of a référentiel: tries out what is proposed, moves what its
 * organisation has confirmed. Each diagnostic is a transaction and a note of its own: taken up again, it goes on.
 */
export const upgradeDiagnosticsJob = defineJob({
  id: 'upgrade-diagnostics',
  schema: z.object({ batch: z.uuid() }),
  retry: { limit: 5, firstDelay: 10, longestDelay: 600 },
  timeout: 3600,
  concurrency: 1,
  handler: () => import('./upgrade-diagnostics.handler.ts'),
})
