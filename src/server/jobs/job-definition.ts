import type { Payload } from 'payload'
import type { z } from 'zod'

/** What the work of a job may know of the process: the part of the environment that jobs need. */
export type JobSettings = {
  /** `smtp://` or `smtps://`, credentials included; without it mails go to the outbox folder. */
  readonly smtpUrl?: string | undefined
  /** The sender of every mail: `name@domain` or `Name <name@domain>`. */
  readonly mailFrom: string
  /** Where the platform writes files; the outbox is a folder of it. */
  readonly dataDir: string
}

export type JobContext<Data> = {
  readonly data: Data
  readonly payload: Payload
  readonly settings: JobSettings
  /** From 1. The last attempt is the one after which the queue gives up. */
  readonly attempt: { readonly number: number; readonly isLast: boolean }
  /** The instant at which the attempt began. */
  readonly now: Date
  /** Aborted when the worker has to stop before the work is done. */
  readonly signal: AbortSignal
}

/** The work itself. What it throws makes the queue try again, as often as the definition says. */
export type JobHandler<Data> = (context: JobContext<Data>) => Promise<void>

/** All in seconds, except `limit`: how many times a job is tried again after its first failure. */
export type RetryPolicy = {
  readonly limit: number
  readonly firstDelay: number
  /** The delay doubles from `firstDelay` up to this. */
  readonly longestDelay: number
}

/** How the queue treats the jobs of one kind. */
type JobPolicy<Id extends string> = {
  readonly id: Id
  readonly retry: RetryPolicy
  /** Seconds an attempt may last before the queue takes the job back. */
  readonly timeout: number
  /** How many jobs of this kind one worker does at the same time. */
  readonly concurrency: number
  /** True: while one is waiting or running, another one is not added. */
  readonly exclusive?: boolean
  /** Cron expression, UTC. */
  readonly schedule?: string
}

export type JobDefinition<Id extends string, Data extends object> = JobPolicy<Id> & {
  /** Checked when a job is enqueued and again when it is worked on, since a release may lie between. */
  readonly schema: z.ZodType<Data>
  /** Imported when the first job of this kind runs, so that the list of jobs never loads an engine. */
  readonly handler: () => Promise<{ readonly handle: JobHandler<Data> }>
}

export type Job<Id extends string = string, Data extends object = object> = JobPolicy<Id> & {
  readonly schema: z.ZodType<Data>
  /** Checks the data, loads the handler and does the work. */
  readonly perform: (context: JobContext<unknown>) => Promise<void>
}

export const defineJob = <Id extends string, Data extends object>({
  handler,
  ...definition
}: JobDefinition<Id, Data>): Job<Id, Data> => ({
  ...definition,
  perform: async (context) => {
    const data = definition.schema.parse(context.data)
    const { handle } = await handler()
    await handle({ ...context, data })
  },
})
