import type { PayloadRequest } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import type { Role, ThemeLimit } from '#domain/rights/rights.rules.ts'
import type { Result } from '#domain/result.ts'
import { failure, ok } from '#domain/result.ts'
import { databaseOf } from '#server/database/database-of.ts'

import { findLink } from './access-links.queries.ts'
import type { AccessLink, LinkPurpose } from './access-links.queries.ts'
import { hashOfToken, looksLikeToken, newLinkToken } from './link-token.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long each kind of link opens, in milliseconds. */
export const lifetimeOf: Readonly<Record<LinkPurpose, number>> = {
  invitation: 14 * day,
  'first-administrator': 2 * day,
  password: hour,
  'confirm-email': 7 * day,
}

export type NewLink = {
  readonly purpose: LinkPurpose
  readonly email: string
  readonly user?: string
  readonly organisation?: string
  readonly role?: Role
  readonly themeLimits?: readonly ThemeLimit[]
  readonly invitedBy?: string
}

/**
 * Makes a link and retires the earlier unused ones of the same purpose, person and organisation.
 * The token is in the answer and nowhere else: only its hash is stored.
 */
export const createLink = async (
  req: PayloadRequest,
  { link, now }: { readonly link: NewLink; readonly now: Date },
): Promise<{ readonly token: string; readonly expiresAt: Date }> => {
  const token = newLinkToken()
  const expiresAt = new Date(now.getTime() + lifetimeOf[link.purpose])
  await req.payload.update({
    collection: 'access-links',
    where: {
      purpose: { equals: link.purpose },
      email: { equals: link.email },
      organisation: link.organisation === undefined ? { exists: false } : { equals: link.organisation },
      usedAt: { exists: false },
      expiresAt: { greater_than: now.toISOString() },
    },
    data: { expiresAt: now.toISOString() },
    overrideAccess: true,
    req,
  })
  await req.payload.create({
    collection: 'access-links',
    data: {
      ...link,
      themeLimits: link.themeLimits === undefined ? undefined : [...link.themeLimits],
      tokenHash: hashOfToken(token),
      expiresAt: expiresAt.toISOString(),
    },
    overrideAccess: true,
    req,
  })
  return { token, expiresAt }
}

const stateOf = (link: AccessLink | null, now: Date): Result<AccessLink, DomainError> => {
  if (link === null) return failure(new DomainError('LINK_UNKNOWN'))
  if (link.usedAt !== null) return failure(new DomainError('LINK_USED'))
  if (link.expiresAt <= now) return failure(new DomainError('LINK_EXPIRED'))
  return ok(link)
}

type Opening = { readonly token: string; readonly purposes: readonly LinkPurpose[]; readonly now: Date }

const openLink = async (
  req: PayloadRequest,
  { token, purposes, now }: Opening,
  lock: boolean,
): Promise<Result<AccessLink, DomainError>> =>
  looksLikeToken(token)
    ? stateOf(await findLink(await databaseOf(req), { tokenHash: hashOfToken(token), purposes, lock }), now)
    : failure(new DomainError('LINK_UNKNOWN'))

/** What a token opens now. Reading a link changes nothing: mail programs open links before people do. */
export const readLink = (req: PayloadRequest, opening: Opening): Promise<Result<AccessLink, DomainError>> =>
  openLink(req, opening, false)

/**
 * Uses a link up, inside the caller's transaction: of two simultaneous tries one wins, the other is refused,
 * and a use that fails later leaves the link usable. Throws what `readLink` answers.
 */
export const consumeLink = async (req: PayloadRequest, opening: Opening): Promise<AccessLink> => {
  const opened = await openLink(req, opening, true)
  if (!opened.ok) throw opened.error
  await req.payload.update({
    collection: 'access-links',
    id: opened.value.id,
    data: { usedAt: opening.now.toISOString() },
    overrideAccess: true,
    req,
  })
  return opened.value
}
