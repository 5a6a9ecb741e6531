import { composeMessage, messageIdOf } from './message.ts'
import { parseMailbox } from './mailbox.ts'
import type { WaitingMail } from './mails.queries.ts'
import { writeToOutbox } from './outbox-folder.ts'
import { deliverBySmtp } from './smtp-delivery.ts'

export type TransportSettings = {
  readonly smtpUrl?: string | undefined
  readonly mailFrom: string
  readonly dataDir: string
}

/** `sent`: a mail server took it. `outbox`: none is configured, it lies in the outbox folder. */
export type Delivery = 'sent' | 'outbox'

/** Delivers one mail once. Throws what went wrong; `failureOf` says whether another attempt can help. */
export const deliverMail = async ({
  mail,
  settings,
}: {
  readonly mail: WaitingMail
  readonly settings: TransportSettings
}): Promise<Delivery> => {
  const from = parseMailbox(settings.mailFrom)
  if (from === null) throw new Error('The sender of mails is not an e-mail address.')
  const message = composeMessage({ mail, from })
  if (settings.smtpUrl !== undefined) {
    await deliverBySmtp({ smtpUrl: settings.smtpUrl, message })
    return 'sent'
  }
  const messageId = messageIdOf({ id: mail.id, from })
  await writeToOutbox({ dataDir: settings.dataDir, mail: { ...mail, messageId }, message })
  return 'outbox'
}
