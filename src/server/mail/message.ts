import type { SendMailOptions } from 'nodemailer'

import type { Mailbox } from './mailbox.ts'
import type { WaitingMail } from './mails.queries.ts'

/**
 * The same for every attempt at one mail: a delivery that is repeated after a crash bears the identifier
 * of the first, so that mail servers and clients can recognise it.
 */
export const messageIdOf = ({ id, from }: { readonly id: string; readonly from: Mailbox }): string =>
  `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`

/** The message of a mail, with nothing in it that changes from one attempt to the next. */
export const composeMessage = ({
  mail,
  from,
}: {
  readonly mail: WaitingMail
  readonly from: Mailbox
}): SendMailOptions => ({
  // Objects: an address given as a text would be parsed again.
  from: { name: from.name, address: from.address },
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  ...(mail.html === null ? {} : { html: mail.html }),
  messageId: messageIdOf({ id: mail.id, from }),
  date: mail.createdAt,
  // Absence notices don't answer it (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
})
