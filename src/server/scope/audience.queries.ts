import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'

/**
 * Whom a published version of a référentiel is for, as a condition on a row of `revisions`: the only place that says it in
 * SQL. Everybody; the organisations that are members today of the network that owns it; the organisation that owns it.
 */
export const reachesOrganisation = (organisation: SQL | string, revision: SQL = sql`r`): SQL => sql`(
  ${revision}.visibility = 'public' or exists (
    select from referentiels owned where owned.code = ${revision}.referentiel and owned.owner_kind = ${revision}.visibility and (
      (owned.owner_kind = 'organisation' and owned.owner_id = ${organisation}::text)
      or (owned.owner_kind = 'network' and exists (
        select from network_memberships m where m.organisation_id::text = ${organisation}::text
          and m.network_id::text = owned.owner_id and m.left_on is null)))))`

/** The same for all members of one network at once: what is theirs, and what is everybody's. */
export const reachesNetwork = (network: SQL | string | null, revision: SQL = sql`r`): SQL => sql`(
  ${revision}.visibility = 'public' or exists (
    select from referentiels owned where owned.code = ${revision}.referentiel and ${revision}.visibility = 'network'
      and owned.owner_kind = 'network' and owned.owner_id = ${network}::text))`
