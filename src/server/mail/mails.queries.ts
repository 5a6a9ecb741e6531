import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const waitingMail = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  purpose: z.string(),
  createdAt: z.coerce.date(),
})

/** A mail as it is delivered. */
export type WaitingMail = z.infer<typeof waitingMail>

/** Counts an attempt and answers the mail, or null when it no longer waits: delivered already, or erased. */
export const startAttempt = async (database: Database, id: string): Promise<WaitingMail | null> => {
  const { rows } = await database.execute(sql`
    update mails set attempts = attempts + 1, updated_at = now()
    where id = ${id}::uuid and state = 'queued'
    returning id, "to", subject, text, html, purpose, created_at as "createdAt"
  `)
  const [row] = rows
  return row === undefined ? null : waitingMail.parse(row)
}

/** Handed to the mail server: the body, whose links open doors, gives way to `note`. */
export const recordSent = (
  database: Database,
  { id, note, now }: { readonly id: string; readonly note: string; readonly now: Date },
): Promise<unknown> =>
  database.execute(sql`
    update mails set state = 'sent', sent_at = ${now.toISOString()}::timestamptz, last_error = null,
      text = ${note}, html = null, updated_at = now()
    where id = ${id}::uuid and state = 'queued'
  `)

/** Written to the outbox folder: the body stays, since the admin is where such a mail is read. */
export const recordOutbox = (
  database: Database,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<unknown> =>
  database.execute(sql`
    update mails set state = 'outbox', sent_at = ${now.toISOString()}::timestamptz, last_error = null,
      updated_at = now()
    where id = ${id}::uuid and state = 'queued'
  `)

/** A failed attempt; `final` says that nobody will try again. */
export const recordFailure = (
  database: Database,
  { id, reason, final }: { readonly id: string; readonly reason: string; readonly final: boolean },
): Promise<unknown> =>
  database.execute(sql`
    update mails set state = ${final ? 'failed' : 'queued'}, last_error = ${reason}, updated_at = now()
    where id = ${id}::uuid and state = 'queued'
  `)
