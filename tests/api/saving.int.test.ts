import { createHash, randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { personHeader } from '#domain/diagnostic/save-paths.ts'
import { saveAnswerRequest, saveAssessmentRequest } from '#domain/diagnostic/save-protocol.ts'
import type { SaveConflict, Saved } from '#domain/diagnostic/save-protocol.ts'
import { saveAnswer } from '#server/diagnostics/save-answer.ts'
import { saveAssessment } from '#server/diagnostics/save-assessment.ts'
import { saveEndpoint } from '#server/diagnostics/save-endpoint.ts'
import { deleteOldOperations } from '#server/jobs/sweep.queries.ts'
import { inRequest } from '#server/log/request-in-hand.ts'

import { buildWorld } from '../isolation/world.ts'
import type { Role, Side, World } from '../isolation/world.ts'
import { countQueries } from '../support/count-queries.ts'
import { tokenFor } from '../support/sign-in.ts'
import { testPayload } from '../support/test-payload.ts'

const scale = {
  code: 'niveaux',
  label: 'Niveaux',
  values: [
    { code: '1', label: 'Un', score: 1 },
    { code: '2', label: 'Deux', score: 2 },
    { code: '3', label: 'Trois', score: 3, requires: ['comment'] },
    { code: 'NC', label: 'Non concerné', score: null },
  ],
}

const document = {
  format: 'referentiel/1',
  id: 'essai-de-saisie',
  version: '1.0.0',
  title: 'Essai de saisie',
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  scales: [scale],
  nodes: [
    { code: 'a', kind: 'theme', title: 'Thème A' },
    { code: 'a1', parent: 'a', kind: 'critere', title: 'Un', rating: 'niveaux' },
    { code: 'a2', parent: 'a', kind: 'critere', title: 'Deux', rating: 'niveaux', imperative: true },
    { code: 'b', kind: 'theme', title: 'Thème B' },
    { code: 'b1', parent: 'b', kind: 'critere', title: 'Trois', questions: [
      { code: 'b1.n', type: 'number', prompt: 'Combien ?', min: 0, max: 10 },
      { code: 'b1.t', type: 'table', prompt: 'Lesquelles ?', columns: [{ code: 'nombre', prompt: 'Nombre', type: 'number' }, { code: 'motif', prompt: 'Motif', type: 'text' }] },
    ] },
  ],
  scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', aggregate: [{ kind: 'theme', from: 'children', method: 'weightedMean' }] }] },
}

let world: World
let home: Side
let abroad: Side
const tokens = new Map<string, string>()

const insertRevision = async (payload: Payload): Promise<string> => {
  const canonical = JSON.stringify(document)
  await payload.db.create({ collection: 'referentiels', data: { code: document.id, title: document.title, isShipped: false } })
  const { id } = await payload.db.create({
    collection: 'revisions',
    data: {
      referentiel: document.id, version: document.version, status: 'published', title: document.title, visibility: 'public',
      canonical, hash: createHash('sha256').update(canonical).digest('hex'), publishedAt: '2026-01-01T00:00:00.000Z',
    },
  })
  return String(id)
}

let revision: string

/** A diagnostic of its own for each test: nothing depends on what another one wrote. */
const newDiagnostic = async (side: Side = home, state = 'open'): Promise<string> => {
  const { payload } = world
  if (state === 'open') {
    const { rows } = await payload.db.drizzle.execute(
      `update diagnostics set state = 'archived' where organisation_id = '${side.organisation}' and referentiel = '${document.id}' returning id`,
    )
    expect(rows.length).toBeLessThan(100)
  }
  const { id } = await payload.db.create({
    collection: 'diagnostics',
    data: {
      organisation: side.organisation, campaign: side.campaign, revision, referentiel: document.id, rulesVersion: '1.0.0',
      scopeLabel: 'Essai', profile: {}, state,
    },
  })
  return String(id)
}

const handlers = (payload: Payload) => ({
  answers: saveEndpoint(async () => payload, { schema: saveAnswerRequest, save: saveAnswer }),
  assessments: saveEndpoint(async () => payload, { schema: saveAssessmentRequest, save: saveAssessment }),
})

/** Whatever came back: each test looks at the part that it is about. */
type Reply = {
  readonly status: number
  readonly body: SaveConflict & Saved & { readonly errors: readonly { readonly code: string; readonly message: string }[] }
}

type Put = { readonly as?: Role | 'nobody'; readonly side?: Side; readonly headers?: Record<string, string>; readonly raw?: string }

const put = async (
  [kind, diagnostic, code]: readonly ['answers' | 'assessments', string, string],
  body: object,
  { as = 'admin', side = home, headers = {}, raw }: Put = {},
): Promise<Reply> => {
  const token = tokens.get(`${side.name} ${as}`)
  const response = await handlers(world.payload)[kind](
    new Request(`http://127.0.0.1:3000/api/diagnostics/${diagnostic}/${kind}/${code}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `JWT ${token}` }), ...headers },
      body: raw ?? JSON.stringify(body),
    }),
    { params: Promise.resolve({ diagnostic, code }) },
  )
  return { status: response.status, body: await response.json() }
}

const answer = (value: unknown, more: object = {}) => ({ op: randomUUID(), base: 0, value, ...more })
const setting = (set: object, more: object = {}) => ({ op: randomUUID(), base: 0, set, ...more })

const stored = async (diagnostic: string): Promise<string> => {
  const { rows } = await world.payload.db.drizzle.execute(`
    select (select jsonb_agg(a order by question, grid) from answers a where diagnostic_id = '${diagnostic}') as answers,
      (select jsonb_agg(a order by criterion) from assessments a where diagnostic_id = '${diagnostic}') as assessments,
      (select count(*) from operations where diagnostic_id = '${diagnostic}') as operations,
      (select count(*) from audit_entries where organisation = '${home.organisation}') as entries`)
  return JSON.stringify(rows)
}

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  for (const side of world.sides) {
    for (const [role, user] of Object.entries(side.people)) tokens.set(`${side.name} ${role}`, await tokenFor(payload, user))
    await payload.db.create({
      collection: 'subscriptions',
      data: { organisation: side.organisation, formula: 'standard', start: '2026-01-01', end: '2099-01-01', seats: 1 },
    })
  }
  revision = await insertRevision(payload)
}, 120_000)

describe('Saving an answer', () => {
  it('answers its counter, the time and the figures that follow, and writes the journal', async () => {
    const diagnostic = await newDiagnostic()
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2'))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      revision: 1,
      score: {
        answered: 1,
        applicable: 3,
        pages: [{ code: 'a', answered: 1, applicable: 2 }, { code: 'b', answered: 0, applicable: 1 }],
        criterion: { code: 'a1', value: 2 },
      },
    })
    expect(body.score.complete).toBeCloseTo(1 / 4)
    const { rows } = await world.payload.db.drizzle.execute(
      `select e.actor, e.operation, e.after->>'value' as value from audit_entries e join answers a on a.id::text = e.document where a.diagnostic_id = '${diagnostic}'`,
    )
    expect(rows).toEqual([{ actor: home.people.admin.id, operation: 'create', value: '2' }])
  })

  it('sent twice is applied once, with the same reply', async () => {
    const diagnostic = await newDiagnostic()
    const first = answer('2')
    const one = await put(['answers', diagnostic, 'a1'], first)
    await put(['answers', diagnostic, 'a1'], answer('1', { base: 1 }))
    const before = await stored(diagnostic)
    const two = await put(['answers', diagnostic, 'a1'], first)
    expect([two.status, two.body.revision, two.body.savedAt]).toEqual([200, one.body.revision, one.body.savedAt])
    expect(await stored(diagnostic)).toBe(before)
  })

  it('is refused when its id served for something else, and nothing passes for stored', async () => {
    const diagnostic = await newDiagnostic()
    const first = answer('2')
    await put(['answers', diagnostic, 'a1'], first)
    const before = await stored(diagnostic)
    for (const [code, body] of [['a1', { ...first, value: '1' }], ['a2', first], ['a1', { ...first, base: 1 }]] as const) {
      const { status, body: told } = await put(['answers', diagnostic, code], body)
      expect([status, told.errors[0]?.code]).toEqual([409, 'OPERATION_REUSED'])
    }
    const practices = setting({ practices: 'Une réunion' }, { op: first.op })
    expect(await put(['assessments', diagnostic, 'a1'], practices)).toMatchObject({ status: 409, body: { errors: [{ code: 'OPERATION_REUSED' }] } })
    expect(await stored(diagnostic)).toBe(before)
  })

  it('is stored without what nobody typed and PostgreSQL refuses, instead of failing for ever', async () => {
    const diagnostic = await newDiagnostic()
    const { status } = await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Une\u0000 réunion\ud800' }))
    const commented = await put(['answers', diagnostic, 'a1'], answer('2', { comment: 'Vu\u0000' }))
    expect([status, commented.status]).toEqual([200, 200])
    const { rows } = await world.payload.db.drizzle.execute(
      `select (select practices from assessments where diagnostic_id = '${diagnostic}') as practices, (select comment from answers where diagnostic_id = '${diagnostic}') as comment`,
    )
    expect(rows).toEqual([{ practices: 'Une réunion\ufffd', comment: 'Vu' }])
  })

  it('is journalled with the request that it came with', async () => {
    const diagnostic = await newDiagnostic()
    await inRequest({ id: 'demande-7', method: 'PUT', path: '/api' }, () => put(['answers', diagnostic, 'a1'], answer('2')))
    const { rows } = await world.payload.db.drizzle.execute(
      `select e.request_id as id from audit_entries e join answers a on a.id::text = e.document where a.diagnostic_id = '${diagnostic}'`,
    )
    expect(rows).toEqual([{ id: 'demande-7' }])
  })

  it('sent ten times at once is applied once', async () => {
    const diagnostic = await newDiagnostic()
    const same = answer('2')
    const replies = await Promise.all(Array.from({ length: 10 }, () => put(['answers', diagnostic, 'a1'], same)))
    expect(replies.map(({ status, body }) => [status, body.revision])).toEqual(replies.map(() => [200, 1]))
  })

  it('sent at once to ten rows under one id is applied to one, and refused for the others', async () => {
    const diagnostic = await newDiagnostic()
    const { op } = answer('2')
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? put(['answers', diagnostic, n % 4 === 0 ? 'a1' : 'a2'], answer('2', { op })) : put(['assessments', diagnostic, 'a1'], setting({ priority: 1 }, { op })))),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const { rows } = await world.payload.db.drizzle.execute(`
      select (select count(*)::int from answers where diagnostic_id = '${diagnostic}') + (select count(*)::int from assessments where diagnostic_id = '${diagnostic}') as count`)
    expect(rows).toEqual([{ count: 1 }])
  })

  it('reads through none of the tables that grow with every save', async () => {
    const growing = async () => {
      const { rows } = await world.payload.db.drizzle.execute(`
        select relname as table, seq_scan::int as readings, n_tup_ins::int as inserted from pg_stat_user_tables
        where relname in ('operations', 'audit_entries', 'audit_unsealed') order by 1`)
      return rows
    }
    const flushed = () => world.payload.db.drizzle.execute('select pg_stat_force_next_flush()')
    // Plans are made for what the tables hold now, which is little, and outlive that.
    await put(['answers', await newDiagnostic(), 'a1'], answer('1'))
    await world.payload.db.drizzle.execute('analyze operations; analyze audit_entries; analyze audit_unsealed')
    await flushed()
    const before = await growing()
    const diagnostic = await newDiagnostic()
    for (let base = 0; base < 20; base += 1) await put(['answers', diagnostic, 'a1'], answer(base % 2 === 0 ? '1' : '2', { base }))
    await vi.waitFor(async () => {
      await flushed()
      const now = await growing()
      expect(now).toMatchObject([{ table: 'audit_entries' }, { table: 'audit_unsealed' }, { table: 'operations' }])
      now.forEach((row, index) => expect(Number(row['inserted']) - Number(before[index]?.['inserted'])).toBeGreaterThanOrEqual(20))
    }, 20_000)
    expect((await growing()).map(({ readings }) => readings)).toEqual(before.map(({ readings }) => readings))
  })

  it('is another one under the id of somebody else’s', async () => {
    const diagnostic = await newDiagnostic()
    const same = answer('2')
    await put(['answers', diagnostic, 'a1'], same, { as: 'contributor' })
    expect(await put(['answers', diagnostic, 'a1'], same)).toMatchObject({ status: 409, body: { errors: [{ code: 'OPERATION_REUSED' }] } })
  })

  it('from a counter that the row never had shows that nothing is there', async () => {
    const diagnostic = await newDiagnostic()
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2', { base: 7 }))
    expect([status, body.errors[0]?.code, body.revision, body.current, body.by]).toEqual([409, 'CHANGED_MEANWHILE', 0, { value: null, comment: null }, null])
    const assessment = await put(['assessments', diagnostic, 'a1'], setting({ priority: 1 }, { base: 7 }))
    expect([assessment.status, assessment.body.revision, assessment.body.current]).toMatchObject([409, 0, { priority: null, practices: null }])
  })

  it('never overwrites what somebody else wrote meanwhile, and shows it', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'a1'], answer('1', { comment: 'Le mien' }), { as: 'contributor' })
    const before = await stored(diagnostic)
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2'))
    expect(status).toBe(409)
    expect(body).toMatchObject({
      errors: [{ code: 'CHANGED_MEANWHILE' }],
      revision: 1,
      current: { value: '1', comment: 'Le mien' },
      by: 'rive-contributor Isolé',
      isOwn: false,
    })
    expect(await stored(diagnostic)).toBe(before)
    expect((await put(['answers', diagnostic, 'a1'], answer('2', { base: body.revision }))).body.revision).toBe(2)
    // Now what stands there is the writer's own, from another tab.
    expect((await put(['answers', diagnostic, 'a1'], answer('1', { base: 1 }))).body).toMatchObject({ revision: 2, isOwn: true })
  })

  it('tells nothing of an operation of another diagnostic that has the same id', async () => {
    const [own, foreign] = [await newDiagnostic(home), await newDiagnostic(abroad)]
    const same = answer('2')
    await put(['answers', foreign, 'a1'], same, { side: abroad })
    const { status, body } = await put(['answers', own, 'a2'], { ...same, value: '1' })
    expect([status, body.revision, body.score.criterion]).toEqual([200, 1, { code: 'a2', value: 1 }])
  })

  it('is kept to be sent again for 45 days', async () => {
    const diagnostic = await newDiagnostic()
    let kept = ''
    for (const [code, age] of [['a2', 46], ['a1', 44]] as const) {
      const sent = answer('1')
      kept = sent.op
      await put(['answers', diagnostic, code], sent)
      await world.payload.db.drizzle.execute(
        `update operations set created_at = '2027-06-01T00:00:00Z'::timestamptz - interval '${age} days' where op = '${sent.op}'`,
      )
    }
    await deleteOldOperations(world.payload.db.drizzle, { now: new Date('2027-06-01T00:00:00Z') })
    const { rows } = await world.payload.db.drizzle.execute(
      `select op from operations where diagnostic_id = '${diagnostic}'`,
    )
    expect(rows).toEqual([{ op: kept }])
  })

  it('lets exactly one of ten at once win', async () => {
    const diagnostic = await newDiagnostic()
    const values = ['1', '2', 'NC']
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, n) => put(['answers', diagnostic, 'a1'], answer(values[n % 3], { comment: `${n}` }))),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(9)
  })

  it('is no conflict when both chose the same', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'a1'], answer('2'), { as: 'contributor' })
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2'))
    expect([status, body.revision]).toEqual([200, 1])
  })

  it('nor when both gave the same table, whatever the order of its columns', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'b1.t'], answer([{ motif: 'Panne', nombre: 2 }]), { as: 'contributor' })
    const { status, body } = await put(['answers', diagnostic, 'b1.t'], answer([{ nombre: 2, motif: 'Panne' }]))
    expect([status, body.revision]).toEqual([200, 1])
  })

  it('takes a comment beside an answer that is no longer allowed, and leaves that one as it stands', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'b1.n'], answer(3))
    await world.payload.db.drizzle.execute(`update answers set value = '99' where diagnostic_id = '${diagnostic}'`)
    const { status } = await put(['answers', diagnostic, 'b1.n'], { op: randomUUID(), base: 1, comment: 'À revoir' })
    const { rows } = await world.payload.db.drizzle.execute(`select value, comment from answers where diagnostic_id = '${diagnostic}'`)
    expect([status, rows]).toEqual([200, [{ value: 99, comment: 'À revoir' }]])
  })

  it('is one all the same where the other left a comment that nobody has shown yet', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'a1'], answer('1'))
    await put(['answers', diagnostic, 'a1'], answer('2', { base: 1, comment: 'De l’autre' }), { as: 'contributor' })
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2', { base: 1 }))
    expect([status, body.revision, body.current]).toEqual([409, 2, { value: '2', comment: 'De l’autre' }])
  })

  it('keeps the comment when only the value is sent, and is taken back by null', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'a1'], answer('3', { comment: 'Voir le rapport' }))
    const { body } = await put(['answers', diagnostic, 'a1'], answer(null, { base: 1 }))
    expect(body).toMatchObject({ revision: 2, score: { answered: 0, criterion: { value: null } } })
    const { rows } = await world.payload.db.drizzle.execute(`select value, comment from answers where diagnostic_id = '${diagnostic}'`)
    expect(rows).toEqual([{ value: null, comment: 'Voir le rapport' }])
    // The level that asks for a comment has one.
    expect((await put(['answers', diagnostic, 'a1'], answer('3', { base: 2 }))).status).toBe(200)
  })

  it.each([
    ['a value that the scale does not have', 'a1', '9', 'VALEUR_INCONNUE'],
    ['a level without the comment that it asks for', 'a1', '3', 'COMMENTAIRE_MANQUANT'],
    ['a number out of its bounds', 'b1.n', 11, 'BORNES'],
    ['a text where a number is asked', 'b1.n', 'beaucoup', 'NOMBRE'],
  ])('refuses %s in a French sentence, and writes nothing', async (_what, code, value, expected) => {
    const diagnostic = await newDiagnostic()
    const before = await stored(diagnostic)
    const { status, body } = await put(['answers', diagnostic, code], answer(value))
    expect([status, body.errors[0]?.code]).toEqual([422, expected])
    expect(body.errors[0]?.message).toMatch(/^[A-ZÀÉ«].+[.»?]$/)
    expect(await stored(diagnostic)).toBe(before)
  })

  it('needs at most three statements, the limit’s included', async () => {
    const diagnostic = await newDiagnostic()
    await put(['answers', diagnostic, 'a1'], answer('1'))
    const { count, statements } = await countQueries(world.payload, () => put(['answers', diagnostic, 'a1'], answer('2', { base: 1 })))
    expect(count, statements.join('\n')).toBeLessThanOrEqual(3)
  })
})

describe('Saving an assessment', () => {
  it('writes the named fields and leaves the others', async () => {
    const diagnostic = await newDiagnostic()
    await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Un livret existe.', priority: 3 }))
    const { status } = await put(['assessments', diagnostic, 'a1'], setting({ toReview: true }, { base: 1 }))
    expect(status).toBe(200)
    const { rows } = await world.payload.db.drizzle.execute(`select practices, priority, to_review from assessments where diagnostic_id = '${diagnostic}'`)
    expect(rows).toEqual([{ practices: 'Un livret existe.', priority: 3, to_review: true }])
  })

  it('carries a save over what others wrote to other fields', async () => {
    const diagnostic = await newDiagnostic()
    await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Un livret existe.' }), { as: 'contributor' })
    const { status, body } = await put(['assessments', diagnostic, 'a1'], setting({ priority: 2 }))
    expect([status, body.revision]).toEqual([200, 2])
  })

  it('joins what two people wrote to different lines of one text', async () => {
    const diagnostic = await newDiagnostic()
    const text = 'Un livret existe.\n\nLe bureau se réunit chaque mois.\n\nUn rapport est publié.'
    await put(['assessments', diagnostic, 'a1'], setting({ practices: text }))
    await put(['assessments', diagnostic, 'a1'], setting({ practices: text.replace('livret', 'livret d’accueil') }, { base: 1 }), { as: 'contributor' })
    const { status, body } = await put(['assessments', diagnostic, 'a1'], setting({ practices: text.replace('publié', 'publié en juin') }, { base: 1 }))
    expect(status).toBe(200)
    expect(body.merged).toBe(text.replace('livret', 'livret d’accueil').replace('publié', 'publié en juin'))
  })

  it('tells the joined text again when its reply was lost, whatever was written since', async () => {
    const diagnostic = await newDiagnostic()
    const text = 'Un livret existe.\n\nUn rapport est publié.'
    await put(['assessments', diagnostic, 'a1'], setting({ practices: text }))
    await put(['assessments', diagnostic, 'a1'], setting({ practices: text.replace('livret', 'livret d’accueil') }, { base: 1 }), { as: 'contributor' })
    const mine = setting({ practices: text.replace('publié', 'publié en juin') }, { base: 1 })
    const first = await put(['assessments', diagnostic, 'a1'], mine)
    await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Autre chose.', priority: 2 }, { base: 3 }), { as: 'contributor' })
    const again = await put(['assessments', diagnostic, 'a1'], mine)
    expect([again.body.revision, again.body.merged]).toEqual([first.body.revision, first.body.merged])
    expect(again.body.current).toEqual(first.body.current)
  })

  it('tells the whole row when others wrote to its other fields, so that the next save starts from what is there', async () => {
    const diagnostic = await newDiagnostic()
    await put(['assessments', diagnostic, 'a1'], setting({ priority: 3 }), { as: 'contributor' })
    const { body } = await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Un livret existe.' }))
    expect(body).toMatchObject({ revision: 2, current: { priority: 3, practices: 'Un livret existe.' } })
  })

  it('shows both texts when two people wrote to the same line', async () => {
    const diagnostic = await newDiagnostic()
    await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Chaque mois.' }))
    await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Chaque semaine.' }, { base: 1 }), { as: 'contributor' })
    const before = await stored(diagnostic)
    const { status, body } = await put(['assessments', diagnostic, 'a1'], setting({ practices: 'Chaque jour.' }, { base: 1 }))
    expect(status).toBe(409)
    expect(body).toMatchObject({ revision: 2, current: { practices: 'Chaque semaine.' }, both: 'Chaque semaine.\nChaque jour.' })
    expect(await stored(diagnostic)).toBe(before)
  })

  it('from further back than anybody can read over asks its writer, and shows both texts', async () => {
    const diagnostic = await newDiagnostic()
    for (let base = 0; base <= 101; base += 1) await put(['assessments', diagnostic, 'a1'], setting({ practices: `Version ${base}.` }, { base }))
    const before = await stored(diagnostic)
    const { status, body } = await put(['assessments', diagnostic, 'a1'], setting({ practices: 'La mienne.' }, { base: 1 }), { as: 'contributor' })
    expect([status, body.revision, body.both]).toEqual([409, 102, 'Version 101.\nLa mienne.'])
    expect((await put(['assessments', diagnostic, 'a1'], setting({ priority: 2 }, { base: 2 }), { as: 'contributor' })).status).toBe(200)
    expect(await stored(diagnostic)).not.toBe(before)
  })

  it('from a counter that the row never had overwrites nothing', async () => {
    const diagnostic = await newDiagnostic()
    await put(['assessments', diagnostic, 'a1'], setting({ reason: 'Le motif.' }))
    const before = await stored(diagnostic)
    const { status, body } = await put(['assessments', diagnostic, 'a1'], setting({ reason: 'Un autre.' }, { base: 3 }), { as: 'contributor' })
    expect([status, body.current]).toEqual([409, expect.objectContaining({ reason: 'Le motif.' })])
    expect(await stored(diagnostic)).toBe(before)
  })

  it('takes « non concerné » out of every figure, with a reason', async () => {
    const diagnostic = await newDiagnostic()
    const refused = await put(['assessments', diagnostic, 'a1'], setting({ notConcerned: true }))
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([422, 'MOTIF_MANQUANT'])
    const { status, body } = await put(['assessments', diagnostic, 'a1'], setting({ notConcerned: true, reason: 'Pas de salarié.' }))
    expect(status).toBe(200)
    expect(body.score).toMatchObject({ applicable: 2, pages: [{ code: 'a', answered: 0, applicable: 1 }, { code: 'b' }] })
    const emptied = await put(['assessments', diagnostic, 'a1'], setting({ reason: ' ', toReview: true }, { base: 1 }))
    expect([emptied.status, emptied.body.errors[0]?.code]).toEqual([422, 'MOTIF_MANQUANT'])
    const undone = await put(['assessments', diagnostic, 'a1'], setting({ notConcerned: false, reason: null }, { base: 1 }))
    expect([undone.status, undone.body.score.applicable]).toEqual([200, 3])
  })

  it('refuses « non concerné » on an imperative criterion, and a target that is no level', async () => {
    const diagnostic = await newDiagnostic()
    const imperative = await put(['assessments', diagnostic, 'a2'], setting({ notConcerned: true, reason: 'Non.' }))
    expect([imperative.status, imperative.body.errors[0]?.code]).toEqual([422, 'NON_CONCERNE_IMPERATIF'])
    const target = await put(['assessments', diagnostic, 'a1'], setting({ target: 'NC' }))
    expect([target.status, target.body.errors[0]?.code]).toEqual([422, 'VALEUR_INCONNUE'])
  })
})

describe('Who may save', () => {
  const everybody = ['admin', 'contributor', 'consultant', 'reader', 'head', 'cress', 'stranger', 'nobody'] as const
  const writers: readonly string[] = ['admin', 'contributor', 'consultant']

  it.each(everybody)('%s, at home and in another organisation', async (role) => {
    for (const [kind, body] of [['answers', () => answer('2')], ['assessments', () => setting({ priority: 1 })]] as const) {
      const own = await newDiagnostic(home)
      const { status } = await put([kind, own, 'a1'], body(), { as: role })
      expect(status).toBe(writers.includes(role) ? 200 : role === 'nobody' ? 401 : role === 'reader' ? 403 : 404)
      const foreign = await newDiagnostic(abroad)
      const before = await stored(foreign)
      const refused = await put([kind, foreign, 'a1'], body(), { as: role })
      expect(refused.status).toBe(role === 'nobody' ? 401 : 404)
      expect(await stored(foreign)).toBe(before)
    }
  })

  it('the platform’s administrators do not write contents', async () => {
    tokens.set('rive platform', await tokenFor(world.payload, world.platform))
    const diagnostic = await newDiagnostic()
    const response = await handlers(world.payload).answers(
      new Request('http://127.0.0.1:3000/', { method: 'PUT', headers: { authorization: `JWT ${tokens.get('rive platform')}` }, body: JSON.stringify(answer('2')) }),
      { params: Promise.resolve({ diagnostic, code: 'a1' }) },
    )
    expect(response.status).toBe(404)
  })

  it('a contributor only within the themes that are entrusted to them', async () => {
    const { payload } = world
    const user = home.people.contributor.id
    const limit = (themes: readonly object[]) =>
      payload.update({ collection: 'memberships', where: { user: { equals: user } }, data: { themeLimits: [...themes] }, overrideAccess: true })
    await limit([{ referentiel: document.id, node: 'a' }])
    const diagnostic = await newDiagnostic()
    expect((await put(['answers', diagnostic, 'a1'], answer('2'), { as: 'contributor' })).status).toBe(200)
    const refused = await put(['answers', diagnostic, 'b1.n'], answer(3), { as: 'contributor' })
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([403, 'OUTSIDE_THEMES'])
    expect((await put(['assessments', diagnostic, 'b1'], setting({ priority: 1 }), { as: 'contributor' })).status).toBe(403)
    await limit([])
  })

  it.each(['validated', 'replaced', 'archived'])('nobody once the diagnostic is %s', async (state) => {
    const diagnostic = await newDiagnostic(home, state)
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2'))
    expect([status, body.errors[0]?.code]).toEqual([409, 'DIAGNOSTIC_LOCKED'])
  })

  it('nobody once the subscription is over', async () => {
    const { payload } = world
    const until = (end: string) =>
      payload.update({ collection: 'subscriptions', where: { organisation: { equals: home.organisation } }, data: { end }, overrideAccess: true })
    await until('2026-01-02')
    const diagnostic = await newDiagnostic()
    const { status, body } = await put(['answers', diagnostic, 'a1'], answer('2'))
    expect([status, body.errors[0]?.code]).toEqual([403, 'SUBSCRIPTION_ENDED'])
    await until('2099-01-01')
  })

  it('nobody from a page that another person left open on the same machine', async () => {
    const diagnostic = await newDiagnostic()
    const headers = { [personHeader]: String(home.people.contributor.id) }
    expect((await put(['answers', diagnostic, 'a1'], answer('2'), { headers })).status).toBe(401)
    expect((await put(['assessments', diagnostic, 'a1'], setting({ priority: 1 }), { headers })).status).toBe(401)
    expect((await put(['answers', diagnostic, 'a1'], answer('2'), { headers, as: 'contributor' })).status).toBe(200)
  })

  it('nobody is told what is wrong with a body before it is known who they are', async () => {
    const diagnostic = await newDiagnostic()
    expect((await put(['answers', diagnostic, 'a1'], {}, { raw: '{', as: 'nobody' })).status).toBe(401)
  })

  it('nobody by a cookie from another site, nor after signing out', async () => {
    const diagnostic = await newDiagnostic()
    const token = await tokenFor(world.payload, home.people.admin)
    const cookie = `${world.payload.config.cookiePrefix}-token=${token}`
    const foreign = await put(['answers', diagnostic, 'a1'], answer('2'), { as: 'nobody', headers: { cookie, origin: 'https://ailleurs.test' } })
    expect(foreign.status).toBe(401)
    const own = new URL(world.payload.config.serverURL).origin
    expect((await put(['answers', diagnostic, 'a1'], answer('2'), { as: 'nobody', headers: { cookie, origin: own } })).status).toBe(200)
    await world.payload.db.updateOne({ collection: 'users', id: home.people.admin.id, data: { sessions: [] }, returning: false })
    const ended = await put(['answers', diagnostic, 'a1'], answer('1', { base: 1 }), { as: 'nobody', headers: { cookie, origin: own } })
    expect(ended.status).toBe(401)
    tokens.set('rive admin', await tokenFor(world.payload, home.people.admin))
  })
})

describe('What makes no sense', () => {
  it.each([
    ['is not JSON', { raw: '{' }, 422],
    ['has no operation id', { raw: JSON.stringify({ base: 0, value: '2' }) }, 422],
    ['has a field too many', { raw: JSON.stringify({ op: randomUUID(), base: 0, value: '2', organisation: 'x' }) }, 422],
    ['has a column that would vanish', { raw: `{"op":"${randomUUID()}","base":0,"value":[{"__proto__":"x"}]}` }, 422],
    ['is larger than a megabyte', { raw: JSON.stringify(answer('x'.repeat(1_100_000))) }, 413],
  ])('a body that %s is refused', async (_what, options, status) => {
    const diagnostic = await newDiagnostic()
    expect((await put(['answers', diagnostic, 'a1'], {}, options)).status).toBe(status)
  })

  it.each(['zz', 'a', '__proto__', 'constructor', "a1' or 1=1"])('the question %s is unknown', async (code) => {
    const diagnostic = await newDiagnostic()
    expect((await put(['answers', diagnostic, code], answer('2'))).status).toBe(404)
    expect((await put(['assessments', diagnostic, code], setting({ priority: 1 }))).status).toBe(404)
  })

  it.each(['not-an-id', randomUUID()])('the diagnostic %s is unknown', async (diagnostic) => {
    expect((await put(['answers', diagnostic, 'a1'], answer('2'))).status).toBe(404)
  })
})

describe('This run notices when a guard is taken away', () => {
  afterEach(() => {
    vi.doUnmock('#domain/rights/rights.rules.ts')
    vi.doUnmock('#domain/rights/theme-limits.rules.ts')
    vi.doUnmock('#domain/subscription/subscription-state.rules.ts')
    vi.resetModules()
  })

  /** The endpoint with one of its rules replaced, on the same database. */
  const without = async (module: string, open: Readonly<Record<string, unknown>>) => {
    vi.resetModules()
    vi.doMock(module, async (original) => ({ ...(await original<object>()), ...open }))
    const [{ saveEndpoint: endpoint }, { saveAnswer: save }, { saveAnswerRequest: schema }] = await Promise.all([
      import('#server/diagnostics/save-endpoint.ts'),
      import('#server/diagnostics/save-answer.ts'),
      import('#domain/diagnostic/save-protocol.ts'),
    ])
    const handler = endpoint(async () => world.payload, { schema, save })
    return async (diagnostic: string, code: string, body: object, as: Role): Promise<number> => {
      const headers = { 'content-type': 'application/json', authorization: `JWT ${tokens.get(`${home.name} ${as}`)}` }
      const request = new Request('http://127.0.0.1:3000/', { method: 'PUT', headers, body: JSON.stringify(body) })
      return (await handler(request, { params: Promise.resolve({ diagnostic, code }) })).status
    }
  }

  it('rights: who may only read writes', async () => {
    const everyRight = () => new Set(['content:read', 'content:write'])
    const send = await without('#domain/rights/rights.rules.ts', { rightsIn: everyRight })
    const diagnostic = await newDiagnostic()
    expect((await put(['answers', diagnostic, 'a1'], answer('2'), { as: 'reader' })).status).toBe(403)
    expect(await send(diagnostic, 'a1', answer('2'), 'reader')).toBe(200)
    // The query has a guard of its own: another organisation's diagnostic is not even read.
    expect(await send(await newDiagnostic(abroad), 'a1', answer('2'), 'reader')).toBe(404)
  })

  it('themes: a contributor writes beyond their own', async () => {
    const { payload } = world
    const themeLimits = [{ referentiel: document.id, node: 'a' }]
    await payload.update({ collection: 'memberships', where: { user: { equals: home.people.contributor.id } }, data: { themeLimits }, overrideAccess: true })
    const send = await without('#domain/rights/theme-limits.rules.ts', { isWithinThemeLimits: () => true })
    expect(await send(await newDiagnostic(), 'b1.n', answer(3), 'contributor')).toBe(200)
    await payload.update({ collection: 'memberships', where: { user: { equals: home.people.contributor.id } }, data: { themeLimits: [] }, overrideAccess: true })
  })

  it('subscription: one that is over still writes', async () => {
    const { payload } = world
    const until = (end: string) =>
      payload.update({ collection: 'subscriptions', where: { organisation: { equals: home.organisation } }, data: { end }, overrideAccess: true })
    await until('2026-01-02')
    const send = await without('#domain/subscription/subscription-state.rules.ts', { isOpenForWriting: () => true })
    expect(await send(await newDiagnostic(), 'a1', answer('2'), 'admin')).toBe(200)
    await until('2099-01-01')
  })
})
