import { createTransport } from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'

/** Milliseconds. Together well below the job's timeout, so that a silent server can't keep a job twice. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** Hands a message to the mail server; one connection per message. Throws what the server or the net says. */
export const deliverBySmtp = async ({
  smtpUrl,
  message,
}: {
  readonly smtpUrl: string
  readonly message: SendMailOptions
}): Promise<void> => {
  const transport = createTransport({ url: smtpUrl, ...timeouts })
  try {
    await transport.sendMail(message)
  } finally {
    transport.close()
  }
}
