'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import { jobQueue } from '#server/jobs/queue.ts'
import { payloadInstance } from '#server/payload.ts'
import { loadActor } from '#server/scope/actor.queries.ts'
import { currentUser } from '#server/session/session.ts'

import { requeueMail } from './outbox.queries.ts'

const formSchema = z.object({ mail: z.uuid() })

/** Sends a failed mail again, then shows it. The mail and its job return to the queue together or not at all. */
export const resendMailAction = async (data: FormData): Promise<void> => {
  const user = await currentUser()
  if (user === null) redirect('/connexion?suite=/admin/e-mails')
  const payload = await payloadInstance()
  const actor = await loadActor(payload.db.drizzle, String(user.id))
  if (actor === null || !isPlatformAdmin(actor)) redirect('/admin/unauthorized')
  const form = formSchema.safeParse(Object.fromEntries(data.entries()))
  if (!form.success) redirect('/admin/e-mails')
  const { mail } = form.data
  const isQueued = await inTransaction({ payload, user }, async (req) => {
    const isWaiting = await requeueMail(actor, await databaseOf(req), mail)
    if (isWaiting) await jobQueue(payload).enqueue({ name: 'send-mail', data: { mail }, req, options: { id: mail } })
    return isWaiting
  })
  redirect(`/admin/e-mails/${mail}?renvoi=${isQueued ? 'fait' : 'inutile'}`)
}
