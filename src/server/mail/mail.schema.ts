import { z } from 'zod'

import type { MailText } from '#texts/mails.ts'

import type { MailBrand } from './layout.ts'

/** No control character, line breaks first of all: a header ends where a line ends. */
const oneLine = z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)

/** One address, as the envelope and the header take it; RFC 5321 caps it at 254 octets. */
export const mailAddressSchema = oneLine.max(254).pipe(z.email())

/** What the platform sends to one person. */
export const mailSchema = z.strictObject({
  to: mailAddressSchema,
  subject: oneLine.min(1).max(200),
  text: z.string().min(1).max(200_000),
  html: z.string().min(1).max(500_000).optional(),
  /** Why it is sent, in kebab case: invitation, password, welcome … It is part of a file's name. */
  purpose: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  organisation: z.uuid().optional(),
})

/** A mail whose bodies are made already. */
export type Mail = z.infer<typeof mailSchema>

/** A mail as `#texts/mails.ts` writes it: its bodies are laid out on the way. */
export type WrittenMail = Pick<Mail, 'to' | 'purpose' | 'organisation'> &
  MailText & { readonly brand?: MailBrand }
