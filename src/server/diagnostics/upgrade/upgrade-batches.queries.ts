import { randomUUIDv7 } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'
import { reachesNetwork, reachesOrganisation } from '#server/scope/audience.queries.ts'

/** Whose diagnostics a batch is about: those of a network's members, of one organisation, or of everybody. */
export type Audience = { readonly kind: 'network'; readonly id: string } | { readonly kind: 'organisation'; readonly id: string } | { readonly kind: 'platform' }

/** Who starts a batch: checked by the caller against the audience. */
export type BatchScope = { readonly person: { readonly id: string }; readonly audience: Audience }

const idOf = ({ audience }: BatchScope, kind: 'network' | 'organisation'): string | null => (audience.kind === kind ? audience.id : null)

const number = (column: ReturnType<typeof sql>) => sql`string_to_array(${column}, '.')::bigint[]`

const inAudience = (scope: BatchScope) => sql`(
    (${idOf(scope, 'organisation')}::uuid is null or d.organisation_id = ${idOf(scope, 'organisation')}::uuid)
    and (${idOf(scope, 'network')}::uuid is null or d.organisation_id in (
      select m.organisation_id from network_memberships m where m.network_id = ${idOf(scope, 'network')}::uuid and m.left_on is null)))`

const subscriptionRow = z.object({ end: z.string().nullable(), timeZone: z.string() })

/** Until when the organisation of an audience may write, by its own subscription or its network's; null for other audiences. */
export const subscriptionOf = async (scope: BatchScope, database: Database): Promise<z.infer<typeof subscriptionRow> | null> => {
  const { rows } = await database.execute(sql`
    select o.time_zone as "timeZone", (select max(s."end") from subscriptions s
      where s.organisation_id = o.id or s.network_id in (
        select m.network_id from network_memberships m where m.organisation_id = o.id and m.left_on is null)) as "end"
    from organisations o where o.id = ${idOf(scope, 'organisation')}::uuid`)
  const [row] = rows
  return row === undefined ? null : subscriptionRow.parse(row)
}

const started = z.object({ batch: z.string(), diagnostics: z.number().int() })

/**
 * Makes a batch of the audience's open diagnostics on older versions than a revision, each step proposed or, where an
 * organisation decides for itself, confirmed. Null where the revision is no published version of a référentiel.
 */
export const insertBatch = async (scope: BatchScope, database: Database, revision: string): Promise<z.infer<typeof started> | null> => {
  const batch = randomUUIDv7()
  const { rows } = await database.execute(sql`
    with target as (
      select r.id, r.referentiel, r.version from revisions r where r.id = ${revision}::uuid and r.status = 'published'
        and (${reachesNetwork(idOf(scope, 'network'))} or ${reachesOrganisation(sql`${idOf(scope, 'organisation')}`)})
    ), made as (
      insert into upgrade_batches (id, referentiel, revision_id, network_id, organisation_id, started_by_id)
      select ${batch}::uuid, referentiel, id, ${idOf(scope, 'network')}::uuid, ${idOf(scope, 'organisation')}::uuid, ${scope.person.id}::uuid
      from target returning id
    ), steps as (
      insert into upgrade_steps (batch_id, diagnostic_id, organisation_id, state, confirmed_by_id)
      select made.id, d.id, d.organisation_id,
        case when ${scope.audience.kind} = 'organisation' then 'confirmed' else 'proposed' end,
        case when ${scope.audience.kind} = 'organisation' then ${scope.person.id}::uuid end
      from made, target t join diagnostics d on d.referentiel = t.referentiel join revisions r on r.id = d.revision_id
      where d.state = 'open' and ${number(sql`r.version`)} < ${number(sql`t.version`)} and ${inAudience(scope)}
      returning 1
    )
    select made.id as batch, (select count(*)::int from steps) as diagnostics from made`)
  const [row] = rows
  return row === undefined ? null : started.parse(row)
}

const progressRow = z.object({
  batch: z.string(),
  referentiel: z.string(),
  version: z.string(),
  waiting: z.number(),
  proposed: z.number(),
  confirmed: z.number(),
  moved: z.number(),
  failed: z.number(),
  /** Sums over the steps that were simulated or moved: figures, never whose. */
  answers: z.object({ carried: z.number(), toConfirm: z.number(), setAside: z.number() }),
})

/** How far a batch has come, in figures that name nobody. */
export type BatchProgress = z.infer<typeof progressRow>

/** The last batches of an audience, the newest first. */
export const listBatches = async (scope: BatchScope, database: Database): Promise<readonly BatchProgress[]> => {
  const count = (state: string) => sql`(count(*) filter (where s.state = ${state}))::int`
  const sum = (name: string) => sql`coalesce(sum((s.summary->>${name})::int), 0)::int`
  const { rows } = await database.execute(sql`
    select b.id as batch, b.referentiel, r.version, ${count('proposed')} as waiting, ${count('simulated')} as proposed,
      ${count('confirmed')} as confirmed, ${count('moved')} as moved, ${count('failed')} as failed,
      jsonb_build_object('carried', ${sum('carried')}, 'toConfirm', ${sum('toConfirm')}, 'setAside', ${sum('setAside')}) as answers
    from upgrade_batches b join revisions r on r.id = b.revision_id left join upgrade_steps s on s.batch_id = b.id
    where b.network_id is not distinct from ${idOf(scope, 'network')}::uuid
      and b.organisation_id is not distinct from ${idOf(scope, 'organisation')}::uuid
    group by b.id, r.version order by b.created_at desc, b.id desc limit 20`)
  return z.array(progressRow).parse(rows)
}

const stepRow = z.object({
  diagnostic: z.string(),
  organisation: z.string(),
  state: z.enum(['proposed', 'confirmed']),
  confirmedBy: z.string().nullable(),
  revision: z.string(),
})

/** One diagnostic that the job still has to look at. */
export type OpenStep = z.infer<typeof stepRow>

/** The next steps of a batch that wait for the job, after a diagnostic. System work: the job asks for everybody. */
export const openSteps = async (database: Database, { batch, after, limit }: { readonly batch: string; readonly after: string; readonly limit: number }): Promise<readonly OpenStep[]> => {
  const { rows } = await database.execute(sql`
    select s.diagnostic_id as diagnostic, s.organisation_id as organisation, s.state, s.confirmed_by_id as "confirmedBy", b.revision_id as revision
    from upgrade_steps s join upgrade_batches b on b.id = s.batch_id
    where s.batch_id = ${batch}::uuid and s.state in ('proposed', 'confirmed') and s.diagnostic_id > ${after}::uuid
    order by s.diagnostic_id limit ${limit}`)
  return z.array(stepRow).parse(rows)
}

/** Notes what became of a step, unless somebody decided otherwise meanwhile. */
export const closeStep = async (
  database: Database,
  { batch, step, state, summary }: { readonly batch: string; readonly step: OpenStep; readonly state: 'simulated' | 'moved' | 'failed'; readonly summary: Readonly<Record<string, unknown>> },
): Promise<void> => {
  await database.execute(sql`
    update upgrade_steps set state = ${state}, summary = coalesce(summary, '{}'::jsonb) || ${JSON.stringify(summary)}::jsonb, updated_at = clock_timestamp()
    where batch_id = ${batch}::uuid and diagnostic_id = ${step.diagnostic}::uuid and state = ${step.state}`)
}
