import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { advanceOf } from '#domain/diagnostic/advance.rules.ts'
import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { canonicalText } from '#plugins/referentiels/engine/document/canonical-text.ts'
import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { normalise } from '#plugins/referentiels/engine/document/normalise.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { evaluationInput } from '#server/diagnostics/evaluation-input.ts'
import { loadRows, loadScoredRows } from '#server/diagnostics/rows.queries.ts'
import { loadReferentiels } from '#server/referentiels/load-at-start.ts'

import { testPayload } from '../../../tests/support/test-payload.ts'
import { seedDemo } from './seed.ts'

const now = new Date('2027-03-16T09:30:00.000Z')

const documents = new Map(
  ['referentiels/ess-complet', 'referentiels/rsei', 'demo/referentiels/demo-habitat-jeunes'].map((folder): [string, ReferentielDocument] => {
    const file = path.resolve(folder, 'referentiel.yaml')
    const document = referentielDocument.parse(parse(readFileSync(file, 'utf8')))
    return [document.id, document]
  }),
)

/** An earlier version, which nothing new may be pinned to. */
const addEarlierVersion = (payload: Payload, document: ReferentielDocument): Promise<unknown> => {
  const canonical = canonicalText(normalise({ ...document, version: '0.9.0' }))
  return payload.db.create({
    collection: 'revisions',
    data: {
      referentiel: document.id, version: '0.9.0', status: 'published', title: document.id, visibility: 'public', canonical,
      hash: createHash('sha256').update(canonical).digest('hex'), publishedAt: '2026-01-01T00:00:00.000Z',
    },
  })
}

