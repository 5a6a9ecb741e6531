import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { testPayload } from '../../../tests/support/test-payload.ts'
import { importDocument, listVersions, loadShipped, publish, readVersion } from '../exports/server.ts'
import type { ImportOptions } from '../exports/server.ts'
import { bytesHash } from '../publication/content-hash.ts'
import { type Sample, sampleText } from './sample-document.ts'

let payload: Payload
const now = new Date('2026-11-25T10:00:00Z')
const counter = { next: 1 }
const newId = (): string => `essai-${counter.next++}`

beforeAll(async () => {
  ;({ payload } = await testPayload())
})

const take = (sample: Sample, options: ImportOptions = {}) =>
  importDocument({ payload, file: { file: `${sample.id}.json`, text: sampleText(sample) }, options, now })

const rows = async (statement: ReturnType<typeof sql>) => (await payload.db.drizzle.execute(statement)).rows

/** Everything that is stored of one référentiel, as the database holds it. */
const stored = (id: string) =>
  rows(sql`
    select to_jsonb(r)::text as row from referentiels r where code = ${id}
    union all select to_jsonb(d)::text from drafts d where referentiel = ${id}
    union all select to_jsonb(q)::text from questions q join drafts d on d.id = q.draft_id where d.referentiel = ${id}
    union all select to_jsonb(v)::text from revisions v where referentiel = ${id}
    union all select to_jsonb(m)::text from mappings m where referentiel = ${id}
    order by 1`)

const versions = async (id: string) =>
  (await listVersions(payload)).filter((one) => one.id === id).map(({ version, status }) => `${version} ${status}`)

