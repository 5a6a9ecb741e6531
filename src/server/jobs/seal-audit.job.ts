import { z } from 'zod'

import { defineJob } from './job-definition.ts'

/** Chains the hashes of the audit entries written since the last pass, so that no save waits on the chain. */
export const sealAuditJob = defineJob({
  id: 'seal-audit',
  schema: z.object({}),
  // The next minute tries again anyway.
  retry: { limit: 0, firstDelay: 1, longestDelay: 1 },
  timeout: 300,
  concurrency: 1,
  exclusive: true,
  schedule: '* * * * *',
  handler: () => import('./seal-audit.handler.ts'),
})
