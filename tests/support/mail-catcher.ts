import type { AddressInfo } from 'node:net'

import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type MailCatcher = {
  /** For SMTP_URL. */
  readonly url: string
  readonly port: number
  /** Every message that was accepted, in the order of arrival. */
  readonly mails: readonly ParsedMail[]
  readonly stop: () => Promise<void>
}

export type Envelope = { readonly to: string }

export type CatcherOptions = {
  /** A port that an earlier catcher had; a free one otherwise. */
  readonly port?: number
  /** Called with a recipient; answers an SMTP error such as `550` to refuse, nothing to accept. */
  readonly refuse?: (envelope: Envelope) => number | undefined
  /** Called when a message is complete, before the server says « 250 OK ». */
  readonly beforeAccepting?: (mail: ParsedMail) => Promise<void>
}

const refusal = (code: number) => Object.assign(new Error(`refused with ${code}`), { responseCode: code })

/** A real SMTP server in this process that keeps what it gets. */
export const startMailCatcher = async ({
  port = 0,
  refuse,
  beforeAccepting,
}: CatcherOptions = {}): Promise<MailCatcher> => {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = refuse?.({ to: address })
      done(code === undefined ? null : refusal(code))
    },
    onData: (stream, _session, done) => {
      const receive = async () => {
        const mail = await simpleParser(stream)
        await beforeAccepting?.(mail)
        mails.push(mail)
      }
      receive().then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  // A client that is killed resets its connection; that is part of some tests.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail catcher listens on a port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