describe('Importing a référentiel', () => {
  it('makes a draft, whose content is that of the file', async () => {
    const id = newId()
    const { outcome, version, findings } = await take({ id })
    expect({ outcome, findings }).toEqual({ outcome: 'created', findings: [] })
    const [listed] = (await listVersions(payload)).filter((one) => one.id === id)
    expect(listed).toEqual({ id, version: '1.0.0', status: 'draft', title: 'Essai', hash: version?.hash, uses: 0 })
  })

  it('of the same content changes nothing, whatever its layout', async () => {
    const id = newId()
    await take({ id })
    const before = await stored(id)
    const text = JSON.stringify(JSON.parse(sampleText({ id })))
    const again = await importDocument({ payload, file: { file: 'a.json', text }, options: { replace: true }, now })
    expect(again).toMatchObject({ outcome: 'unchanged', findings: [], isPublished: false })
    expect(await stored(id)).toEqual(before)
  })

  it('refuses another content of a draft until its replacement is confirmed, and shows what differs', async () => {
    const id = newId()
    await take({ id })
    const before = await stored(id)
    const refused = await take({ id, criterionTitle: 'Autre', more: ['c3'] })
    expect(refused).toMatchObject({ outcome: 'refused', difference: { added: ['c3'], removed: [], changed: ['c1'] } })
    expect(refused.findings).toMatchObject([
      { severity: 'error', code: 'VERSION_EXISTE', path: '/version', line: 4, suggestion: '2.0.0' },
    ])
    expect(await stored(id)).toEqual(before)
    const replaced = await take({ id, criterionTitle: 'Autre' }, { replace: true })
    expect(replaced).toMatchObject({ outcome: 'replaced', findings: [] })
    expect(await readVersion(payload, { referentiel: id })).toMatchObject({ nodes: [{ code: 'c1', title: 'Autre' }, {}, {}] })
    expect(await take({ id, criterionTitle: 'Autre' })).toMatchObject({ outcome: 'unchanged' })
  })

  it('never alters a published version, and proposes the next one by the size of the change', async () => {
    const id = newId()
    await take({ id }, { publish: true })
    const before = await stored(id)
    for (const [sample, suggestion] of [
      [{ id, criterionTitle: 'Mieux dit' }, '1.0.1'],
      [{ id, more: ['c3'] }, '2.0.0'],
    ] as const) {
      const refused = await take(sample, { replace: true, publish: true })
      expect(refused).toMatchObject({ outcome: 'refused', findings: [{ code: 'VERSION_PUBLIEE', suggestion }] })
    }
    expect(await take({ id }, { publish: true })).toMatchObject({ outcome: 'unchanged', isPublished: false })
    expect(await stored(id)).toEqual(before)
  })

  it('takes an older version as an archive, with a warning', async () => {
    const id = newId()
    await take({ id, version: '2.0.0' }, { publish: true })
    const older = await take({ id, version: '1.0.0', criterionTitle: 'Avant' }, { publish: true })
    expect(older).toMatchObject({ outcome: 'created', isPublished: true, findings: [{ severity: 'warning', code: 'VERSION_RECULE' }] })
    expect(await versions(id)).toEqual(['2.0.0 published', '1.0.0 published'])
  })

  it('warns as much when a draft below a published version is published, by whatever way', async () => {
    const id = newId()
    const receding = [{ severity: 'warning', code: 'VERSION_RECULE', parameters: { stored: '2.0.0' } }]
    await take({ id, version: '2.0.0' }, { publish: true })
    await take({ id, version: '3.0.0', title: 'Après' })
    await take({ id, version: '1.0.0', title: 'Avant' })
    await take({ id, version: '1.5.0', title: 'Avant' })
    expect(await publish({ payload, referentiel: id, version: '1.0.0', now })).toMatchObject({ outcome: 'created', findings: receding })
    const again = await take({ id, version: '1.5.0', title: 'Avant' }, { publish: true })
    expect(again).toMatchObject({ outcome: 'unchanged', isPublished: true, findings: [{ code: 'VERSION_RECULE' }, { code: 'SANS_CHANGEMENT' }] })
    expect(await publish({ payload, referentiel: id, version: '3.0.0', now })).toMatchObject({ outcome: 'created', findings: [] })
  })

  it('loads nothing of a delivered file into a référentiel that an organisation made under its identifier', async () => {
    const id = newId()
    await take({ id }, { owner: { kind: 'organisation', id: 'o1' } })
    const delivered = await take({ id, version: '2.0.0' }, { publish: true, replace: true, isShipped: true })
    expect(delivered).toMatchObject({ outcome: 'refused', isPublished: false, findings: [{ severity: 'error', code: 'IDENTIFIANT_PRIS', path: '/id' }] })
    expect(await versions(id)).toEqual(['1.0.0 draft'])
  })

  it('tells at once what is wrong with a file and that its identifier is somebody else’s, and nothing of what that one holds', async () => {
    const id = newId()
    await take({ id }, { owner: { kind: 'organisation', id: 'o1' } })
    const theirs = { mayEnter: ({ owner }: { readonly owner: { readonly id: string | null } }) => owner.id === 'o2' }
    const sound = await take({ id, title: 'Autre' }, theirs)
    expect(sound).toEqual({ outcome: 'refused', isPublished: false, findings: [expect.objectContaining({ code: 'IDENTIFIANT_PRIS', path: '/id', line: 3 })] })
    const text = sampleText({ id }).replace('"rating": "deux"', '"rating": "deu"')
    const damaged = await importDocument({ payload, file: { file: 'a.json', text }, options: theirs, now })
    expect(damaged.findings.map(({ code }) => code)).toEqual(['REF_INCONNUE', 'IDENTIFIANT_PRIS'])
    expect(await versions(id)).toEqual(['1.0.0 draft'])
  })

  it('says when a new version has nothing new, or a number that hides a large change', async () => {
    const id = newId()
    await take({ id }, { publish: true })
    expect(await take({ id, version: '1.0.1' })).toMatchObject({
      outcome: 'created',
      findings: [{ severity: 'warning', code: 'SANS_CHANGEMENT' }],
    })
    const large = { id, version: '1.1.0', more: ['c3'] }
    expect(await take(large)).toMatchObject({
      outcome: 'created',
      findings: [{ severity: 'warning', code: 'VERSION_INSUFFISANTE', suggestion: '2.0.0' }],
    })
    expect(await take(large, { publish: true })).toMatchObject({ outcome: 'refused', isPublished: false })
    expect(await publish({ payload, referentiel: id, version: '1.1.0', now })).toMatchObject({ outcome: 'refused' })
    expect(await versions(id)).toEqual(['1.1.0 draft', '1.0.1 draft', '1.0.0 published'])
  })

  it('writes nothing on a dry run, whatever it would have done', async () => {
    const id = newId()
    expect(await take({ id }, { dryRun: true, publish: true })).toMatchObject({ outcome: 'created' })
    expect(await stored(id)).toEqual([])
    await take({ id })
    const before = await stored(id)
    expect(await take({ id, title: 'Autre' }, { dryRun: true, replace: true })).toMatchObject({ outcome: 'replaced' })
    expect(await stored(id)).toEqual(before)
  })

  it('writes nothing while one error stands', async () => {
    const id = newId()
    const text = sampleText({ id }).replace('"kind": "critere"', '"kind": "criter"').replace('"prompt": "Quoi ?"', '"promt": "Quoi ?"')
    const { outcome, findings, version } = await importDocument({ payload, file: { file: 'abime.json', text }, now })
    expect({ outcome, version }).toEqual({ outcome: 'refused', version: undefined })
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(2)
    expect(await stored(id)).toEqual([])
  })

  it('is undone whole when its last step fails', async () => {
    const id = newId()
    const { config } = payload
    const custom = { ...config.custom }
    config.custom['referentiels'] = { enqueue: () => Promise.reject(new Error('no queue')) }
    try {
      await expect(take({ id }, { publish: true })).rejects.toThrow('no queue')
    } finally {
      config.custom = custom
    }
    expect(await stored(id)).toEqual([])
  })

  it('by several at once writes once: one creates, the others find it there', async () => {
    const id = newId()
    const results = await Promise.all(Array.from({ length: 6 }, () => take({ id }, { publish: true })))
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['created', ...Array.from({ length: 5 }, () => 'unchanged')])
    expect(await versions(id)).toEqual(['1.0.0 published'])
    const [links] = await rows(sql`select count(*)::int as n from mappings where referentiel = ${id}`)
    expect(links?.['n']).toBe(1)
  })

  it('by two with different contents keeps the one that came first', async () => {
    const id = newId()
    const results = await Promise.all([take({ id, title: 'Un' }, { publish: true }), take({ id, title: 'Deux' }, { publish: true })])
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['created', 'refused'])
    const winner = results[0].outcome === 'created' ? 'Un' : 'Deux'
    expect(await readVersion(payload, { referentiel: id })).toMatchObject({ title: winner })
  })
})

