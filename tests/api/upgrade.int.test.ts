import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { saveAnswerRequest, saveAssessmentRequest } from '#domain/diagnostic/save-protocol.ts'
import type { UpgradeSimulation } from '#domain/diagnostic/upgrade-protocol.ts'
import { saveAnswer } from '#server/diagnostics/save-answer.ts'
import { saveAssessment } from '#server/diagnostics/save-assessment.ts'
import { saveEndpoint } from '#server/diagnostics/save-endpoint.ts'
import { simulationEndpoint, subsetEndpoint, upgradeEndpoint } from '#server/diagnostics/upgrade/upgrade-endpoints.ts'

import { buildWorld, roles } from '../isolation/world.ts'
import type { Role, Side, World } from '../isolation/world.ts'
import { firstVersion, publishVersions, secondVersion } from '../support/essai-versions.ts'
import { tokenFor } from '../support/sign-in.ts'
import { testPayload } from '../support/test-payload.ts'

const referentiel = 'essai-de-passage'
let world: World
let home: Side
let abroad: Side
let first: string
let second: string
const tokens = new Map<string, string>()

const query = async (text: string): Promise<readonly Record<string, unknown>[]> => (await world.payload.db.drizzle.execute(text)).rows

type Ask = { readonly as?: Role | 'nobody'; readonly side?: Side; readonly body?: unknown }
type Reply = { readonly status: number; readonly body: Awaited<ReturnType<Response['json']>> }

const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, params: Record<string, string>, { as = 'admin', side = home, body }: Ask = {}): Promise<Reply> => {
  const payloadOf = async () => world.payload
  const handlers: Record<string, (request: Request, context: { params: Promise<never> }) => Promise<Response>> = {
    'GET upgrade': simulationEndpoint(payloadOf),
    'POST upgrade': upgradeEndpoint(payloadOf),
    'POST subset': subsetEndpoint(payloadOf),
    'PUT answers': saveEndpoint(payloadOf, { schema: saveAnswerRequest, save: saveAnswer }),
    'PUT assessments': saveEndpoint(payloadOf, { schema: saveAssessmentRequest, save: saveAssessment }),
  }
  const token = tokens.get(`${side.name} ${as}`)
  const request = new Request(`http://127.0.0.1:3000/api/diagnostics/${params['diagnostic']}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `JWT ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await handlers[`${method} ${path}`]!(request, { params: Promise.resolve(params) as Promise<never> })
  return { status: response.status, body: await response.json() }
}

const upgrade = (diagnostic: string, options: Ask = {}) => ask('POST', 'upgrade', { diagnostic }, { body: { revision: second }, ...options })
const simulate = (diagnostic: string, options: Ask = {}) => ask('GET', 'upgrade', { diagnostic }, options)
const save = (diagnostic: string, code: string, value: unknown, more: object = {}) =>
  ask('PUT', 'answers', { diagnostic, code }, { body: { op: randomUUID(), base: 0, value, ...more } })
const describeAs = (diagnostic: string, code: string, set: object, more: object = {}) =>
  ask('PUT', 'assessments', { diagnostic, code }, { body: { op: randomUUID(), base: 0, set, ...more } })

/** An open diagnostic on the first version; earlier ones of the side make room. */
const newDiagnostic = async (side: Side = home, more: object = {}): Promise<string> => {
  await query(`update diagnostics set state = 'archived' where organisation_id = '${side.organisation}' and referentiel = '${referentiel}'`)
  const { id } = await world.payload.db.create({
    collection: 'diagnostics',
    data: { organisation: side.organisation, campaign: side.campaign, revision: first, referentiel, rulesVersion: '1.0.0', scopeLabel: 'Essai', profile: {}, state: 'open', ...more },
  })
  return String(id)
}

const filled = async (): Promise<string> => {
  const diagnostic = await newDiagnostic()
  await save(diagnostic, 'a1', '4', { comment: 'Depuis 2020' })
  await save(diagnostic, 'a2', '3')
  await save(diagnostic, 'b1', '4', { comment: 'Un' })
  await save(diagnostic, 'b2', '2', { comment: 'Deux' })
  await describeAs(diagnostic, 'b1', { practices: 'Une charte', priority: 2 })
  return diagnostic
}

const rowsOf = async (diagnostic: string) => ({
  answers: (await query(`select question, value, comment, to_confirm, source from answers where diagnostic_id = '${diagnostic}' order by question`)).map((row) => Object.values(row)),
  assessments: (await query(`select criterion, practices, priority, to_confirm from assessments where diagnostic_id = '${diagnostic}' order by criterion`)).map((row) => Object.values(row)),
})

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  for (const side of world.sides) for (const role of roles) tokens.set(`${side.name} ${role}`, await tokenFor(payload, side.people[role]))
  const [one = '', two = ''] = await publishVersions(payload, referentiel, [firstVersion(referentiel), secondVersion(referentiel)])
  first = one
  second = two
}, 120_000)

