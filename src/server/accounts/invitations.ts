import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import type { Role, ThemeLimit } from '#domain/rights/rights.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'
import type { Database } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import { environment } from '#server/environment.ts'
import { sendMail } from '#server/mail/send-mail.ts'
import { actAs } from '#server/scope/audit.ts'
import { requireOpen } from '#server/scope/open-for-writing.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'
import { invitationMail } from '#texts/mails.ts'

import { consumeLink, createLink, readLink } from './access-links.ts'
import type { AccessLink } from './access-links.queries.ts'
import { findPerson, invitationsBy, isMember, lockAddress } from './people.queries.ts'
import { verifyEmail } from './verify-email.ts'

export type Invitation = {
  readonly email: string
  readonly role: Role
  readonly themeLimits: readonly ThemeLimit[]
}

/**
 * How many invitations somebody may send before they confirmed their own address: enough to begin with colleagues on the
 * first day, too few to use the platform's name for sending to strangers.
 */
export const invitationsUnconfirmed = 3

/** Throws ADDRESS_UNCONFIRMED. Behind a lock on the sender's address, so that many at once are counted one by one. */
const requireKnownSender = async (database: Database, { id, email }: Scope['person']): Promise<void> => {
  const sender = await findPerson(database, email)
  if (sender?.emailVerifiedAt) return
  await lockAddress(database, email)
  if ((await invitationsBy(database, id)) >= invitationsUnconfirmed) throw new DomainError('ADDRESS_UNCONFIRMED', { most: invitationsUnconfirmed })
}

/**
 * Invites someone into the organisation of the scope, by mail; an earlier pending invitation of the same
 * person ends. Throws FORBIDDEN without the right, SUBSCRIPTION_ENDED, ADDRESS_UNCONFIRMED, ALREADY_MEMBER.
 */
export const invite = async (
  { payload, user, scope }: { readonly payload: Payload; readonly user: TypedUser; readonly scope: Scope },
  { invitation, now }: { readonly invitation: Invitation; readonly now: Date },
): Promise<{ readonly expiresAt: Date }> => {
  requireRight(scope, 'team:manage')
  requireOpen(scope, now)
  return inTransaction({ payload, user }, async (req) => {
    const { organisation } = scope
    await requireKnownSender(await databaseOf(req), scope.person)
    if (await isMember(await databaseOf(req), invitation.email, organisation.id)) {
      throw new DomainError('ALREADY_MEMBER')
    }
    const { token, expiresAt } = await createLink(req, {
      link: { purpose: 'invitation', organisation: organisation.id, invitedBy: String(user.id), ...invitation },
      now,
    })
    await sendMail({
      payload,
      req,
      mail: {
        to: invitation.email,
        purpose: 'invitation',
        organisation: organisation.id,
        ...invitationMail({
          invitedBy: scope.person.fullName,
          organisation: organisation.name,
          role: invitation.role,
          expiresAt,
          link: `${environment().publicUrl}/invitation/${token}`,
        }),
      },
    })
    return { expiresAt }
  })
}

/** Ends a pending invitation of the scope's organisation. Throws FORBIDDEN, NOT_FOUND. */
export const cancelInvitation = async (
  { payload, user, scope }: { readonly payload: Payload; readonly user: TypedUser; readonly scope: Scope },
  { invitation, now }: { readonly invitation: string; readonly now: Date },
): Promise<void> => {
  requireRight(scope, 'team:manage')
  await inTransaction({ payload, user }, async (req) => {
    const { docs } = await payload.update({
      collection: 'access-links',
      where: {
        id: { equals: invitation },
        purpose: { equals: 'invitation' },
        organisation: { equals: scope.organisation.id },
        usedAt: { exists: false },
      },
      // As if it had never been sent: it leaves the list of pending invitations at once.
      data: { expiresAt: now.toISOString(), usedAt: now.toISOString() },
      overrideAccess: true,
      req,
    })
    if (docs.length === 0) throw new DomainError('NOT_FOUND')
  })
}

export type NewPerson = { readonly firstName: string; readonly lastName: string; readonly password: string }

const join = async (req: PayloadRequest, { link, user }: { readonly link: AccessLink; readonly user: string }) => {
  if (link.purpose === 'first-administrator') {
    await req.payload.update({ collection: 'users', id: user, data: { staff: 'admin' }, overrideAccess: true, req })
    return
  }
  if (link.organisation === null || link.role === null) throw new DomainError('LINK_UNKNOWN')
  if (await isMember(await databaseOf(req), link.email, link.organisation)) throw new DomainError('ALREADY_MEMBER')
  await req.payload.create({
    collection: 'memberships',
    data: {
      organisation: link.organisation,
      user,
      role: link.role,
      themeLimits: link.themeLimits ?? [],
    },
    overrideAccess: true,
    req,
  })
}

const accountPurposes = ['invitation', 'first-administrator'] as const

/**
 * Accepts an invitation as the person who is signed in: only the one to whom it was sent, so that a
 * forwarded link opens nothing. Throws what the link's state says, and FORBIDDEN for someone else.
 */
export const acceptSignedIn = async (
  { payload, user }: { readonly payload: Payload; readonly user: TypedUser },
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<AccessLink> =>
  inTransaction({ payload, user }, async (req) => {
    const link = await consumeLink(req, { token, purposes: accountPurposes, now })
    if (link.email !== user.email) throw new DomainError('FORBIDDEN')
    await lockAddress(await databaseOf(req), link.email)
    await join(req, { link, user: String(user.id) })
    await verifyEmail(req, { user: String(user.id), email: link.email, now })
    return link
  })

/**
 * Accepts an invitation with a new account, or with an account whose address nobody ever confirmed: the
 * link proves the mailbox, so the new password replaces whatever stranger's password stood there and ends
 * its sessions. A confirmed account has to sign in instead: throws NOT_SIGNED_IN.
 */
export const acceptWithPassword = async (
  payload: Payload,
  { token, person, now }: { readonly token: string; readonly person: NewPerson; readonly now: Date },
): Promise<AccessLink> =>
  inTransaction({ payload }, async (req) => {
    const database = await databaseOf(req)
    const invited = await readLink(req, { token, purposes: accountPurposes, now })
    if (!invited.ok) throw invited.error
    // The link proves who acts, before it is used up: the journal names them in every entry.
    const account = await findPerson(database, invited.value.email)
    actAs(req, account?.id ?? 'opening')
    const link = await consumeLink(req, { token, purposes: accountPurposes, now })
    await lockAddress(database, link.email)
    const known = await findPerson(database, link.email)
    if (known !== null && known.emailVerifiedAt !== null) throw new DomainError('NOT_SIGNED_IN')
    const user =
      known === null
        ? await payload.create({
            collection: 'users',
            data: { email: link.email, staff: 'none', ...person },
            overrideAccess: true,
            req,
          })
        : await payload.update({ collection: 'users', id: known.id, data: { ...person }, overrideAccess: true, req })
    actAs(req, user.id)
    await verifyEmail(req, { user: user.id, email: link.email, now })
    await join(req, { link, user: user.id })
    return link
  })
