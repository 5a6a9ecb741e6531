import { z } from 'zod'

import { defineJob } from './job-definition.ts'

/**
 * Delivers one mail of the outbox. The job carries the row's id, never its text: links in mails are secrets.
 * Thirteen attempts over about twelve hours, so that a mail server which is down for a night loses nothing.
 */
export const sendMailJob = defineJob({
  id: 'send-mail',
  schema: z.strictObject({ mail: z.uuid() }),
  retry: { limit: 12, firstDelay: 30, longestDelay: 2 * 3600 },
  timeout: 180,
  concurrency: 2,
  handler: () => import('./send-mail.handler.ts'),
})
