import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { previewEndpoint } from '#features/rapport/preview-endpoint.ts'
import { closePrinter, printPdf } from '#server/browser/print-pdf.ts'
import { createDocumentPrinter } from '#server/pdf/document-printer.ts'
import { draftPreview, shownProfileOf } from '#server/referentiels/draft-preview.ts'

import { readPdf } from '../browser/pdf-content.ts'
import { buildWorld, type Role, roles, type World } from '../isolation/world.ts'
import { tokenFor } from '../support/sign-in.ts'
import { testPayload } from '../support/test-payload.ts'
import { importDraft, rowOf, set, studioClient } from './studio-client.ts'

let world: World
let payload: Payload
let draft: string
const printer = createDocumentPrinter({ print: printPdf, timeoutMs: 60_000 })

const document = {
  format: 'referentiel/1',
  id: 'apercu',
  version: '1.0.0',
  title: 'Aperçu à écrire',
  rights: { licence: 'Essai', notice: 'Essai', attribution: 'Essai', textOrigin: 'own' },
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  profileFields: [{ code: 'public', label: 'Public', type: 'multi', list: 'publics' }, { code: 'recoit', label: 'Reçoit', type: 'boolean' }],
  lists: [{ code: 'publics', options: [{ code: 'pa', label: 'Âgées' }, { code: 'ph', label: 'Handicap' }] }],
  scales: [{ code: 'deux', label: 'Deux', values: [{ code: '1', label: 'Non', score: 1 }, { code: '2', label: 'Oui', score: 2 }] }],
  nodes: [
    { code: 'a', kind: 'theme', title: 'Accueil' },
    { code: 'a1', parent: 'a', kind: 'critere', title: 'Repérer les personnes', rating: 'deux' },
    { code: 'a2', parent: 'a', kind: 'critere', title: 'Orienter les aînés', rating: 'deux', applies: { public: ['pa'] } },
    { code: 'a3', parent: 'a', kind: 'critere', title: 'Recevoir', rating: 'deux', appliesIf: 'profil.recoit = vrai' },
  ],
  subsets: [{ code: 'court', label: 'Court', include: ['a1', 'a3'] }],
}

beforeAll(async () => {
  ;({ payload } = await testPayload())
  world = await buildWorld(payload)
  draft = await importDraft(payload, JSON.stringify(document))
}, 120_000)
afterAll(closePrinter)

const ask = async (role: Role | 'nobody', { id = draft, query = '' } = {}): Promise<Response> => {
  const endpoint = previewEndpoint(() => Promise.resolve(payload), printer)
  const headers: Record<string, string> = role === 'nobody' ? {} : { authorization: `JWT ${await tokenFor(payload, world.sides[0].people[role])}` }
  return endpoint(new Request(`http://127.0.0.1/apercu/${id}/pdf${query}`, { headers }), { params: Promise.resolve({ brouillon: id }) })
}

/** Of the platform's team: they write its référentiels. */
const authors: readonly Role[] = ['cress', 'admin']

describe('The preview of a draft', () => {
  it.each(roles.filter((role) => !authors.includes(role)))('is not there for %s', async (role) => {
    expect((await ask(role)).status).toBe(404)
  })

  it('is not there for nobody, nor under another id', async () => {
    expect((await ask('nobody')).status).toBe(404)
    expect((await ask('cress', { id: '01a2161c-e54e-70e1-aad6-b10857118261' })).status).toBe(404)
    expect((await ask('cress', { id: 'x' })).status).toBe(404)
  })

  it('is printed for its authors as that profile would see it', async () => {
    const all = await ask('cress', { query: '?profil.public=pa&profil.recoit=true' })
    expect(all.status).toBe(200)
    const text = (await readPdf(new Uint8Array(await all.arrayBuffer()))).text
    expect(text).toContain('Orienter les aînés')
    expect(text).toContain('Recevoir')
    expect((await ask('cress', { query: '?profil.__proto__=1&profil.constructor=1' })).status).toBe(all.status)
    const few = await ask('cress', { query: '?profil.public=ph&profil.recoit=false' })
    const less = (await readPdf(new Uint8Array(await few.arrayBuffer()))).text
    expect(less).toContain('Repérer les personnes')
    expect(less).not.toContain('Orienter les aînés')
    expect(less).not.toContain('Recevoir')
  })

  it('is printed as one of its parts, or whole where there is no such part', async () => {
    const everything = '?profil.public=pa&profil.recoit=true&sous-ensemble='
    const textOf = async (subset: string) => (await readPdf(new Uint8Array(await (await ask('cress', { query: everything + subset })).arrayBuffer()))).text
    const part = await textOf('court')
    expect(part).toContain('Recevoir')
    expect(part).not.toContain('Orienter les aînés')
    expect(await textOf('absent')).toContain('Orienter les aînés')
  })

  it('shows a draft that still has errors, and waits for one that is no référentiel yet', async () => {
    const { people } = world.sides[0]
    const client = await studioClient(payload, people.cress)
    const user = { ...(await payload.findByID({ collection: 'users', id: people.cress.id, overrideAccess: true })), collection: 'users' as const }
    const preview = () => draftPreview(payload, { user, draft, profile: shownProfileOf([]), subset: null })

    const node = rowOf(await client.open(draft), 'a1')
    await client.apply(draft, [set(node, ['rating'], 'absente')])
    const faulty = await preview()
    expect(faulty?.errors).toHaveLength(1)
    expect(faulty?.shown?.compiled.criteria.map(({ code }) => code)).toEqual(['a1', 'a2', 'a3'])

    await client.apply(draft, [{ kind: 'unset', target: { row: node.id }, path: ['title'], base: rowOf(await client.open(draft), 'a1').revision }])
    expect(await preview()).toMatchObject({ shown: null })
    expect((await ask('cress')).status).toBe(404)
  })
})
