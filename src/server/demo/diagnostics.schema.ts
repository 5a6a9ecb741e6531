import { z } from 'zod'

import { campaignStates, diagnosticStates } from '#domain/diagnostic/states.ts'
import { assessmentFields } from '#domain/diagnostic/save-protocol.ts'

import { days, email } from './demo.schema.ts'

/** Rows are written on days that are over: nothing is seeded in the future. */
const pastDays = days.max(-1)

/** What is said of one criterion; `answer` is the answer to its own rating. */
const criterion = assessmentFields.extend({
  criterion: z.string(),
  answer: z.string().optional(),
  comment: z.string().optional(),
  by: email,
  on: pastDays,
})

const diagnostic = z.strictObject({
  referentiel: z.string(),
  subset: z.string().optional(),
  scopeLabel: z.string(),
  state: z.enum(diagnosticStates),
  /** The day on which it was opened. */
  on: pastDays,
  /** Profile field → values. */
  profile: z.record(z.string(), z.array(z.string())).default({}),
  criteria: z.array(criterion),
})

const campaign = z.strictObject({
  /** `{year}` stands for the year in which the campaign begins. */
  label: z.string(),
  start: days,
  end: days,
  assembly: days.optional(),
  state: z.enum(campaignStates),
  diagnostics: z.array(diagnostic),
})

/** What `demo/diagnostics.yaml` says: of each organisation its campaigns, the oldest first. */
export const demoDiagnosticsSchema = z.strictObject({
  organisations: z.array(z.strictObject({ number: z.number().int(), campaigns: z.array(campaign).min(1) })),
})

export type DemoDiagnostics = z.infer<typeof demoDiagnosticsSchema>
export type DemoCampaign = z.infer<typeof campaign>
export type DemoDiagnostic = z.infer<typeof diagnostic>
