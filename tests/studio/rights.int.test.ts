import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, it } from 'vitest'

import { type Change, libraryResult, ownersResult, publishResult, startResult } from '#plugins/referentiels/exports/studio-contract.ts'
import { loadActor } from '#server/scope/actor.queries.ts'
import { scopeFor } from '#server/scope/scope.ts'

import { listOfferedRevisions } from '../../src/features/diagnostic/campaigns.queries.ts'
import { sampleText } from '../../plugins/referentiels/tests/sample-document.ts'
import { buildWorld, type Role, roles, type Side, type World } from '../isolation/world.ts'
import { restClient, type RestClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'
import { base } from './studio-client.ts'

let world: World
let home: Side
let abroad: Side
const clients = new Map<string, RestClient>()
const counter = { next: 1 }
const tally = { attempts: 0 }
const newId = (): string => `droits-${counter.next++}`

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  for (const side of world.sides) {
    for (const role of roles) clients.set(`${side.name} ${role}`, await restClient(payload).as(side.people[role]))
  }
  clients.set('platform', await restClient(payload).as(world.platform))
  clients.set('nobody', restClient(payload))
}, 120_000)

const client = (name: string): RestClient => {
  const found = clients.get(name)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

type OwnerKind = 'platform' | 'network' | 'organisation'
const ownerOf = (kind: OwnerKind, side: Side) => ({ kind, id: kind === 'platform' ? null : side[kind] })

/** Who writes for whom: the platform's staff on both sides, heads and administrators on their own, the platform's administrators for all. */
const writers: Readonly<Record<OwnerKind, (side: Side) => readonly string[]>> = {
  platform: () => [...world.sides.map(({ name }) => `${name} cress`), 'platform'],
  network: ({ name }) => [`${name} head`, 'platform'],
  organisation: ({ name }) => [`${name} admin`, 'platform'],
}

const start = async (kind: OwnerKind, side: Side): Promise<string> => {
  const [writer = ''] = writers[kind](side)
  const body = { from: 'blank', id: newId(), title: 'Essai', owner: ownerOf(kind, side) }
  const response = await client(writer).post(`${base}/drafts`, { body })
  return startResult.parse(await response.json()).draft
}

const publish = async (draft: string, writer: string): Promise<string> => {
  const plan: unknown = await (await client(writer).get(`${base}/drafts/${draft}/publication`)).json()
  const { sequence } = Object(plan)
  const response = await client(writer).post(`${base}/drafts/${draft}/publication`, { body: { sequence, version: '1.0.0' } })
  return publishResult.parse(await response.json()).revision
}

const rows = async (statement: ReturnType<typeof sql>) => (await world.payload.db.drizzle.execute(statement)).rows

const stored = (draft: string) =>
  rows(sql`
    select to_jsonb(d)::text as row from drafts d where id = ${draft}::uuid
    union all select to_jsonb(q)::text from questions q where draft_id = ${draft}::uuid
    union all select to_jsonb(c)::text from draft_changes c where draft_id = ${draft}::uuid
    union all select to_jsonb(p)::text from draft_presences p where draft_id = ${draft}::uuid order by 1`)

const firstRow = async (draft: string): Promise<{ readonly id: string }> => {
  const [row] = await rows(sql`select id from questions where draft_id = ${draft}::uuid and code = '1'`)
  return { id: String(row?.['id']) }
}

const changing = (row: string, value = 'Autre'): Change => ({ kind: 'set', target: { row }, path: ['title'], value, base: 1 })

/** Every endpoint of one draft. What takes the draft away comes last. */
const attempts: readonly { readonly name: string; readonly send: (rest: RestClient, draft: string, row: string) => Promise<Response> }[] = [
  { name: 'GET', send: (rest, draft) => rest.get(`${base}/drafts/${draft}`) },
  { name: 'GET findings', send: (rest, draft) => rest.get(`${base}/drafts/${draft}/findings`) },
  { name: 'GET history', send: (rest, draft) => rest.get(`${base}/drafts/${draft}/history`) },
  { name: 'GET publication', send: (rest, draft) => rest.get(`${base}/drafts/${draft}/publication`) },
  { name: 'GET simulation', send: (rest, draft) => rest.get(`${base}/drafts/${draft}/simulation`) },
  { name: 'GET upstream', send: (rest, draft) => rest.get(`${base}/drafts/${draft}/upstream`) },
  ...(['yaml', 'json', 'xlsx'] as const).map((format) => ({
    name: `GET export ${format}`,
    send: (rest: RestClient, draft: string) => rest.get(`${base}/drafts/${draft}/export?format=${format}`),
  })),
  { name: 'POST follow', send: (rest, draft) => rest.post(`${base}/drafts/${draft}/follow`, { body: { since: 0, window: randomUUID() } }) },
  { name: 'POST changes', send: (rest, draft, row) => rest.post(`${base}/drafts/${draft}/changes`, { body: { operation: randomUUID(), since: 0, changes: [changing(row)] } }) },
  { name: 'POST publication', send: (rest, draft) => rest.post(`${base}/drafts/${draft}/publication`, { body: { sequence: 1, version: '1.0.0' } }) },
  { name: 'DELETE', send: (rest, draft) => rest.delete(`${base}/drafts/${draft}`) },
]

describe.each(['platform', 'network', 'organisation'] as const)('A draft of the %s', (kind) => {
  it('is for those who write for it alone, by every way in; refusals leave no trace', async () => {
    const draft = await start(kind, home)
    const { id } = await firstRow(draft)
    const allowed = writers[kind](home)
    const before = await stored(draft)
    const through: string[] = []
    for (const who of [...clients.keys()].filter((name) => !allowed.includes(name))) {
      for (const { name, send } of attempts) {
        const response = await send(client(who), draft, id)
        tally.attempts += 1
        const expected = who === 'nobody' ? 401 : 404
        if (response.status !== expected) through.push(`${who} ${name}: ${response.status}`)
      }
    }
    expect(through).toEqual([])
    expect(await stored(draft)).toEqual(before)
    for (const who of allowed) {
      const own = await start(kind, home)
      const ownRow = await firstRow(own)
      for (const { name, send } of attempts) {
        // Published, it is gone: abandoning is tried on another one.
        const target = name === 'DELETE' ? await start(kind, home) : own
        expect((await send(client(who), target, ownRow.id)).ok, `${who} ${name}`).toBe(true)
      }
    }
  })

  it('and what it became are read through Payload by the same people, and by those it was published for', async () => {
    const [writer = ''] = writers[kind](home)
    const draft = await start(kind, home)
    const [known] = await rows(sql`select referentiel from drafts where id = ${draft}::uuid`)
    const code = String(known?.['referentiel'])
    const readers = async (collection: string, where: string): Promise<readonly string[]> => {
      const found: string[] = []
      for (const [name, rest] of clients) {
        const body: unknown = await (await rest.get(`/api/${collection}?${where}`)).json()
        if (Number(Object(body).totalDocs) > 0) found.push(name)
      }
      return found.toSorted()
    }
    const allowed = writers[kind](home).toSorted()
    expect(await readers('referentiels', `where[code][equals]=${code}`)).toEqual(allowed)
    expect(await readers('drafts', `where[referentiel][equals]=${code}`)).toEqual(allowed)
    expect(await readers('questions', `where[draft][equals]=${draft}`)).toEqual(allowed)
    await publish(draft, writer)
    const signedIn = [...clients.keys()].filter((name) => name !== 'nobody')
    const insiders = (['admin', 'contributor', 'reader', 'consultant'] as const satisfies readonly Role[]).map((role) => `${home.name} ${role}`)
    const meant = { platform: signedIn, network: [...insiders, ...allowed], organisation: [...insiders, ...allowed] }[kind]
    expect(await readers('revisions', `where[referentiel][equals]=${code}`)).toEqual([...new Set(meant)].toSorted())
  })
})

describe('A référentiel is started', () => {
  it('for nobody that the person does not write for', async () => {
    for (const kind of ['platform', 'network', 'organisation'] as const) {
      for (const [name, rest] of clients) {
        const isAllowed = writers[kind](home).includes(name)
        const blank = await rest.post(`${base}/drafts`, { body: { from: 'blank', id: newId(), title: 'Essai', owner: ownerOf(kind, home) } })
        const form = new FormData()
        form.set('file', new File([sampleText({ id: newId() })], 'a.json'))
        form.set('options', JSON.stringify({ owner: ownerOf(kind, home) }))
        const file = await rest.post(`${base}/files`, { body: form })
        tally.attempts += 2
        expect([name, blank.ok, file.ok]).toEqual([name, isAllowed, isAllowed])
      }
    }
  })

  it('from the template by whoever writes for somebody, and a workbook is annotated for whom it may be imported, without a trace', async () => {
    const authors = new Set((['platform', 'network', 'organisation'] as const).flatMap((kind) => world.sides.flatMap((side) => writers[kind](side))))
    const template = await client('platform').get(`${base}/template`)
    expect(template.headers.get('content-disposition')).toBe('attachment; filename="modele-referentiel.xlsx"')
    const bytes = new Uint8Array(await template.arrayBuffer())
    const everything = () => rows(sql`select count(*) as drafts, (select count(*) from questions) as rows, (select count(*) from referentiels) as referentiels from drafts`)
    const before = await everything()
    for (const [name, rest] of clients) {
      const asked = await rest.get(`${base}/template`)
      const expected = [name, authors.has(name) ? 200 : name === 'nobody' ? 401 : 404]
      expect([name, asked.status]).toEqual(expected)
      const unknown = new FormData()
      unknown.set('file', new File([bytes], 'grille.xlsx'))
      expect([name, (await rest.post(`${base}/columns`, { body: unknown })).status]).toEqual(expected)
      for (const kind of ['platform', 'network', 'organisation'] as const) {
        const form = new FormData()
        form.set('file', new File([bytes], 'modele.xlsx'))
        form.set('options', JSON.stringify({ owner: ownerOf(kind, home) }))
        const annotated = await rest.post(`${base}/files/annotated`, { body: form })
        tally.attempts += 1
        expect([name, annotated.ok]).toEqual([name, writers[kind](home).includes(name)])
      }
    }
    const text = new FormData()
    text.set('file', new File([sampleText({ id: newId() })], 'a.json'))
    for (const way of ['/files/annotated', '/columns']) expect((await client('platform').post(`${base}${way}`, { body: text })).status, way).toBe(400)
    expect(await everything()).toEqual(before)
  })

  it('from nothing that they may not read, and never into somebody else’s', async () => {
    const draft = await start('network', abroad)
    const revision = await publish(draft, `${abroad.name} head`)
    const [known] = await rows(sql`select referentiel from revisions where id = ${revision}::uuid`)
    const code = String(known?.['referentiel'])
    const head = client(`${home.name} head`)
    const derive = { from: 'derived', revision, id: newId(), title: 'Vol', owner: ownerOf('network', home) }
    expect((await head.post(`${base}/drafts`, { body: derive })).status).toBe(404)
    expect((await head.post(`${base}/drafts`, { body: { from: 'version', revision } })).status).toBe(404)
    expect((await head.get(`${base}/revisions/${revision}/export?format=json`)).status).toBe(404)
    expect(libraryResult.parse(await (await head.get(`${base}/library`)).json()).referentiels.map(({ id }) => id)).not.toContain(code)
    const form = new FormData()
    form.set('file', new File([sampleText({ id: code, version: '2.0.0' })], 'a.json'))
    form.set('options', JSON.stringify({ owner: ownerOf('network', home), replace: true }))
    const file = await head.post(`${base}/files`, { body: form })
    // That it is somebody else's is told with all the rest, and nothing of what it holds.
    expect(await file.json()).toEqual({ outcome: 'refused', draft: null, referentiel: null, version: null, findings: [expect.objectContaining({ code: 'IDENTIFIANT_PRIS', path: '/id' })] })
    expect(await rows(sql`select version from drafts where referentiel = ${code}`)).toEqual([])
    // A member of that network reads it, and may derive their organisation's own.
    const admin = client(`${abroad.name} admin`)
    expect((await admin.post(`${base}/drafts`, { body: { ...derive, owner: ownerOf('organisation', abroad) } })).status).toBe(201)
    expect((await admin.post(`${base}/drafts`, { body: { from: 'version', revision } })).status).toBe(404)
  })
})

describe('A change reaches nothing outside its draft', () => {
  it('neither rows, nor ids, nor removals, nor operations of another one', async () => {
    const [mine, theirs] = [await start('network', home), await start('network', abroad)]
    const [own, foreign] = [await firstRow(mine), await firstRow(theirs)]
    const apply = async (who: string, draft: string, changes: readonly Change[], operation = randomUUID()) => {
      const response = await client(who).post(`${base}/drafts/${draft}/changes`, { body: { operation, since: 0, changes } })
      return { status: response.status, body: Object(await response.json()) as { readonly results?: readonly { readonly status: string }[] } }
    }
    const operation = randomUUID()
    await apply(`${abroad.name} head`, theirs, [{ kind: 'remove', row: foreign.id, base: 1 }], operation)
    await apply(`${abroad.name} head`, theirs, [{ kind: 'restore', sequence: 1, index: 0 }])
    const before = await stored(theirs)
    const { body } = await apply(`${home.name} head`, mine, [
      changing(foreign.id),
      { kind: 'move', row: own.id, parent: foreign.id, base: 1 },
      { kind: 'add-node', id: randomUUID(), parent: foreign.id, nodeKind: 'theme', fields: {} },
      { kind: 'duplicate', source: foreign.id, id: randomUUID() },
      { kind: 'remove', row: foreign.id, base: 9 },
      { kind: 'rename', row: foreign.id, code: 'x', base: 9 },
      { kind: 'renumber', parent: foreign.id, style: 'nested' },
      { kind: 'restore', sequence: 1, index: 0 },
    ])
    expect(body.results?.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'refused'))
    expect((await apply(`${home.name} head`, mine, [{ kind: 'add-node', id: foreign.id, parent: null, nodeKind: 'theme', fields: {} }])).status).toBe(400)
    expect(await stored(theirs)).toEqual(before)
    // The same operation id on another draft is another operation.
    expect((await apply(`${home.name} head`, mine, [changing(own.id)], operation)).body.results).toMatchObject([{ status: 'applied' }])
  })
})

