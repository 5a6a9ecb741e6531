import type { z } from 'zod'

import type { Job } from './job-definition.ts'
import { sealAuditJob } from './seal-audit.job.ts'
import { sendMailJob } from './send-mail.job.ts'
import { sweepExpiredJob } from './sweep-expired.job.ts'
import { upgradeDiagnosticsJob } from './upgrade-diagnostics.job.ts'

/** Every job of the platform. A definition that isn't here has no queue. */
export const jobs = {
  [sendMailJob.id]: sendMailJob,
  [sealAuditJob.id]: sealAuditJob,
  [sweepExpiredJob.id]: sweepExpiredJob,
  [upgradeDiagnosticsJob.id]: upgradeDiagnosticsJob,
}

export const jobList: readonly Job[] = Object.values(jobs)

export type JobName = keyof typeof jobs
export type JobData<Name extends JobName> = z.infer<(typeof jobs)[Name]['schema']>
