import { z } from 'zod'

import { defineJob } from './job-definition.ts'

/** Hourly: removes what has outlived its purpose, and tells of mails that nobody works on any more. */
export const sweepExpiredJob = defineJob({
  id: 'sweep-expired',
  schema: z.object({}),
  retry: { limit: 2, firstDelay: 60, longestDelay: 600 },
  timeout: 600,
  concurrency: 1,
  exclusive: true,
  schedule: '17 * * * *',
  handler: () => import('./sweep-expired.handler.ts'),
})
