import type { Payload } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import { environment } from '#server/environment.ts'
import { sendMail } from '#server/mail/send-mail.ts'
import { confirmMail, passwordChangedMail, passwordMail } from '#texts/mails.ts'

import { consumeLink, createLink } from './access-links.ts'
import { findPerson } from './people.queries.ts'
import { verifyEmail } from './verify-email.ts'

/**
 * Sends a link for a new password, if the address has an account; answers the same either way, so that
 * nobody learns which addresses have one.
 */
export const requestPassword = async (
  payload: Payload,
  { email, now }: { readonly email: string; readonly now: Date },
): Promise<void> => {
  await inTransaction({ payload }, async (req) => {
    const person = await findPerson(await databaseOf(req), email)
    if (person === null) return
    const { token } = await createLink(req, {
      link: { purpose: 'password', email: person.email, user: person.id },
      now,
    })
    await sendMail({
      payload,
      req,
      mail: {
        to: person.email,
        purpose: 'password',
        ...passwordMail({
          firstName: person.firstName,
          link: `${environment().publicUrl}/mot-de-passe/${token}`,
        }),
      },
    })
  })
}

/**
 * Sets the new password that a link allows, ends every session, lifts a lock, and tells the person by mail.
 * Throws what the link's state says. Answers the address, to sign in with.
 */
export const resetPassword = async (
  payload: Payload,
  { token, password, now }: { readonly token: string; readonly password: string; readonly now: Date },
): Promise<{ readonly email: string }> =>
  inTransaction({ payload }, async (req) => {
    const link = await consumeLink(req, { token, purposes: ['password'], now })
    const person = await findPerson(await databaseOf(req), link.email)
    if (person === null) throw new DomainError('LINK_UNKNOWN')
    await payload.update({
      collection: 'users',
      id: person.id,
      data: { password, loginAttempts: 0, lockUntil: null },
      overrideAccess: true,
      req,
    })
    await verifyEmail(req, { user: person.id, email: link.email, now })
    await sendMail({
      payload,
      req,
      mail: { to: person.email, purpose: 'password-changed', ...passwordChangedMail({ firstName: person.firstName }) },
    })
    return { email: person.email }
  })

/** Confirms the address that received the link. Throws what the link's state says. */
export const confirmEmail = async (
  payload: Payload,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<void> => {
  await inTransaction({ payload }, async (req) => {
    const link = await consumeLink(req, { token, purposes: ['confirm-email'], now })
    if (link.user === null) throw new DomainError('LINK_UNKNOWN')
    await verifyEmail(req, { user: link.user, email: link.email, now })
  })
}

/** Sends the confirming link again, to an account whose address nobody confirmed yet; the earlier one ends. */
export const resendConfirmation = async (
  payload: Payload,
  { email, now }: { readonly email: string; readonly now: Date },
): Promise<void> => {
  await inTransaction({ payload }, async (req) => {
    const person = await findPerson(await databaseOf(req), email)
    if (person === null || person.emailVerifiedAt !== null) return
    const { token, expiresAt } = await createLink(req, {
      link: { purpose: 'confirm-email', email: person.email, user: person.id },
      now,
    })
    await sendMail({
      payload,
      req,
      mail: {
        to: person.email,
        purpose: 'confirm-email',
        ...confirmMail({ firstName: person.firstName, link: `${environment().publicUrl}/confirmation/${token}`, expiresAt }),
      },
    })
  })
}