describe('Publishing', () => {
  it('freezes a draft with its links, and takes the draft away', async () => {
    const id = newId()
    const { version } = await take({ id })
    expect(await publish({ payload, referentiel: id, now })).toMatchObject({ outcome: 'created', version: { hash: version?.hash } })
    expect(await versions(id)).toEqual(['1.0.0 published'])
    const [link] = await rows(sql`select from_code, target, to_code, relation, carry_answers from mappings where referentiel = ${id}`)
    expect(link).toEqual({ from_code: 'c1', target: 'autre', to_code: '1', relation: 'related', carry_answers: false })
    const [entry] = await rows(sql`
      select e.after->>'hash' as hash, e.after->>'canonical' as canonical from audit_entries e
      join revisions v on v.id::text = e.document where e.collection = 'revisions' and v.referentiel = ${id}`)
    expect(entry?.['hash']).toBe(version?.hash)
    expect(String(entry?.['canonical']).length).toBeLessThan(20)
    expect(await publish({ payload, referentiel: id, version: '1.0.0', now })).toMatchObject({ outcome: 'unchanged' })
  })

  it('measures a draft by its content, not by the order of its rows', async () => {
    const id = newId()
    await take({ id, more: ['a1'] }, { publish: true })
    await take({ id, more: ['a1'], version: '1.0.1', criterionTitle: 'Mieux dit' })
    expect(await publish({ payload, referentiel: id, now })).toMatchObject({ outcome: 'created', findings: [] })
    expect(await versions(id)).toEqual(['1.0.1 published', '1.0.0 published'])
  })

  it('answers that there is nothing to publish', async () => {
    expect(await publish({ payload, referentiel: 'personne', now })).toMatchObject({ outcome: 'unknown' })
  })

  it('makes what nobody changes any more, but for its retirement', async () => {
    const id = newId()
    await take({ id }, { publish: true })
    const attempt = (change: ReturnType<typeof sql>) => payload.db.drizzle.execute(change)
    for (const change of [
      sql`update revisions set canonical = '{}' where referentiel = ${id}`,
      sql`update revisions set hash = ${'0'.repeat(64)} where referentiel = ${id}`,
      sql`update revisions set status = 'retired', title = 'Autre' where referentiel = ${id}`,
      sql`delete from revisions where referentiel = ${id}`,
      sql`truncate revisions cascade`,
    ]) {
      await expect(attempt(change)).rejects.toThrow()
    }
    await attempt(sql`update revisions set status = 'retired' where referentiel = ${id}`)
    await expect(attempt(sql`update revisions set status = 'published' where referentiel = ${id}`)).rejects.toThrow()
    expect(await versions(id)).toEqual(['1.0.0 retired'])
  })
})

