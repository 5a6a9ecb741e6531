import { createHash } from 'node:crypto'

import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import { jobQueue } from '#server/jobs/queue.ts'

import { layoutMail } from './layout.ts'
import { mailSchema } from './mail.schema.ts'
import type { Mail, WrittenMail } from './mail.schema.ts'

/** What a delivered mail is known by once its body is gone. */
const bodyHash = ({ text, html }: Pick<Mail, 'text' | 'html'>): string =>
  createHash('sha256')
    .update(text)
    .update('\0')
    .update(html ?? '')
    .digest('hex')

const withBodies = (mail: Mail | WrittenMail): Mail => {
  if ('text' in mail) return mail
  const { to, purpose, organisation, brand, ...text } = mail
  return { to, purpose, organisation, ...layoutMail(text, brand) }
}

const writtenRow = z.object({ id: z.uuid() })

const writeAndEnqueue = async (req: PayloadRequest, mail: Mail): Promise<string> => {
  // Not `payload.create`: its hooks would copy the body, and the links in it, into the journal.
  const row: unknown = await req.payload.db.create({
    collection: 'mails',
    data: { ...mail, bodyHash: bodyHash(mail), state: 'queued', attempts: 0 },
    req,
  })
  const { id } = writtenRow.parse(row)
  // The job bears the row's id: one mail never has two jobs, and the sweep finds mails without one.
  await jobQueue(req.payload).enqueue({ name: 'send-mail', data: { mail: id }, req, options: { id } })
  return id
}

/**
 * Writes a mail to the outbox and asks a worker to deliver it, both in the transaction of `req` where it has
 * one and in one of their own otherwise: what is rolled back is never sent, and what is written is delivered
 * at least once. It answers before the delivery.
 *
 * @throws DomainError INVALID_INPUT when the address or the subject can't stand in a header.
 */
export const sendMail = async ({
  payload,
  req: outer,
  mail,
}: {
  readonly payload: Payload
  readonly req?: PayloadRequest
  readonly mail: Mail | WrittenMail
}): Promise<{ readonly id: string }> => {
  const checked = mailSchema.safeParse(withBodies(mail))
  if (!checked.success) {
    const field = checked.error.issues[0]?.path.join('.') ?? 'mail'
    throw new DomainError('INVALID_INPUT', { field }, { cause: checked.error })
  }
  const req = outer ?? (await createLocalReq({}, payload))
  const isOurs = await initTransaction(req)
  try {
    const id = await writeAndEnqueue(req, checked.data)
    if (isOurs) await commitTransaction(req)
    return { id }
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}