describe('Trying a move out', () => {
  it('tells what would be carried, the scores before and after, and writes nothing', async () => {
    const diagnostic = await filled()
    const before = JSON.stringify(await rowsOf(diagnostic))
    const { status, body } = await simulate(diagnostic)
    expect(status).toBe(200)
    const { target, simulation } = body as UpgradeSimulation
    expect(target).toEqual({ revision: second, version: '2.0.0', title: 'Essai de passage' })
    expect(simulation).toMatchObject({
      answers: { carried: 1, toConfirm: 3, setAside: 0 },
      assessments: { carried: 0, toConfirm: 1, setAside: 0 },
      empty: ['c1'],
      complete: { before: 1, after: 0.8 },
      axes: [{ code: 'theme', spokes: [
        { code: 'a', before: 3.5, after: 11 / 3, continuity: 'changed' },
        { code: 'bb', before: null, after: 2, continuity: 'broken' },
      ] }],
    })
    expect(JSON.stringify(await rowsOf(diagnostic))).toBe(before)
  })

  it('says that there is nothing newer', async () => {
    const diagnostic = await newDiagnostic(home, { revision: second })
    expect((await simulate(diagnostic)).body).toEqual({ target: null, simulation: null })
  })
})

describe('Moving a diagnostic', () => {
  it('makes a new one with what is carried, and deletes nothing of the old one', async () => {
    const diagnostic = await filled()
    const before = JSON.stringify(await rowsOf(diagnostic))
    const { status, body } = await upgrade(diagnostic)
    expect(status).toBe(200)
    expect(body.href).toMatch(new RegExp(`^/espace/\\d+/diagnostic/${body.diagnostic}$`))
    expect(await rowsOf(body.diagnostic)).toEqual({
      answers: [
        ['a1', '4', 'Depuis 2020', 'split', 'typed'],
        ['a2', '3', null, null, 'typed'],
        ['a3', '4', 'Depuis 2020', 'split', 'typed'],
        ['b3', '2', 'Un\n\nDeux', 'merged', 'carried'],
      ],
      assessments: [['b3', 'Une charte', 2, null]].map(([code, text, priority]) => [code, text, priority, 'merged']),
    })
    expect(JSON.stringify(await rowsOf(diagnostic))).toBe(before)
    expect(await query(`select state, revision_id = '${first}' as pinned from diagnostics where id = '${diagnostic}'`)).toEqual([{ state: 'replaced', pinned: true }])
    expect(await query(`select state, revision_id as revision, replaces_id as replaces, rules_version from diagnostics where id = '${body.diagnostic}'`))
      .toEqual([{ state: 'open', revision: second, replaces: diagnostic, rules_version: '1.0.0' }])
  })

  it('keeps who answered and when, and tells the journal', async () => {
    const diagnostic = await filled()
    const { body } = await upgrade(diagnostic)
    expect(await query(`select o.updated_at = n.updated_at as same_time, o.updated_by_id = n.updated_by_id as same_person
      from answers o join answers n on n.question = o.question where o.diagnostic_id = '${diagnostic}' and n.diagnostic_id = '${body.diagnostic}' and o.question = 'a2'`))
      .toEqual([{ same_time: true, same_person: true }])
    expect(await query(`select operation, actor, after->'counts' as counts, after->>'replaces' as replaces from audit_entries where document = '${body.diagnostic}' and collection = 'diagnostics'`))
      .toEqual([{ operation: 'create', actor: home.people.admin.id, counts: { carried: 1, toConfirm: 3, setAside: 0 }, replaces: diagnostic }])
    expect(await query(`select after from audit_entries where document = '${diagnostic}' and collection = 'diagnostics' and operation = 'update' and after->>'state' = 'replaced'`))
      .toEqual([{ after: { state: 'replaced', replacedBy: body.diagnostic } }])
  })

  it('asked again, or by several at once, is done once', async () => {
    const diagnostic = await filled()
    const replies = await Promise.all(Array.from({ length: 5 }, () => upgrade(diagnostic)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(replies.map(({ body }) => body.diagnostic)).size).toBe(1)
    expect((await upgrade(diagnostic)).body.diagnostic).toBe(replies[0]?.body.diagnostic)
    expect(await query(`select count(*)::int as open from diagnostics where organisation_id = '${home.organisation}' and referentiel = '${referentiel}' and state = 'open'`)).toEqual([{ open: 1 }])
  })

  it('tells whoever saves in the old one where the new one is', async () => {
    const diagnostic = await filled()
    const { body } = await upgrade(diagnostic)
    const refused = await save(diagnostic, 'a2', '1', { base: 1 })
    expect([refused.status, refused.body.errors[0].code, refused.body.errors[0].diagnostic, refused.body.errors[0].href])
      .toEqual([409, 'DIAGNOSTIC_REPLACED', body.diagnostic, body.href])
    expect(refused.body.errors[0].message).toContain('nouvelle version')
  })

  it('loses no save that was acknowledged while it ran', async () => {
    for (let round = 0; round < 8; round += 1) {
      const diagnostic = await filled()
      const [moved, one, two] = await Promise.all([upgrade(diagnostic), save(diagnostic, 'a2', '1', { base: 1 }), save(diagnostic, 'b1', '1', { base: 1 })])
      const { answers } = await rowsOf(moved.body.diagnostic)
      const valueOf = (question: string) => answers.find(([code]) => code === question)?.[1]
      expect([200, 409]).toContain(one.status)
      expect(valueOf('a2')).toBe(one.status === 200 ? '1' : '3')
      expect(valueOf('b3')).toBe(two.status === 200 ? '1' : '2')
      for (const reply of [one, two]) if (reply.status === 409) expect(reply.body.errors[0].diagnostic).toBe(moved.body.diagnostic)
    }
  })

  it('keeps the subset where the new version has it', async () => {
    const diagnostic = await newDiagnostic(home, { subset: 'court' })
    await save(diagnostic, 'a1', '2')
    const { body } = await upgrade(diagnostic)
    expect(await query(`select subset from diagnostics where id = '${body.diagnostic}'`)).toEqual([{ subset: 'court' }])
    expect((await rowsOf(body.diagnostic)).answers.map(([code]) => code)).toEqual(['a1', 'a3'])
  })

  it('lets contributors go on in the branches that they were given', async () => {
    const diagnostic = await filled()
    const limits = (themeLimits: object[]) =>
      world.payload.update({ collection: 'memberships', where: { user: { equals: home.people.contributor.id } }, data: { themeLimits }, overrideAccess: true })
    await limits([{ referentiel, node: 'b' }, { referentiel: 'autre', node: 'b' }])
    const { body } = await upgrade(diagnostic)
    expect(await query(`select theme_limits from memberships where user_id = '${home.people.contributor.id}'`))
      .toEqual([{ theme_limits: [{ referentiel, node: 'b' }, { referentiel: 'autre', node: 'b' }, { referentiel, node: 'bb' }] }])
    const saved = await ask('PUT', 'answers', { diagnostic: body.diagnostic, code: 'c1' }, { as: 'contributor', body: { op: randomUUID(), base: 0, value: '2' } })
    expect(saved.status).toBe(200)
    await limits([])
  })

  it.each(['validated', 'archived'])('refuses one that is %s', async (state) => {
    const diagnostic = await newDiagnostic(home, { state })
    const { status, body } = await upgrade(diagnostic)
    expect([status, body.errors[0].code]).toEqual([409, 'DIAGNOSTIC_LOCKED'])
  })

  it('refuses a version that is older, of another référentiel, withdrawn, or none', async () => {
    const [other = ''] = await publishVersions(world.payload, 'autre-essai', [firstVersion('autre-essai')])
    const diagnostic = await newDiagnostic(home, { revision: second })
    for (const revision of [first, second, other, randomUUID()]) expect((await upgrade(diagnostic, { body: { revision } })).status).toBe(404)
    for (const body of [{ revision: 'deux' }, {}, null]) expect((await upgrade(diagnostic, { body })).status).toBe(422)
  })
})

describe('Confirming what was carried', () => {
  it('is done by saving the answer, or by saying so', async () => {
    const { body: { diagnostic } } = await upgrade(await filled())
    expect((await save(diagnostic, 'b3', '3', { base: 1 })).status).toBe(200)
    expect((await ask('PUT', 'answers', { diagnostic, code: 'a1' }, { body: { op: randomUUID(), base: 1, toConfirm: null } })).status).toBe(200)
    expect((await rowsOf(diagnostic)).answers.map(([code, value, comment, confirm]) => [code, value, comment, confirm])).toEqual([
      ['a1', '4', 'Depuis 2020', null],
      ['a2', '3', null, null],
      ['a3', '4', 'Depuis 2020', 'split'],
      ['b3', '3', 'Un\n\nDeux', null],
    ])
  })

  it('of what is said of a criterion is done by writing to it, and not by a bookmark', async () => {
    const { body: { diagnostic } } = await upgrade(await filled())
    const confirm = async () => (await query(`select to_confirm from assessments where diagnostic_id = '${diagnostic}' and criterion = 'b3'`))[0]?.['to_confirm']
    await describeAs(diagnostic, 'b3', { toReview: true }, { base: 1 })
    expect(await confirm()).toBe('merged')
    await describeAs(diagnostic, 'b3', { toConfirm: null }, { base: 2 })
    expect(await confirm()).toBeNull()
  })

  it('leaves a comment to be written without its answer', async () => {
    const diagnostic = await newDiagnostic()
    await save(diagnostic, 'a1', '2')
    const { status } = await ask('PUT', 'answers', { diagnostic, code: 'a1' }, { body: { op: randomUUID(), base: 1, comment: 'Un mot' } })
    expect(status).toBe(200)
    expect((await rowsOf(diagnostic)).answers).toEqual([['a1', '2', 'Un mot', null, 'typed']])
  })
})

describe('Another subset of the same version', () => {
  const take = (diagnostic: string, subset: string | null, options: Ask = {}) => ask('POST', 'subset', { diagnostic }, { body: { subset }, ...options })

  it('keeps every answer, those that it leaves out too, and brings them back', async () => {
    const diagnostic = await filled()
    const before = JSON.stringify(await rowsOf(diagnostic))
    expect((await take(diagnostic, 'court')).status).toBe(200)
    expect((await save(diagnostic, 'a2', '1', { base: 1 })).status).toBe(404)
    expect((await take(diagnostic, null)).status).toBe(200)
    expect(JSON.stringify(await rowsOf(diagnostic))).toBe(before)
    expect((await save(diagnostic, 'a2', '1', { base: 1 })).status).toBe(200)
    expect(await query(`select before->>'subset' as was, after->>'subset' as is from audit_entries where document = '${diagnostic}' and collection = 'diagnostics' and after ? 'subset' and operation = 'update' order by at`))
      .toEqual([{ was: null, is: 'court' }, { was: 'court', is: null }])
  })

  it('refuses one that the référentiel doesn’t have, and a closed diagnostic', async () => {
    expect((await take(await newDiagnostic(), 'ailleurs')).status).toBe(422)
    expect((await take(await newDiagnostic(home, { state: 'validated' }), 'court')).status).toBe(409)
  })
})

describe('The walls', () => {
  const may: Record<string, readonly Role[]> = {
    simulate: ['admin', 'contributor', 'reader', 'consultant'],
    upgrade: ['admin'],
    subset: ['admin'],
  }
  const deeds = {
    simulate,
    upgrade,
    subset: (diagnostic: string, options: Ask) => ask('POST', 'subset', { diagnostic }, { body: { subset: 'court' }, ...options }),
  }
  const state = (diagnostic: string) => query(`select state, subset, updated_at from diagnostics where id = '${diagnostic}'`)

  it.each(['simulate', 'upgrade', 'subset'] as const)('%s is for whom it is for at home, and for nobody abroad', async (name) => {
    for (const role of [...roles, 'nobody'] as const) {
      const isAllowed = may[name]!.includes(role as Role)
      const diagnostic = await newDiagnostic(home)
      const before = await state(diagnostic)
      const { status } = await deeds[name](diagnostic, { as: role })
      expect([role, status === 200]).toEqual([role, isAllowed])
      if (!isAllowed) expect(await state(diagnostic)).toEqual(before)
      const foreign = await newDiagnostic(abroad)
      const untouched = await state(foreign)
      expect([role, (await deeds[name](foreign, { as: role })).status]).toEqual([role, role === 'nobody' ? 401 : 404])
      expect(await state(foreign)).toEqual(untouched)
    }
  })

  it('of a subscription that is over: read and try, move nothing', async () => {
    const until = (end: string) => world.payload.update({ collection: 'subscriptions', where: { organisation: { equals: home.organisation } }, data: { end }, overrideAccess: true })
    const diagnostic = await newDiagnostic()
    await until('2026-01-02')
    expect((await simulate(diagnostic)).status).toBe(200)
    expect((await upgrade(diagnostic)).body.errors[0].code).toBe('SUBSCRIPTION_ENDED')
    await until('2099-01-01')
  })
})
