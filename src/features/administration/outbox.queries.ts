import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Actor } from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'

import { mailStates } from './mail-state.ts'
import type { MailState } from './mail-state.ts'
import { requirePlatformAdmin } from './platform-guard.ts'

/** The outbox is for the platform's administrators: every query here throws FORBIDDEN for anybody else. */

const listedMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  purpose: z.string(),
  state: z.enum(mailStates),
  attempts: z.coerce.number(),
  lastError: z.string().nullable(),
  createdAt: z.coerce.date(),
})

export type ListedMail = z.infer<typeof listedMail>

export const mailsPerPage = 25

/** A page of the outbox, newest first; pages count from 1. */
export const listMails = async (
  scope: Actor,
  database: Database,
  { state, page }: { readonly state: MailState | undefined; readonly page: number },
): Promise<readonly ListedMail[]> => {
  requirePlatformAdmin(scope)
  const { rows } = await database.execute(sql`
    select id, "to", subject, purpose, state, attempts, last_error as "lastError", created_at as "createdAt"
    from mails
    where ${state === undefined ? sql`true` : sql`state = ${state}`}
    order by created_at desc, id desc
    limit ${mailsPerPage} offset ${(page - 1) * mailsPerPage}`)
  return z.array(listedMail).parse(rows)
}

const stateCount = z.object({ state: z.enum(mailStates), count: z.int() })

export type MailCounts = Readonly<Record<MailState, number>>

/** How many mails stand in each state. */
export const countMails = async (scope: Actor, database: Database): Promise<MailCounts> => {
  requirePlatformAdmin(scope)
  const { rows } = await database.execute(sql`select state, count(*)::int as count from mails group by state`)
  const counts: Record<MailState, number> = { queued: 0, sent: 0, outbox: 0, failed: 0 }
  for (const row of z.array(stateCount).parse(rows)) counts[row.state] = row.count
  return counts
}

const readMail = listedMail.extend({
  text: z.string(),
  html: z.string().nullable(),
  sentAt: z.coerce.date().nullable(),
  organisation: z.string().nullable(),
})

export type ReadMail = z.infer<typeof readMail>

/** One mail with its bodies, or null. A mail that was handed over has a note in their place. */
export const findMail = async (scope: Actor, database: Database, id: string): Promise<ReadMail | null> => {
  requirePlatformAdmin(scope)
  const { rows } = await database.execute(sql`
    select m.id, m."to", m.subject, m.purpose, m.state, m.attempts, m.last_error as "lastError",
      m.created_at as "createdAt", m.text, m.html, m.sent_at as "sentAt", o.name as organisation
    from mails m left join organisations o on o.id = m.organisation_id
    where m.id = ${id}::uuid`)
  const [row] = rows
  return row === undefined ? null : readMail.parse(row)
}

/**
 * Makes a failed mail wait again, and clears the finished job that bears its id: a mail and its job share
 * one id, and the queue refuses the same id twice. Answers false when the mail isn't a failed one.
 */
export const requeueMail = async (scope: Actor, database: Database, id: string): Promise<boolean> => {
  requirePlatformAdmin(scope)
  const { rows } = await database.execute(sql`
    with waiting as (
      update mails set state = 'queued', updated_at = now()
      where id = ${id}::uuid and state = 'failed' returning id),
    cleared as (
      delete from jobs.job using waiting
      where job.name = 'send-mail' and job.id = waiting.id and job.state >= 'completed')
    select id from waiting`)
  return rows.length > 0
}
