import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { findingCodes } from '../engine/findings/finding.ts'
import type { FindingCode } from '../engine/findings/finding.ts'
import { checkSource } from './check-source.ts'
import type { LocatedFinding } from './source.ts'

const folder = 'tests/fixtures/damaged'
const expected = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(`${folder}/expected.yaml`, 'utf8')))
const files = readdirSync(folder).filter((file) => file !== 'expected.yaml')

const findingsOf = (file: string): readonly LocatedFinding[] =>
  checkSource({ file, text: readFileSync(`${folder}/${file}`) }).findings

const inOneLine = ({ line, column, severity, code, path, suggestion }: LocatedFinding): string =>
  `${line}:${column} ${severity} ${code} ${path}${suggestion === undefined ? '' : ` ~ ${suggestion}`}`

describe('A damaged file', () => {
  it('is told what is expected of every file of the folder', () => {
    expect(Object.keys(expected).toSorted()).toEqual(files.toSorted())
  })

  it.each(files)('%s is told everything that is wrong, with its place', (file) => {
    expect(findingsOf(file).map(inOneLine)).toEqual(expected[file])
  })

  it.each(files)('%s is told so in French sentences that end, with the spaces that never break', (file) => {
    for (const { message } of findingsOf(file)) {
      expect(message).toMatch(/^[A-ZÀ-Ü«].*[.?]$/u)
      expect(message).not.toMatch(/undefined|«\u202fnull|\[object| [;!?»]|« |\p{L}'\p{L}/u)
    }
  })

  it('quotes the value found and what is expected', () => {
    const [finding] = findingsOf('references.yaml').filter(({ code }) => code === 'VALEUR_INCONNUE')
    expect(finding).toMatchObject({ value: 'medico-socail', expected: 'social, medico-social', suggestion: 'medico-social' })
  })

  it('shows a number as its author wrote it', () => {
    const [finding] = findingsOf('champs.yaml').filter(({ code }) => code === 'CODE_NOMBRE')
    expect(finding).toMatchObject({ value: '1.10', suggestion: '"1.10"' })
    expect(finding?.message).toContain('"1.10"')
    const [version] = findingsOf('champs.yaml').filter(({ code }) => code === 'VERSION_INVALIDE')
    expect(version).toMatchObject({ value: '1.0', suggestion: '1.0.0' })
    expect(version?.message).toContain('(ici «\u202f1.0\u202f»)')
  })

  it('says where the first of two equal codes stands', () => {
    const [finding] = findingsOf('arbre.yaml').filter(({ code }) => code === 'DOUBLON')
    expect(finding?.message).toContain('ligne 7')
  })
})

/** Codes that this folder can't show, with the test that does. */
const elsewhere: ReadonlyMap<FindingCode, string> = new Map([
  ['TROP_GROS', 'hostile-files.test.ts'],
  ['AUTRES_CONSTATS', 'hostile-files.test.ts'],
  // Found in workbooks alone.
  ...(
    [
      ...(['MACROS', 'PROTEGE', 'FEUILLE_ABSENTE', 'FEUILLE_INCONNUE', 'COLONNE_ABSENTE', 'COLONNE_INCONNUE', 'COLONNE_DOUBLE'] as const),
      ...(['LIGNE_APRES_VIDE', 'CELLULES_FUSIONNEES', 'LIGNES_MASQUEES', 'FORMULE', 'ECHELLE_PROPOSEE'] as const),
    ] as const
  ).map((code): [FindingCode, string] => [code, '../workbook/tests/workbook-findings.test.ts']),
  ['NOMBRE_DE_TEXTES', '../workbook/tests/columns.test.ts'],
  ['ECART_CLASSEUR', '../workbook/tests/columns.test.ts'],
  // Found by the importer, beside the versions that are stored.
  ['VERSION_EXISTE', '../tests/publication.int.test.ts'],
  ['VERSION_PUBLIEE', '../tests/publication.int.test.ts'],
  ['VERSION_RECULE', '../tests/publication.int.test.ts'],
  ['IDENTIFIANT_PRIS', '../tests/publication.int.test.ts'],
  ['VERSION_INSUFFISANTE', '../tests/publication.int.test.ts'],
  ['SANS_CHANGEMENT', '../tests/publication.int.test.ts'],
])

describe('The stable codes', () => {
  const shown = new Set(Object.values(expected).flatMap((lines) => lines.flatMap((line) => line.split(' ')[2] ?? [])))

  it.each(findingCodes)('%s is shown by a damaged file, or by another test', (code) => {
    const test = elsewhere.get(code)
    if (test === undefined) expect(shown).toContain(code)
    else expect(readFileSync(`${import.meta.dirname}/${test}`, 'utf8')).toContain(`'${code}'`)
  })
})
