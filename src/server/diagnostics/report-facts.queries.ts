import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

const value = z.union([z.string(), z.number(), z.boolean()])
const profile = z.record(z.string(), z.union([value, z.array(value), z.null()]))

const pinned = {
  id: z.string(),
  revision: z.string(),
  subset: z.string().nullable(),
  rulesVersion: z.string().nullable(),
  profile,
}

const factsRow = z.object({
  ...pinned,
  organisation: z.string(),
  timeZone: z.string(),
  establishment: z.string().nullable(),
  campaign: z.string(),
  assemblyOn: z.string().nullable(),
  network: z
    .object({
      name: z.string(),
      line: z.string().nullable(),
      colours: z.object({ band: z.string(), bandInk: z.string(), bandMark: z.string(), accent: z.string() }),
    })
    .nullable(),
  /** The diagnostic of the campaign before on the same référentiel and perimeter. */
  previous: z.object({ ...pinned, campaign: z.string() }).nullable(),
})

/** What a synthesis and a report say of a diagnostic beside its answers. */
export type DiagnosticFacts = z.infer<typeof factsRow>

/** Whose diagnostic: a `Scope` of the front office, or that of an endpoint. */
export type DiagnosticOwner = { readonly organisation: { readonly id: string } }

const factsOfDiagnostic = statement<{ organisation: string; diagnostic: string }>('diagnostic-facts', (value) => sql`
    select d.id, d.revision_id as revision, d.subset, d.rules_version as "rulesVersion", d.profile,
      o.name as organisation, o.time_zone as "timeZone", e.name as establishment, c.label as campaign,
      c.assembly_on as "assemblyOn",
      (select jsonb_build_object('name', w.name, 'line', w.line, 'colours', jsonb_build_object(
          'band', w.band, 'bandInk', w.band_ink, 'bandMark', w.band_mark, 'accent', w.accent))
        from network_memberships n join white_labels w on w.network_id = n.network_id
        where n.organisation_id = o.id and n.left_on is null order by n.joined_on desc limit 1) as network,
      (select jsonb_build_object('id', p.id, 'revision', p.revision_id, 'subset', p.subset,
          'rulesVersion', p.rules_version, 'profile', p.profile, 'campaign', b.label)
        from diagnostics p join campaigns b on b.id = p.campaign_id
        where p.organisation_id = d.organisation_id and p.campaign_id = c.previous_id and p.referentiel = d.referentiel
          and p.establishment_id is not distinct from d.establishment_id and p.state <> 'replaced'
        order by p.created_at desc limit 1) as previous
    from diagnostics d
    join organisations o on o.id = d.organisation_id
    join campaigns c on c.id = d.campaign_id
    left join establishments e on e.id = d.establishment_id
    where d.id = ${value('diagnostic')}::uuid and d.organisation_id = ${value('organisation')}::uuid`)

/** Null for a diagnostic of another organisation, as for one that doesn't exist. One statement. */
export const loadDiagnosticFacts = async (
  scope: DiagnosticOwner,
  database: Database,
  diagnostic: string,
): Promise<DiagnosticFacts | null> => {
  const [row] = await factsOfDiagnostic(database, { organisation: scope.organisation.id, diagnostic })
  return row === undefined ? null : factsRow.parse(row)
}
