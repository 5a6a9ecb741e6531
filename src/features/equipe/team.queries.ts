import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { roles } from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

const member = z.object({
  membership: z.string(),
  user: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  role: z.enum(roles),
  themeLimits: z.array(z.object({ referentiel: z.string(), node: z.string() })),
  since: z.coerce.date(),
})

export type Member = z.infer<typeof member>

const membersOf = statement<{ organisation: string }>('members', (value) => sql`
    select m.id as membership, u.id as "user", u.first_name as "firstName", u.last_name as "lastName", u.email,
      m.role::text as role, coalesce(m.theme_limits, '[]'::jsonb) as "themeLimits", m.created_at as since
    from memberships m join users u on u.id = m.user_id
    where m.organisation_id = ${value('organisation')}::uuid
    order by u.last_name collate "fr-x-icu", u.first_name collate "fr-x-icu", u.id`)

/** The people of the organisation, by name as a French reader expects it. */
export const listMembers = async (scope: Scope, database: Database): Promise<readonly Member[]> => {
  requireRight(scope, 'team:read')
  return z.array(member).parse(await membersOf(database, { organisation: scope.organisation.id }))
}

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invitedBy: z.string().nullable(),
  sentAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
})

export type PendingInvitation = z.infer<typeof invitation>

const invitationsOf = statement<{ organisation: string }>('invitations', (value) => sql`
    select id, email, role, "sentAt", "expiresAt", "invitedBy"
    from (
      select distinct on (l.email) l.id, l.email, l.role::text as role, l.created_at as "sentAt",
        l.expires_at as "expiresAt", l.used_at as "usedAt", l.organisation_id as organisation,
        nullif(concat_ws(' ', i.first_name, i.last_name), '') as "invitedBy"
      from access_links l left join users i on i.id = l.invited_by_id
      where l.organisation_id = ${value('organisation')}::uuid and l.purpose = 'invitation'
      order by l.email, l.created_at desc, l.id desc) latest
    where latest."usedAt" is null and latest."expiresAt" > now() - interval '30 days'
      and not exists (
        select 1 from memberships m join users u on u.id = m.user_id
        where m.organisation_id = latest.organisation and u.email = latest.email)
    order by latest."sentAt" desc`)

/**
 * Invitations that nobody accepted yet, expired ones of the last 30 days included, newest first. Only the
 * latest to each address counts: one that was sent again, then cancelled, doesn't come back as an older one.
 */
export const listInvitations = async (scope: Scope, database: Database): Promise<readonly PendingInvitation[]> => {
  requireRight(scope, 'team:manage')
  return z.array(invitation).parse(await invitationsOf(database, { organisation: scope.organisation.id }))
}
