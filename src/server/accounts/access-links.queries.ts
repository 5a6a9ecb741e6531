import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { roles } from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'

export const linkPurposes = ['invitation', 'first-administrator', 'password', 'confirm-email'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

const linkRow = z.object({
  id: z.string(),
  purpose: z.enum(linkPurposes),
  email: z.string(),
  user: z.string().nullable(),
  organisation: z.string().nullable(),
  organisationName: z.string().nullable(),
  organisationNumber: z.coerce.number().nullable(),
  invitedByName: z.string().nullable(),
  role: z.enum(roles).nullable(),
  themeLimits: z.array(z.object({ referentiel: z.string(), node: z.string() })).nullable(),
  expiresAt: z.coerce.date(),
  usedAt: z.coerce.date().nullable(),
})

export type AccessLink = z.infer<typeof linkRow>

/**
 * The link with this hash, if it serves one of the purposes, with the names its page shows. `lock` holds the
 * row until the transaction ends, so that of two people who use it at once the second sees it used.
 */
export const findLink = async (
  database: Database,
  {
    tokenHash,
    purposes,
    lock,
  }: { readonly tokenHash: string; readonly purposes: readonly LinkPurpose[]; readonly lock: boolean },
): Promise<AccessLink | null> => {
  const { rows } = await database.execute(sql`
    select l.id, l.purpose, l.email, l.user_id as "user", l.organisation_id as organisation,
      o.name as "organisationName", o.number as "organisationNumber",
      nullif(concat_ws(' ', i.first_name, i.last_name), '') as "invitedByName",
      l.role::text as role, l.theme_limits as "themeLimits",
      l.expires_at as "expiresAt", l.used_at as "usedAt"
    from access_links l
    left join organisations o on o.id = l.organisation_id
    left join users i on i.id = l.invited_by_id
    where l.token_hash = ${tokenHash} and l.purpose in ${[...purposes]}
    ${lock ? sql`for update of l` : sql``}`)
  const [row] = rows
  return row === undefined ? null : linkRow.parse(row)
}
