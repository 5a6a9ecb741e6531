import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, it } from 'vitest'

import { columnsResult, fileResult, studioError } from '#plugins/referentiels/exports/studio-contract.ts'

import { aWorkbook, type TypedSheet } from '../../plugins/referentiels/workbook/tests/a-workbook.ts'
import { buildWorld, type Side, type World } from '../isolation/world.ts'
import { hasDocument } from '../support/has-essms-document.ts'
import { testPayload } from '../support/test-payload.ts'
import { base, rowOf, type StudioClient, studioClient } from './studio-client.ts'

const name = 'has-essms/classeur-has'
const headings = ['Numéro chapitre', 'Libellé chapitre', 'Niveau d’exigence', 'Numéro Objectif', 'Libellé objectifs', 'Numéro Critère', 'Libellé critères']
/** In words of the test's own: the publisher's stand in no file of this repository. */
const theirs: TypedSheet = [headings, ['1', 'Premier chapitre', 'Standard', '1.1', 'Premier objectif', '1.1.1', 'Le critère, dans leurs mots.']]

let world: World
let home: Side
let abroad: Side
let author: StudioClient
let bytes: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  author = await studioClient(payload, home.people.admin)
  bytes = new Uint8Array(await aWorkbook({ Grille: theirs }))
}, 120_000)

const send = async (path: string, options: object = {}, file = bytes) => {
  const form = new FormData()
  form.set('file', new File([file], 'classeur.xlsx'))
  form.set('options', JSON.stringify(options))
  const response = await author.rest.post(`${base}${path}`, { body: form })
  return { status: response.status, body: (await response.json()) as unknown }
}
const known = async (file = bytes) => columnsResult.parse((await send('/columns', {}, file)).body).known
const chosen = { name, id: 'notre-evaluation', title: 'Notre évaluation' }
const owner = () => ({ kind: 'organisation', id: home.organisation })
const codeOf = (body: unknown): string | undefined => studioError.parse(body).errors[0]?.code

describe('A workbook that the platform knows', () => {
  it('is told by its headings, and replaces words alone in a copy of the organisation’s own', async () => {
    expect(await known()).toEqual([
      { name, label: 'Classeur de la HAS (évaluation des ESSMS)', title: 'Auto-évaluation ESSMS, textes de la HAS', into: { title: hasDocument.title, version: hasDocument.version } },
    ])

    const tried = fileResult.parse((await send('/files', { owner: owner(), known: chosen, dryRun: true })).body)
    expect([tried.outcome, tried.draft]).toEqual(['created', null])
    const { outcome, draft, referentiel } = fileResult.parse((await send('/files', { owner: owner(), known: chosen })).body)
    expect([outcome, referentiel]).toEqual(['created', chosen.id])
    const opened = await author.open(draft ?? '')
    expect([opened.title, opened.owner.id]).toEqual([chosen.title, home.organisation])
    expect(rowOf(opened, '1.1.1').data['statement']).toBe('Le critère, dans leurs mots.')
    const nodes = opened.rows.filter(({ row }) => row === 'node')
    expect(nodes.map(({ code }) => code).toSorted()).toEqual(hasDocument.nodes.map(({ code }) => code).toSorted())
    expect(nodes.filter(({ data }) => data['imperative'] === true)).toHaveLength(18)
    expect(opened.parts['derivedFrom']?.value).toEqual({ id: hasDocument.id, version: hasDocument.version })
    expect(opened.parts['rights']?.value).toMatchObject({ textOrigin: 'customer-supplied' })
  })

  it('is not told where a heading is missing that the elements can’t do without', async () => {
    const without = new Uint8Array(await aWorkbook({ Grille: theirs.map((cells) => cells.filter((_, column) => headings[column] !== 'Numéro Critère')) }))
    expect(await known(without)).toEqual([])
  })

  it('is read by a preset that is there, chosen alone, for whom one writes', async () => {
    expect((await send('/files', { owner: owner(), known: { ...chosen, name: 'has-essms/autre' } })).status).toBe(400)
    expect((await send('/files', { owner: owner(), known: { ...chosen, name: '../../package' } })).status).toBe(400)
    expect((await send('/files', { owner: { kind: 'organisation', id: abroad.organisation }, known: { ...chosen, id: 'la-leur' } })).status).toBe(404)
    const taken = fileResult.parse((await send('/files', { owner: owner(), known: { ...chosen, id: hasDocument.id } })).body)
    expect([taken.outcome, taken.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual(['refused', ['IDENTIFIANT_PRIS']])
    const preset = { format: 'colonnes/1', label: 'Le mien', into: hasDocument.id, document: { id: 'volee' }, levels: [{ kind: 'critere', code: 'Numéro Critère' }] }
    expect((await send('/files', { owner: owner(), preset })).status).toBe(400)
  })

  // Last: nothing is published again that was retired.
  it('is not offered while nothing is published whose words it would replace', async () => {
    const { drizzle } = world.payload.db
    await drizzle.execute(sql`update revisions set status = 'retired' where referentiel = ${hasDocument.id}`)
    expect(await known()).toEqual([])
    const { status, body } = await send('/files', { owner: owner(), known: { ...chosen, id: 'sans-source' } })
    expect([status, codeOf(body)]).toEqual([404, 'NOT_FOUND'])
  })
})