const count = async (payload: Payload, table: string): Promise<number> => {
  const { rows } = await payload.db.drizzle.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`)
  return Number(rows[0]?.['n'])
}

const tables = ['campaigns', 'diagnostics', 'assessments', 'answers']

let payload: Payload

const stored = z.object({
  id: z.string(),
  organisation: z.string(),
  referentiel: z.string(),
  subset: z.string().nullable(),
  state: z.string(),
  label: z.string(),
  version: z.string(),
  profile: z.record(z.string(), z.array(z.string())),
})

type Stored = z.infer<typeof stored>

/** The diagnostics of the organisation with this number, the latest campaign first. */
const diagnosticsOf = async (number: number): Promise<readonly Stored[]> => {
  const { rows } = await payload.db.drizzle.execute(sql`
    select d.id, d.organisation_id as organisation, d.referentiel, d.subset, d.state, c.label, r.version, d.profile
    from diagnostics d join campaigns c on c.id = d.campaign_id join organisations o on o.id = d.organisation_id
      join revisions r on r.id = d.revision_id
    where o.number = ${number} order by c.start_on desc`)
  return rows.map((row) => stored.parse(row))
}

const current = async (number: number): Promise<Stored> => {
  const [first] = await diagnosticsOf(number)
  if (first === undefined) throw new Error(`${number} has no diagnostic.`)
  return first
}

/** What the front office and the network's console would count. */
const countersOf = async ({ id, organisation, referentiel, subset, profile }: Stored) => {
  const document = documents.get(referentiel)
  if (document === undefined) throw new Error(`${referentiel} is no référentiel of the demonstration.`)
  const scope = { organisation: { id: organisation } }
  const database = payload.db.drizzle
  const { assessments } = await loadRows(scope, database, id)
  const evaluation = evaluate(
    compile(document, { subset: subset ?? undefined }),
    evaluationInput(profile, await loadScoredRows(scope, database, id)),
  )
  const { answered, applicable } = advanceOf(evaluation)
  return {
    criteria: evaluation.compiled.criteria.length,
    answered,
    applicable,
    findings: evaluation.findings,
    practices: assessments.filter(({ practices }) => (practices ?? '').trim() !== '').length,
    forThePlan: assessments.filter(({ priority }) => priority === 3).length,
    targets: assessments.filter(({ target }) => target !== null).length,
    toReview: assessments.filter(({ toReview }) => toReview).length,
    notConcerned: assessments.filter(({ notConcerned, reason }) => notConcerned && reason !== null).length,
  }
}

beforeAll(async () => {
  ;({ payload } = await testPayload())
})

describe('the demonstration diagnostics', () => {
  it('need the référentiels: without them nothing at all is loaded', async () => {
    await expect(seedDemo(payload, { now })).rejects.toThrow(/load the référentiels before/)
    expect(await count(payload, 'users')).toBe(0)
    for (const table of tables) expect(await count(payload, table), table).toBe(0)
  })

  // The passwords of all demonstration people are hashed one after the other.
  it('are loaded with the accounts, each on the newest published version', { timeout: 240_000 }, async () => {
    await loadReferentiels(payload, { root: path.resolve('.'), demo: true, now })
    for (const document of documents.values()) await addEarlierVersion(payload, document)
    await seedDemo(payload, { now })
    for (const number of [6590, 418, 6628, 6602, 5204, 6011]) {
      const { referentiel, version } = await current(number)
      expect(version).toBe(documents.get(referentiel)?.version)
    }
  })

  it('give 6590 the counters 15, 15, 5 and 5, and a whole year before', async () => {
    const [open, before] = await diagnosticsOf(6590)
    expect(open).toMatchObject({ referentiel: 'ess-complet', subset: 'simplifie', state: 'open' })
    expect(before).toMatchObject({ referentiel: 'ess-complet', subset: null, state: 'validated' })
    if (open === undefined || before === undefined) return
    expect(await countersOf(open)).toMatchObject({ criteria: 15, answered: 15, practices: 15, forThePlan: 5, targets: 5, findings: [] })
    expect(await countersOf(before)).toMatchObject({ criteria: 35, answered: 35, findings: [] })
  })

  it('give 418 the counters 39, 39, 12 and 16, and an archived campaign of two years ago', async () => {
    const [open, before] = await diagnosticsOf(418)
    expect(open).toMatchObject({ referentiel: 'demo-habitat-jeunes', state: 'open', label: 'Démarche 2026' })
    expect(before).toMatchObject({ state: 'archived', label: 'Démarche 2024' })
    if (open === undefined || before === undefined) return
    expect(await countersOf(open)).toMatchObject({ criteria: 39, answered: 39, practices: 39, forThePlan: 12, targets: 16, findings: [] })
    expect(await countersOf(before)).toMatchObject({ criteria: 35, answered: 35, findings: [] })
  })

  it('show an organisation in the middle of its work: 27 of 35 answered, two not concerned, six to come', async () => {
    const [open, before] = await diagnosticsOf(6602)
    expect(before).toMatchObject({ referentiel: 'ess-complet', subset: null, state: 'validated' })
    if (open === undefined || before === undefined) return
    expect(await countersOf(open)).toMatchObject({
      criteria: 35, answered: 27, applicable: 33, notConcerned: 2, practices: 22, forThePlan: 4, toReview: 3, findings: [],
    })
    expect(await countersOf(before)).toMatchObject({ criteria: 35, answered: 35, findings: [] })
  })

  it('open the empty diagnostic of 6628, and leave 6655 at its start', async () => {
    const opened = await diagnosticsOf(6628)
    expect(opened).toMatchObject([{ referentiel: 'rsei', subset: null, state: 'open', profile: { structure: ['ei'] } }])
    for (const each of opened) expect(await countersOf(each)).toMatchObject({ criteria: 30, answered: 0, applicable: 29, practices: 0, findings: [] })
    expect(await diagnosticsOf(6655)).toEqual([])
  })

  it('were written by several people over weeks, all of it before now', async () => {
    const { rows } = await payload.db.drizzle.execute(sql`
      select count(distinct a.updated_by_id)::int as people, count(distinct a.updated_at::date)::int as days,
        max(a.updated_at) < ${now.toISOString()}::timestamptz as past
      from answers a where a.diagnostic_id = ${(await current(6590)).id}::uuid`)
    expect(rows[0]).toMatchObject({ past: true })
    expect(Number(rows[0]?.['people'])).toBeGreaterThanOrEqual(5)
    expect(Number(rows[0]?.['days'])).toBeGreaterThanOrEqual(10)
  })

  it('link each campaign to the one before', async () => {
    const { rows } = await payload.db.drizzle.execute(sql`
      select c.label, p.label as previous from campaigns c join campaigns p on p.id = c.previous_id
        join organisations o on o.id = c.organisation_id where o.number = 6602`)
    expect(rows).toEqual([{ label: 'Démarche 2027', previous: 'Démarche 2026' }])
  })

  it('come once: starting again changes nothing, whatever was written since', async () => {
    const { id } = await current(6602)
    await payload.db.drizzle.execute(sql`update answers set value = '"5"' where diagnostic_id = ${id}::uuid and question = 'c1'`)
    const before = await Promise.all(tables.map((table) => count(payload, table)))
    await seedDemo(payload, { now })
    expect(await Promise.all(tables.map((table) => count(payload, table)))).toEqual(before)
    const { rows } = await payload.db.drizzle.execute(sql`select value from answers where diagnostic_id = ${id}::uuid and question = 'c1'`)
    expect(rows).toEqual([{ value: '5' }])
  })
})
