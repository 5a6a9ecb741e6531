import { sql } from 'drizzle-orm'

import type { Database } from '#server/database/database-of.ts'

type Sweep = { readonly now: Date }

const days = (count: number): string => `${count} days`

const instant = ({ now }: Sweep) => sql`${now.toISOString()}::timestamptz`

/** Days that a link is kept after its expiry, so that « ce lien a expiré » can still be said. */
export const linkRetention = 90

/** Days that a mail is kept after it left the queue. */
export const mailRetention = 180

/** Access links that expired long ago; answers how many went. */
export const deleteExpiredLinks = async (database: Database, sweep: Sweep): Promise<number> => {
  const { rowCount } = await database.execute(sql`
    delete from access_links where expires_at < ${instant(sweep)} - ${days(linkRetention)}::interval
  `)
  return rowCount ?? 0
}

/** Mails that nobody waits for any more; answers how many went. */
export const deleteOldMails = async (database: Database, sweep: Sweep): Promise<number> => {
  const { rowCount } = await database.execute(sql`
    delete from mails
    where state <> 'queued'
      and coalesce(sent_at, updated_at) < ${instant(sweep)} - ${days(mailRetention)}::interval
  `)
  return rowCount ?? 0
}

/** Days after which no link that a mail carried opens anything: an invitation's lifetime, the longest. */
export const longestLink = 14

/**
 * Takes the links out of mails that were never handed to a mail server, once they are dead: until then such a mail is
 * read in the admin, which is what it stays there for. Answers how many.
 */
export const scrubDeadLinks = async (database: Database, sweep: Sweep): Promise<number> => {
  const link = '(/(invitation|confirmation|mot-de-passe)/)[A-Za-z0-9_-]{43}'
  const { rowCount } = await database.execute(sql`
    update mails set text = regexp_replace(text, ${link}, '\\1…', 'g'), html = regexp_replace(html, ${link}, '\\1…', 'g')
    where state in ('outbox', 'failed') and created_at < ${instant(sweep)} - ${days(longestLink)}::interval
      and (text ~ ${link} or html ~ ${link})
  `)
  return rowCount ?? 0
}

/** Days that the reply to a save is kept, for a client that sends it again: a browser that was offline over a holiday. */
export const operationRetention = 45

/** Replies that no client asks for again; answers how many went. */
export const deleteOldOperations = async (database: Database, sweep: Sweep): Promise<number> => {
  const { rowCount } = await database.execute(sql`
    delete from operations where created_at < ${instant(sweep)} - ${days(operationRetention)}::interval
  `)
  return rowCount ?? 0
}

/**
 * Counters of the rate limits whose window is over (`expire` in milliseconds, as rate-limiter-flexible
 * writes it); answers how many went.
 */
export const deleteExpiredRateLimits = async (database: Database, sweep: Sweep): Promise<number> => {
  const { rowCount } = await database.execute(
    sql`delete from rate_limits where expire < ${sweep.now.getTime()}`,
  )
  return rowCount ?? 0
}

/**
 * Mails that wait although no job will deliver them: the last attempt died with its worker. A mail and its
 * job are written in one transaction and share their id, so that a missing job is never a late one.
 */
export const failAbandonedMails = async (
  database: Database,
  { reason, ...sweep }: Sweep & { readonly reason: string },
): Promise<number> => {
  const { rowCount } = await database.execute(sql`
    update mails
    set state = 'failed', updated_at = ${instant(sweep)},
      last_error = coalesce(last_error || E'\n', '') || ${reason}
    where state = 'queued' and not exists (
      select from jobs.job
      where job.name = 'send-mail' and job.id = mails.id and job.state < 'completed')
  `)
  return rowCount ?? 0
}