describe('A request that writes', () => {
  it('comes from a page of the platform, or from a program that says nothing of pages', async () => {
    const draft = await start('platform', home)
    const { id } = await firstRow(draft)
    const before = await stored(draft)
    const send = (headers: Readonly<Record<string, string>>) =>
      client(`${home.name} cress`).post(`${base}/drafts/${draft}/changes`, { body: { operation: randomUUID(), since: 0, changes: [changing(id, JSON.stringify(headers))] }, headers })
    const refused: readonly Readonly<Record<string, string>>[] = [{ origin: 'https://ailleurs.test' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]
    for (const headers of refused) {
      expect((await send(headers)).status, JSON.stringify(headers)).toBe(403)
    }
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(400)
    expect(await stored(draft)).toEqual(before)
    const accepted: readonly Readonly<Record<string, string>>[] = [{}, { origin: new URL(world.payload.config.serverURL).origin }, { 'sec-fetch-site': 'same-origin' }]
    for (const headers of accepted) {
      expect((await send(headers)).status, JSON.stringify(headers)).toBe(200)
    }
    const elsewhere = { headers: { origin: 'https://ailleurs.test' } }
    expect((await client(`${home.name} cress`).delete(`${base}/drafts/${draft}`, elsewhere)).status).toBe(403)
    const form = new FormData()
    form.set('file', new File(['{}'], 'a.json'))
    expect((await client(`${home.name} cress`).post(`${base}/files`, { body: form, ...elsewhere })).status).toBe(403)
  })

  it('has the size and the shape that were agreed on', async () => {
    const draft = await start('platform', home)
    const rest = client(`${home.name} cress`)
    const send = async (body: unknown) => (await rest.post(`${base}/drafts/${draft}/changes`, { body })).status
    const operation = randomUUID()
    expect(await send('{')).toBe(400)
    const deep = new FormData()
    deep.set('file', new File(['{}'], 'a.json'))
    deep.set('options', `{"preset":{"document":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}}`)
    expect((await rest.post(`${base}/files`, { body: deep })).status).toBe(400)
    expect(await send({ operation, since: 0, changes: [] })).toBe(400)
    expect(await send({ operation, since: 0, changes: Array.from({ length: 501 }, () => ({ kind: 'version', version: '1.0.1' })) })).toBe(400)
    expect(await send({ operation, since: -1, changes: [{ kind: 'version', version: '1.0.1' }] })).toBe(400)
    expect(await send({ operation, since: 0, changes: [{ kind: 'version', version: '1.0.1', more: 1 }] })).toBe(400)
    expect(await send({ operation, since: 0, changes: [changing(randomUUID(), 'x'.repeat(1_100_000))] })).toBe(413)
    expect((await rest.get(`${base}/drafts/pas-un-identifiant`)).status).toBe(404)
    expect((await rest.get(`${base}/drafts/${draft}/export?format=exe`)).status).toBe(400)
  })
})

describe('A published version is started', () => {
  const startDiagnostic = (side: Side, revision: string) =>
    world.payload
      .create({
        collection: 'diagnostics',
        data: { organisation: side.organisation, campaign: side.campaign, revision, referentiel: '', scopeLabel: 'Essai', profile: {}, state: 'open' },
        overrideAccess: false,
        user: side.people.admin,
      })
      .then(() => 'started', (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)))

  const offered = async (side: Side): Promise<readonly string[]> => {
    const [row] = await rows(sql`select number from organisations where id = ${side.organisation}::uuid`)
    const database = world.payload.db.drizzle
    const user = String(side.people.admin.id)
    const actor = await loadActor(database, user)
    const person = { id: user, email: '', firstName: '', fullName: '' }
    const scope = actor === null ? null : await scopeFor(database, { actor, person }, Number(row?.['number']))
    if (scope === null) throw new Error('no scope')
    return (await listOfferedRevisions(scope, world.payload.db.drizzle)).map(({ revision }) => revision)
  }

  it('of a network by its members as long as they are, and by nobody else', async () => {
    const revision = await publish(await start('network', home), `${home.name} head`)
    expect(await offered(home)).toContain(revision)
    expect(await offered(abroad)).not.toContain(revision)
    expect(await startDiagnostic(abroad, revision)).toBe('NOT_FOUND')
    expect(await startDiagnostic(home, revision)).toBe('started')
    await rows(sql`update diagnostics set state = 'archived' where revision_id = ${revision}::uuid`)
    await rows(sql`update network_memberships set left_on = '2026-01-31' where organisation_id = ${home.organisation}::uuid and left_on is null`)
    try {
      expect(await offered(home)).not.toContain(revision)
      expect(await startDiagnostic(home, revision)).toBe('NOT_FOUND')
    } finally {
      await rows(sql`update network_memberships set left_on = null where organisation_id = ${home.organisation}::uuid and left_on = '2026-01-31'`)
    }
  })

  it('of an organisation by itself alone, even beside others of its network', async () => {
    const revision = await publish(await start('organisation', home), `${home.name} admin`)
    await rows(sql`
      insert into network_memberships (id, organisation_id, network_id, sharing, joined_on)
      values (gen_random_uuid(), ${abroad.organisation}::uuid, ${home.network}::uuid, 'counters', '2026-01-01')`)
    try {
      expect(await offered(home)).toContain(revision)
      expect(await offered(abroad)).not.toContain(revision)
      expect(await startDiagnostic(abroad, revision)).toBe('NOT_FOUND')
      expect(await startDiagnostic(home, revision)).toBe('started')
    } finally {
      await rows(sql`delete from network_memberships where organisation_id = ${abroad.organisation}::uuid and network_id = ${home.network}::uuid`)
    }
  })

  it('whose uses are told to who writes for its owner, and to no reader', async () => {
    const revision = await publish(await start('network', home), `${home.name} head`)
    expect(await startDiagnostic(home, revision)).toBe('started')
    const usesFor = async (who: string) => {
      const { referentiels } = libraryResult.parse(await (await client(who).get(`${base}/library`)).json())
      return referentiels.flatMap(({ versions }) => versions).find(({ id }) => id === revision)?.uses
    }
    // An administrator writes for the organisation, and reads what their network offers.
    expect(await Promise.all([usesFor(`${home.name} head`), usesFor('platform'), usesFor(`${home.name} admin`), usesFor(`${abroad.name} head`)])).toEqual([1, 1, null, undefined])
    const titles = libraryResult.parse(await (await client('platform').get(`${base}/library`)).json()).referentiels.map(({ title }) => title)
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('fr', { numeric: true }).compare))
  })

  it('of the platform that keeps it to a network by nobody', async () => {
    const form = new FormData()
    form.set('file', new File([sampleText({ id: newId(), visibility: 'network' })], 'a.json'))
    const imported: unknown = await (await client(`${home.name} cress`).post(`${base}/files`, { body: form })).json()
    const revision = await publish(String(Object(imported).draft), `${home.name} cress`)
    for (const side of world.sides) {
      expect(await offered(side)).not.toContain(revision)
      expect(await startDiagnostic(side, revision)).toBe('NOT_FOUND')
    }
  })
})

