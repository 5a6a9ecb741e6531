import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { campaignStates } from '#domain/diagnostic/states.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'
import { reachesOrganisation } from '#server/scope/audience.queries.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

const campaignRow = z.object({
  id: z.string(),
  label: z.string(),
  startOn: z.string(),
  endOn: z.string(),
  assemblyOn: z.string().nullable(),
  state: z.enum(campaignStates),
})

export type Campaign = z.infer<typeof campaignRow>

/** The organisation's campaigns, the latest first. */
export const listCampaigns = async (scope: Scope, database: Database): Promise<readonly Campaign[]> => {
  requireRight(scope, 'content:read')
  const { rows } = await database.execute(sql`
    select id, label, start_on as "startOn", end_on as "endOn", assembly_on as "assemblyOn", state
    from campaigns where organisation_id = ${scope.organisation.id}::uuid
    order by start_on desc, created_at desc, id`)
  return z.array(campaignRow).parse(rows)
}

const latestLabel = statement<{ organisation: string }>('latest-campaign', (value) => sql`
    select label from campaigns where organisation_id = ${value('organisation')}::uuid
    order by start_on desc, created_at desc, id limit 1`)

/** The label of the latest one alone, for the bar above every page; null before the first. */
export const findLatestLabel = async (scope: Scope, database: Database): Promise<string | null> => {
  requireRight(scope, 'content:read')
  const [row] = await latestLabel(database, { organisation: scope.organisation.id })
  return row === undefined ? null : z.object({ label: z.string() }).parse(row).label
}

const offeredRow = z.object({
  revision: z.string(),
  referentiel: z.string(),
  version: z.string(),
  title: z.string(),
  /** Codes of the subsets that are offered as référentiels of their own. */
  subsets: z.array(z.string()),
})

/** A published version that the organisation's new diagnostics may take: the latest of each référentiel. */
export type OfferedRevision = z.infer<typeof offeredRow>

export const listOfferedRevisions = async (scope: Scope, database: Database): Promise<readonly OfferedRevision[]> => {
  requireRight(scope, 'content:read')
  const { rows } = await database.execute(sql`
    select revision, referentiel, version, title,
      coalesce((select jsonb_agg(subset->>'code') from jsonb_array_elements(canonical::jsonb->'subsets') as subset
        where (subset->>'offered')::boolean), '[]'::jsonb) as subsets
    from (
      select distinct on (r.referentiel) r.id as revision, r.referentiel, r.version, r.title, r.canonical
      from revisions r where r.status = 'published' and ${reachesOrganisation(scope.organisation.id)}
      order by r.referentiel, string_to_array(r.version, '.')::bigint[] desc) latest
    order by title collate "fr-x-icu", referentiel`)
  return z.array(offeredRow).parse(rows)
}

const establishmentRow = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.record(z.string(), z.array(z.string())),
})

export type EstablishmentChoice = z.infer<typeof establishmentRow>

export const listEstablishments = async (scope: Scope, database: Database): Promise<readonly EstablishmentChoice[]> => {
  requireRight(scope, 'organisation:read')
  const { rows } = await database.execute(sql`
    select id, name, profile from establishments
    where organisation_id = ${scope.organisation.id}::uuid order by name collate "fr-x-icu", id`)
  return z.array(establishmentRow).parse(rows)
}

const factsRow = z.object({
  sector: z.string().nullable(),
  legalForm: z.string().nullable(),
  headcount: z.coerce.number().nullable(),
})

/** What is known of the organisation, by the names that a référentiel's `source` gives: it prefills the profile. */
export const organisationFacts = async (scope: Scope, database: Database): Promise<Readonly<Record<string, string>>> => {
  requireRight(scope, 'organisation:read')
  const { rows } = await database.execute(sql`
    select sector, legal_form as "legalForm", headcount from organisations where id = ${scope.organisation.id}::uuid`)
  const facts = factsRow.parse(rows[0])
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
}
