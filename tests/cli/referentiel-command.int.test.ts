import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aWorkbook, threeSheets, withCell } from '../../plugins/referentiels/workbook/tests/a-workbook.ts'
import { sampleText } from '../../plugins/referentiels/tests/sample-document.ts'

/** Six commands, each of which loads the application, here beside other tests. */
const manyStarts = 240_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ess-referentiel-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileNamed = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** The command as a person starts it, on this file's copy of the database unless told otherwise. */
const run = (args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/referentiel.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, err]: [string[], string[]] = [[], []]
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => out.push(chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out: out.join(''), err: err.join('') }))
  })

const json = ({ out }: Ended) => JSON.parse(out)

describe('npm run referentiel', () => {
  it('checks and evaluates a file where there is no database', async () => {
    const nowhere = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const file = fileNamed('bon.json', sampleText({ id: 'sans-base' }))
    const good = await run(['validate', file, '--json'], nowhere)
    expect([good.code, json(good)]).toMatchObject([0, { ok: true, id: 'sans-base', version: '1.0.0', findings: [] }])

    const bad = await run(['validate', fileNamed('abime.json', sampleText({ id: 'x' }).replace('"rating": "deux"', '"rating": "trois"')), '--json'], nowhere)
    expect(bad.code).toBe(1)
    expect(json(bad)).toMatchObject({ ok: false, outcome: 'refused', findings: [{ severity: 'error', value: 'trois', line: expect.any(Number), column: expect.any(Number) }] })

    const input = fileNamed('reponses.yaml', 'answers: { c1: "2", c2.b: "1" }')
    const evaluated = await run(['evaluate', file, '--with', input, '--json'], nowhere)
    expect([evaluated.code, json(evaluated)]).toMatchObject([0, { ok: true, applies: ['c1', 'c2'], scores: { c1: { value: 2 }, c2: { value: 1 } } }])
    expect((await run(['evaluate', file, '--with', path.join(folder, 'absent.yaml')], nowhere)).code).toBe(2)
  })

  it('writes the template, comments a faulty workbook and tells two files apart where there is no database', async () => {
    const nowhere = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const template = path.join(folder, 'modele.xlsx')
    expect((await run(['template', template], nowhere)).code).toBe(0)
    const good = await run(['validate', template, '--json'], nowhere)
    expect([good.code, json(good)]).toMatchObject([0, { ok: true, id: 'mon-referentiel', findings: [{ severity: 'warning', code: 'IDENTIFIANT_MODELE' }] }])

    const faulty = path.join(folder, 'fautif.xlsx')
    writeFileSync(faulty, await aWorkbook({ ...threeSheets, Éléments: withCell(threeSheets['Éléments'] ?? [], 3, 2, 't11') }))
    const bad = await run(['validate', faulty, '--annotated', path.join(folder, 'commente.xlsx')], nowhere)
    expect(bad.code).toBe(1)
    expect(bad.out.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('Éléments, ligne 3, colonne B (parent) · erreur · REF_INCONNUE')
    expect(readFileSync(path.join(folder, 'commente.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect((await run(['validate', template, '--annotated', 'a.yaml'], nowhere)).code).toBe(2)

    const changed = fileNamed('suite.json', sampleText({ id: 'sans-base', title: 'Autre' }))
    const told = await run(['diff', fileNamed('debut.json', sampleText({ id: 'sans-base' })), changed, '--json'], nowhere)
    expect([told.code, json(told)]).toMatchObject([0, { ok: true, change: 'patch', nextVersion: '1.0.1', difference: { added: [], removed: [] } }])
  }, manyStarts)

  it('imports, publishes, lists and exports', async () => {
    const file = fileNamed('essai.json', sampleText({ id: 'commande' }))
    expect(json(await run(['import', file, '--json']))).toMatchObject({ ok: true, outcome: 'created', isPublished: false })
    expect(json(await run(['publish', 'commande', '--json']))).toMatchObject({ ok: true, outcome: 'created', version: '1.0.0' })
    const { referentiels } = json(await run(['list', '--json']))
    expect(referentiels).toContainEqual({ id: 'commande', version: '1.0.0', status: 'published', title: 'Essai', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })

    const copy = path.join(folder, 'copie.yaml')
    expect((await run(['export', 'commande', '--to', copy])).code).toBe(0)
    expect(readFileSync(copy, 'utf8')).toContain('id: commande')
    expect(json(await run(['import', copy, '--json']))).toMatchObject({ ok: true, outcome: 'unchanged' })

    const workbook = path.join(folder, 'copie.xlsx')
    expect((await run(['export', 'commande', '--to', workbook])).code).toBe(0)
    expect(json(await run(['import', workbook, '--json']))).toMatchObject({ ok: true, outcome: 'unchanged' })

    const changed = await run(['import', fileNamed('change.json', sampleText({ id: 'commande', title: 'Autre' }))])
    expect(changed.code).toBe(1)
    expect(changed.out).toContain('VERSION_PUBLIEE')
  }, manyStarts)

  it('tells who uses it wrongly how it is used', async () => {
    const { code, out, err } = await run(['importer'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('importer')
    expect(err).toContain('Usage')
  })
})
