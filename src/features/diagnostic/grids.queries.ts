import { randomUUIDv7 } from 'node:crypto'

import { sql } from 'drizzle-orm'

import type { Database } from '#server/database/database-of.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

/**
 * Adds the next grid below a node of an open diagnostic. `existing` are the numbers that the page shows: the ones
 * that the référentiel asks for at least are there without a row, and get theirs now.
 */
export const addGrid = async (
  scope: Scope,
  database: Database,
  { diagnostic, node, existing }: { readonly diagnostic: string; readonly node: string; readonly existing: readonly number[] },
): Promise<void> => {
  requireRight(scope, 'content:write')
  const numbers = [...existing, Math.max(0, ...existing) + 1]
  const entries = sql.join(numbers.map((number) => sql`(${randomUUIDv7()}::uuid, ${number}::numeric)`), sql`, `)
  const rows = sql.join(numbers.map((number) => sql`(${randomUUIDv7()}::uuid, ${number}::numeric)`), sql`, `)
  await database.execute(sql`
    with created as (
      insert into grids (id, organisation_id, diagnostic_id, node, number, updated_at, created_at)
      select wanted.id, d.organisation_id, d.id, ${node}, wanted.number, now(), now()
      from (values ${rows}) as wanted (id, number), diagnostics d
      where d.id = ${diagnostic}::uuid and d.organisation_id = ${scope.organisation.id}::uuid and d.state = 'open'
      on conflict do nothing
      returning id, number
    ), entry (id, place) as (values ${entries})
    insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, collection, operation, document, after)
    select entry.id, date_trunc('milliseconds', clock_timestamp()), ${scope.person.id}, 'users', ${scope.onBehalfOf}::text,
      ${scope.organisation.id}, 'grids', 'create', created.id::text,
      jsonb_build_object('diagnostic', ${diagnostic}::text, 'node', ${node}::text, 'number', created.number)
    from created join entry on entry.place = created.number`)
}

/**
 * Takes away a grid below a node of an open diagnostic in which nothing is answered: `questions` are those that it repeats.
 * False when there is no such grid, or something was answered there.
 */
export const removeGrid = async (
  scope: Scope,
  database: Database,
  { diagnostic, node, number, questions }: {
    readonly diagnostic: string
    readonly node: string
    readonly number: number
    readonly questions: readonly string[]
  },
): Promise<boolean> => {
  requireRight(scope, 'content:write')
  const { rows } = await database.execute(sql`
    with removed as (
      delete from grids g using diagnostics d
      where g.organisation_id = ${scope.organisation.id}::uuid and g.diagnostic_id = ${diagnostic}::uuid and g.node = ${node}
        and g.number = ${number}::numeric and d.id = g.diagnostic_id and d.state = 'open'
        and not exists (
          select from answers a where a.organisation_id = g.organisation_id and a.diagnostic_id = g.diagnostic_id and a.grid = ${number}::int
            and a.question in (select jsonb_array_elements_text(${JSON.stringify(questions)}::jsonb))
            and (a.value is not null or btrim(coalesce(a.comment, '')) <> ''))
      returning g.id
    )
    insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, collection, operation, document, before)
    select ${randomUUIDv7()}::uuid, date_trunc('milliseconds', clock_timestamp()), ${scope.person.id}, 'users', ${scope.onBehalfOf}::text,
      ${scope.organisation.id}, 'grids', 'delete', removed.id::text,
      jsonb_build_object('diagnostic', ${diagnostic}::text, 'node', ${node}::text, 'number', ${number}::int)
    from removed returning id`)
  return rows.length > 0
}