describe('Each wall stands by itself', () => {
  /** Opens one wall: the same attempts that were refused get through, so that they do try it. */
  const opened = async <T>(options: object, work: () => Promise<T>): Promise<T> => {
    const { config } = world.payload
    const custom = { ...config.custom }
    config.custom['referentiels'] = { ...custom['referentiels'], ...options }
    try {
      return await work()
    } finally {
      config.custom = custom
    }
  }

  it('who writes for whom is what keeps the others out', async () => {
    const everybody = { owners: { mayWrite: () => [ownerOf('platform', home), ownerOf('network', home), ownerOf('organisation', home)] } }
    for (const kind of ['platform', 'network', 'organisation'] as const) {
      const draft = await start(kind, home)
      const { id } = await firstRow(draft)
      await opened(everybody, async () => {
        for (const { send, name } of attempts.filter((attempt) => attempt.name !== 'DELETE')) {
          expect((await send(client(`${abroad.name} stranger`), draft, id)).ok, `${kind} ${name}`).toBe(true)
        }
      })
    }
  })

  it('what the document asks for reaches no further than its owner', async () => {
    const draft = await start('network', home)
    const body = { operation: randomUUID(), since: 0, changes: [{ kind: 'set', target: { part: 'binding' }, path: ['visibility'], value: 'public', base: 0 }] }
    expect((await client(`${home.name} head`).post(`${base}/drafts/${draft}/changes`, { body })).status).toBe(200)
    const revision = await publish(draft, `${home.name} head`)
    expect(await rows(sql`select visibility from revisions where id = ${revision}::uuid`)).toEqual([{ visibility: 'network' }])
  })

  it('lets nobody but the platform’s administrators look for owners, and begin for one that there is alone', async () => {
    const [{ organisation, name }] = world.sides
    const search = async (who: string) => {
      const response = await client(who).get(`${base}/owners?${new URLSearchParams({ kind: 'organisation', words: name }).toString()}`)
      tally.attempts += 1
      return { status: response.status, owners: response.ok ? ownersResult.parse(await response.json()).owners : null }
    }
    expect((await search('platform')).owners).toContainEqual({ kind: 'organisation', id: organisation, name: expect.stringContaining(name) })
    for (const who of [...clients.keys()].filter((each) => each !== 'platform')) {
      expect(await search(who), who).toEqual(who === 'nobody' ? { status: 401, owners: null } : { status: 200, owners: [] })
    }
    const begin = (owner: object) => client('platform').post(`${base}/drafts`, { body: { from: 'blank', id: newId(), title: 'Essai', owner } })
    for (const owner of [
      { kind: 'organisation', id: null },
      { kind: 'network', id: organisation },
      { kind: 'organisation', id: randomUUID() },
      { kind: 'organisation', id: 'x' },
      { kind: 'platform', id: organisation },
    ]) {
      expect((await begin(owner)).status, JSON.stringify(owner)).toBe(404)
    }
    expect((await begin({ kind: 'organisation', id: organisation })).status).toBe(201)
  })

  it('is tried for every endpoint that there is', () => {
    const there = world.payload.config.endpoints.flatMap(({ method, path }) => (path.startsWith('/referentiels-studio') ? [`${method} ${path.slice('/referentiels-studio'.length)}`] : []))
    expect(there.toSorted()).toEqual([
      'delete /drafts/:draft',
      ...['', '/export', '/findings', '/history', '/publication', '/simulation', '/upstream'].map((rest) => `get /drafts/:draft${rest}`),
      'get /library',
      'get /owners',
      'get /revisions/:revision/export',
      'get /template',
      'post /columns',
      'post /drafts',
      ...['/changes', '/follow', '/publication'].map((rest) => `post /drafts/:draft${rest}`),
      'post /files',
      'post /files/annotated',
    ])
  })

  it('says how often it was tried', () => {
    expect(tally.attempts).toBeGreaterThan(400)
    console.info(`studio: ${tally.attempts} attempts`)
  })
})
