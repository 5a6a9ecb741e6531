import type { EmailAdapter } from 'payload'
import { z } from 'zod'

import { environment } from '#server/environment.ts'

import { parseMailbox } from './mailbox.ts'
import { plainTextOf } from './plain-text.ts'
import { sendMail } from './send-mail.ts'

const mailbox = z.object({ address: z.string() })

/** Nodemailer takes an address, a mailbox, a list of either, and more that Payload never sends. */
const addressesOf = (to: unknown): readonly string[] => {
  const list: readonly unknown[] = Array.isArray(to) ? to : [to]
  return list.flatMap((entry) => {
    if (typeof entry === 'string') return [parseMailbox(entry)?.address ?? entry]
    const parsed = mailbox.safeParse(entry)
    return parsed.success ? [parsed.data.address] : []
  })
}

const plain = (content: unknown): string | undefined => (typeof content === 'string' ? content : undefined)

/**
 * What code of Payload sends goes by the same road as ours. Payload gives the adapter no request, so these
 * mails can't join its transaction. Its own mails for new passwords are refused at the door (`guardRest`).
 */
export const payloadEmailAdapter: EmailAdapter<readonly string[]> = ({ payload }) => {
  const { mailFrom } = environment()
  const from = parseMailbox(mailFrom) ?? { name: '', address: mailFrom }
  return {
    name: 'outbox',
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    sendEmail: async ({ to, subject = '', html, text }) => {
      const rich = plain(html)
      const words = plain(text) ?? (rich === undefined ? '' : plainTextOf(rich))
      const sent: string[] = []
      for (const address of addressesOf(to)) {
        const body = rich === undefined ? { text: words } : { text: words, html: rich }
        const { id } = await sendMail({
          payload,
          mail: { to: address, subject, purpose: 'account', ...body },
        })
        sent.push(id)
      }
      return sent
    },
  }
}
