import type { Payload, PayloadRequest } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { trialEnd } from '#domain/subscription/trial.rules.ts'
import { calendarDateIn } from '#domain/calendar/calendar-date.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import { environment } from '#server/environment.ts'
import { sendMail } from '#server/mail/send-mail.ts'
import { actAs } from '#server/scope/audit.ts'
import { welcomeMail } from '#texts/mails.ts'

import { createLink } from './access-links.ts'
import { findPerson, lockAddress } from './people.queries.ts'

export type SignUp = {
  readonly organisation: string
  readonly headcount?: number
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly password: string
}

const timeZone = 'Europe/Paris'

/**
 * Opens the discovery offer (domain.md R13): the person, their organisation, its administrator, a
 * subscription of three calendar months and the mail that confirms the address; all of it or nothing.
 * Throws EMAIL_TAKEN. Answers the organisation's number.
 */
export const signUp = async (
  payload: Payload,
  { form, now }: { readonly form: SignUp; readonly now: Date },
): Promise<{ readonly user: string; readonly organisationNumber: number }> =>
  inTransaction({ payload }, async (req) => {
    const database = await databaseOf(req)
    await lockAddress(database, form.email)
    if (await findPerson(database, form.email)) throw new DomainError('EMAIL_TAKEN')
    actAs(req, 'opening')
    const user = await payload.create({
      collection: 'users',
      data: {
        email: form.email,
        password: form.password,
        firstName: form.firstName,
        lastName: form.lastName,
        staff: 'none',
      },
      overrideAccess: true,
      req,
    })
    actAs(req, user.id)
    const organisation = await payload.create({
      collection: 'organisations',
      data: { name: form.organisation, headcount: form.headcount, timeZone },
      overrideAccess: true,
      req,
    })
    await payload.create({
      collection: 'memberships',
      data: { organisation: organisation.id, user: user.id, role: 'admin', themeLimits: [] },
      overrideAccess: true,
      req,
    })
    const start = calendarDateIn(now, timeZone)
    await payload.create({
      collection: 'subscriptions',
      data: { organisation: organisation.id, formula: 'discovery', start, end: trialEnd(start), seats: 1 },
      overrideAccess: true,
      req,
    })
    const { token } = await createLink(req, {
      link: { purpose: 'confirm-email', email: form.email, user: user.id },
      now,
    })
    await sendMail({
      payload,
      req,
      mail: {
        to: form.email,
        purpose: 'welcome',
        organisation: organisation.id,
        ...welcomeMail({
          firstName: form.firstName,
          organisation: form.organisation,
          trialEnd: trialEnd(start),
          link: `${environment().publicUrl}/confirmation/${token}`,
        }),
      },
    })
    return { user: user.id, organisationNumber: await numberOf(payload, organisation.id, req) }
  })

const numberOf = async (payload: Payload, id: string, req: PayloadRequest): Promise<number> => {
  const { number } = await payload.findByID({ collection: 'organisations', id, depth: 0, overrideAccess: true, req })
  if (typeof number !== 'number') throw new Error('The database gave the organisation no number.')
  return number
}