describe('Loading what is shipped', () => {
  const folderOf = (samples: readonly Sample[]): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ess-shipped-'))
    for (const sample of samples) {
      mkdirSync(path.join(folder, sample.id))
      writeFileSync(path.join(folder, sample.id, 'referentiel.json'), sampleText(sample))
    }
    return folder
  }

  it('publishes each folder once, and tells of a changed file instead of failing', async () => {
    const [one, other] = [newId(), newId()]
    const folder = folderOf([{ id: one }, { id: other }])
    const load = () => loadShipped({ payload, folders: [folder, path.join(folder, 'absent')], root: folder, now })
    try {
      expect((await load()).map(({ outcome }) => outcome)).toEqual(['created', 'created'])
      expect((await load()).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
      writeFileSync(path.join(folder, one, 'referentiel.json'), sampleText({ id: one, title: 'Changé' }))
      expect(await load()).toMatchObject([
        { file: `${one}/referentiel.json`, outcome: 'refused', findings: [{ code: 'VERSION_PUBLIEE' }] },
        { outcome: 'unchanged' },
      ])
      expect(await readVersion(payload, { referentiel: one })).toMatchObject({ title: 'Essai' })
      // The changed file is told at each start; the file as it was is known by its bytes, and not read again.
      expect(await load()).toMatchObject([{ outcome: 'refused' }, { outcome: 'unchanged' }])
      writeFileSync(path.join(folder, one, 'referentiel.json'), sampleText({ id: one }))
      expect((await load()).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
      const bytes = readFileSync(path.join(folder, one, 'referentiel.json'))
      expect(await rows(sql`select loaded_file from referentiels where code = ${one}`)).toEqual([{ loaded_file: bytesHash(bytes) }])
      const [identity] = await rows(sql`select is_shipped from referentiels where code = ${one}`)
      expect(identity).toEqual({ is_shipped: true })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('by two processes at once loads once', async () => {
    const folder = folderOf([{ id: newId() }, { id: newId() }])
    try {
      const load = () => loadShipped({ payload, folders: [folder], root: folder, now })
      const results = await Promise.all([load(), load()])
      for (const index of [0, 1]) {
        expect(results.map((files) => files[index]?.outcome).sort()).toEqual(['created', 'unchanged'])
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('was done when this database was prepared: what lies in the folder is published', async () => {
    expect((await listVersions(payload)).filter(({ status }) => status === 'published').length).toBeGreaterThan(0)
  })
})
