import { deflateRawSync } from 'node:zlib'

import type { CellValue } from 'exceljs'
import { describe, expect, it } from 'vitest'

import { checkSource } from '../../source/check-source.ts'
import type { LocatedFinding } from '../../source/source.ts'
import { aWorkbook, oneScale, threeSheets, type TypedSheet, type TypedWorkbook, withCell } from './a-workbook.ts'
import { zipOf } from './zip-of.ts'

type Change = Parameters<typeof aWorkbook>[1]

const findingsOf = async (typed: TypedWorkbook, change?: Change): Promise<readonly LocatedFinding[]> =>
  checkSource({ file: 'a.xlsx', text: await aWorkbook(typed, change) }).findings

const inOneLine = ({ sheet, column, row, severity, code, suggestion }: LocatedFinding): string =>
  `${sheet} ${column}${row} ${severity} ${code}${suggestion === undefined ? '' : ` ~ ${suggestion}`}`

const elements = threeSheets['Éléments'] ?? []
const identity = threeSheets['Référentiel'] ?? []
const rated: TypedWorkbook = { ...threeSheets, Échelles: oneScale, Éléments: withCell(withCell(elements, 3, 6, 'niveaux'), 4, 6, 'niveaux') }

/** What a workbook with one more sheet is told. */
const withSheet = (name: string, rows: TypedSheet) => findingsOf({ ...rated, [name]: rows })
const withElement = (row: number, column: number, value: CellValue | undefined) => findingsOf({ ...rated, Éléments: withCell(rated['Éléments'] ?? [], row, column, value) })
const questionsOf = (...rows: TypedSheet) => withSheet('Questions', [['élément', 'code', 'type', 'question', 'min', 'obligatoire', 'échelle'], ...rows])

describe('A sound workbook', () => {
  it('is told nothing', async () => {
    expect(await findingsOf(rated)).toEqual([])
  })

  it('is read whatever the capitals, accents and blanks of its names, and with other sheets and columns that begin with _', async () => {
    const typed = Object.fromEntries(Object.entries(rated).map(([name, rows]) => [` ${name.toUpperCase().normalize('NFD').replaceAll(/\p{M}/gu, '')}`, rows]))
    const own = { _notes: [['à faire']], 'Lisez-moi': [['bonjour']] }
    expect(await findingsOf({ ...typed, ...own })).toEqual([])
    const noted = (rated['Éléments'] ?? []).map((row, index) => withCell([row], 1, 7, index === 0 ? '_moi' : 'note')[0] ?? [])
    expect(await findingsOf({ ...rated, Éléments: noted })).toEqual([])
  })

  it('with three sheets only is proposed a scale of five levels, on each element that can be assessed', async () => {
    const { document, findings } = checkSource({ file: 'a.xlsx', text: await aWorkbook(threeSheets) })
    expect(findings).toMatchObject([{ severity: 'info', code: 'ECHELLE_PROPOSEE', sheet: 'Éléments', row: 1, column: 'A' }])
    expect(document?.scales?.[0]?.values).toHaveLength(5)
    expect(document?.nodes.map(({ code, rating }) => [code, rating])).toEqual([
      ['c1', 'maturite'],
      ['c2', 'maturite'],
      ['t1', undefined],
    ])
  })

  it('takes what people type: decimal commas, dates, whole numbers as codes, crosses', async () => {
    const text = await aWorkbook({
      ...rated,
      Éléments: [...(rated['Éléments'] ?? []), [31, 't1', 'critere', 31, 2026, 'niveaux']],
      Questions: [
        ['élément', 'code', 'type', 'question', 'min', 'obligatoire', 'étiquettes'],
        ['c1', 'q1', 'Nombre', 'Combien ?', '1 234,5', 'x', 'a; "b ; c" ;'],
      ],
      Sources: [
        ['titre', 'date'],
        ['S', new Date(Date.UTC(2026, 10, 25))],
        ['T', '25/11/2026'],
      ],
    })
    const { document, findings } = checkSource({ file: 'a.xlsx', text })
    expect(findings).toEqual([])
    expect(document?.sources?.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-25'])
    expect(document?.nodes.find(({ code }) => code === '31')).toMatchObject({ number: '31', title: '2026' })
    expect(document?.nodes.find(({ code }) => code === 'c1')?.questions?.[0]).toMatchObject({ min: 1234.5, required: true, tags: ['a', 'b ; c'] })
  })
})

/** One mistake each, and all that is told of it. */
const mistakes: readonly (readonly [string, () => Promise<readonly LocatedFinding[]>, readonly string[]])[] = [
  ['no sheet of elements', () => findingsOf({ ...rated, Éléments: [], Elments: elements }, (workbook) => workbook.removeWorksheet('Éléments')), ['Elments A1 warning FEUILLE_INCONNUE ~ Éléments', 'Elments A1 error FEUILLE_ABSENTE ~ Éléments']],
  ['a sheet of another name', () => withSheet('Questins', [['a']]), ['Questins A1 warning FEUILLE_INCONNUE ~ Questions']],
  ['a column that is missing', () => withSheet('Sources', [['date'], ['2026-11-25']]), ['Sources B1 error COLONNE_ABSENTE']],
  ['a column of another name', () => withElement(1, 7, 'enonce'), []],
  ['an unknown column', () => withElement(1, 7, 'ennoncé'), ['Éléments G1 warning COLONNE_INCONNUE ~ énoncé']],
  ['a column twice', () => withElement(1, 7, 'Titre'), ['Éléments G1 error COLONNE_DOUBLE']],
  ['a row after empty ones', () => findingsOf({ ...rated, Éléments: [...(rated['Éléments'] ?? []), [], [], ['t2', undefined, 'theme', '2', 'T']] }), ['Éléments A7 warning LIGNE_APRES_VIDE']],
  ['merged cells', () => findingsOf(rated, (_, sheet) => sheet('Éléments').mergeCells('B3:B4')), ['Éléments B3 error CELLULES_FUSIONNEES']],
  ['hidden rows', () => findingsOf(rated, (_, sheet) => (sheet('Éléments').getRow(3).hidden = true)), ['Éléments A3 warning LIGNES_MASQUEES']],
  ['a formula', () => withElement(3, 5, { formula: '"L"&"a"', result: 'La' }), ['Éléments E3 error FORMULE ~ La']],
  ['an error of calculation', () => withElement(3, 5, { error: '#REF!' }), ['Éléments E3 error FORMULE']],
  ['an empty cell', () => withElement(3, 5, undefined), ['Éléments E3 error CELLULE_VIDE']],
  ['an empty value', () => findingsOf({ ...rated, Référentiel: withCell(identity, 3, 2, undefined) }), ['Référentiel B3 error CELLULE_VIDE']],
  ['no row for a field', () => findingsOf({ ...rated, Référentiel: identity.filter((_, index) => index !== 2) }), ['Référentiel A7 error CHAMP_MANQUANT']],
  ['a field of another name', () => findingsOf({ ...rated, Référentiel: [...identity, ['bandau', 'B']] }), ['Référentiel A8 warning CLE_INCONNUE ~ bandeau']],
  ['a field twice', () => findingsOf({ ...rated, Référentiel: [...identity, ['Titre', 'B']] }), ['Référentiel A8 error CLE_DOUBLE']],
  ['a cell that says nothing of its row', () => withSheet('Aides', [['élément', 'genre', 'texte', 'sens'], ['c1', 'exemple', 'E', 'à la hausse']]), ['Aides D2 warning CLE_INCONNUE']],
  ['what is no number', () => questionsOf(['c1', 'q1', 'nombre', 'Q ?', 'peu']), ['Questions E2 error NOMBRE']],
  ['what is neither yes nor no', () => questionsOf(['c1', 'q1', 'nombre', 'Q ?', undefined, 'parfois']), ['Questions F2 error OUI_NON']],
  ['what is no day', () => withSheet('Sources', [['titre', 'date'], ['S', '31/02/2026']]), ['Sources B2 error DATE']],
  ['what is no colour', () => findingsOf({ ...rated, Échelles: withCell(oneScale, 2, 6, 'vert') }), ['Échelles F2 error COULEUR']],
  ['what is no link', () => withSheet('Sources', [['titre', 'lien'], ['S', 'exemple.fr']]), ['Sources B2 error LIEN ~ https://exemple.fr']],
  ['a text that is too long', () => withElement(3, 4, '1.1.1.1.1.1.1.1.1.1.1'), ['Éléments D3 error TROP_LONG']],
  ['an unknown type', () => questionsOf(['c1', 'q1', 'nombr', 'Q ?']), ['Questions C2 error TYPE_INCONNU ~ nombre']],
  ['an unknown word', () => withSheet('Axes', [['code', 'libellé', 'par', 'valeur'], ['a', 'A', 'tipe', 'theme']]), ['Axes C2 error VALEUR_INCONNUE ~ type']],
  ['an unknown genre of help', () => withSheet('Aides', [['élément', 'genre', 'texte'], ['c1', 'exmple', 'E']]), ['Aides B2 error VALEUR_INCONNUE ~ exemple']],
  ['a code made a number', () => withElement(3, 4, 1.1), ['Éléments D3 error CODE_NOMBRE ~ 1.1']],
  ['1.2 made a day', () => withElement(3, 4, new Date(Date.UTC(2026, 1, 1))), ['Éléments D3 error CODE_NOMBRE ~ 1.2']],
  ['a code that no code can be', () => withElement(3, 1, 'c 1'), ['Éléments A3 error CODE_INVALIDE ~ c-1']],
  ['a version that is none', () => findingsOf({ ...rated, Référentiel: withCell(identity, 4, 2, '1.0') }), ['Référentiel B4 error VERSION_INVALIDE ~ 1.0.0']],
  ['a code twice', () => withElement(4, 1, 'c1'), ['Éléments A4 error DOUBLON']],
  ['an unknown parent', () => withElement(3, 2, 't11'), ['Éléments B3 error REF_INCONNUE ~ t1']],
  ['an unknown element in another sheet', () => questionsOf(['c11', 'q1', 'nombr', 'Q ?']), ['Questions A2 error REF_INCONNUE ~ c1', 'Questions C2 error TYPE_INCONNU ~ nombre']],
  ['a group said twice otherwise', () => findingsOf({ ...rated, Échelles: withCell(oneScale, 3, 2, 'Autre') }), ['Échelles B3 error DOUBLON']],
  ['a level text twice', () => withSheet('Textes de niveau', [['élément', 'valeur', 'texte'], ['c1', '1', 'A'], ['c1', '1', 'B']]), ['Textes de niveau B3 error DOUBLON']],
  ['an unknown level', () => withSheet('Textes de niveau', [['élément', 'valeur', 'texte'], ['c1', '11', 'A']]), ['Textes de niveau B2 error NIVEAU_INCONNU ~ 1']],
  ['a question without its scale', () => questionsOf(['c1', 'q1', 'échelle', 'Q ?']), ['Questions G2 error CHAMP_MANQUANT']],
  ['a language that is not declared', () => withElement(1, 7, 'titre[en]').then(() => findingsOf({ ...rated, Éléments: withCell(withCell(rated['Éléments'] ?? [], 1, 7, 'titre[en]'), 3, 7, 'Doors') })), ['Éléments G1 error LANGUE_INCONNUE']],
  ['a profile field that is not declared', () => findingsOf({ ...rated, Éléments: withCell(withCell(rated['Éléments'] ?? [], 1, 7, 'profil:public'), 3, 7, 'PA') }), ['Éléments G1 error REF_INCONNUE']],
  ['values that are no pairs', () => withSheet('Migration', [['depuis', 'ancien code', 'nature', 'valeurs'], ['1.x', 'c1', 'autre échelle', '1 vers 2']]), ['Migration D2 error FORME']],
  ['a total that is wrong', () => withSheet('Totaux', [['type', 'nombre'], ['critere', 3]]), ['Totaux B2 error TOTAL_INATTENDU']],
]

/** What only a workbook can be told. */
const codes = [
  ...['FEUILLE_ABSENTE', 'FEUILLE_INCONNUE', 'COLONNE_ABSENTE', 'COLONNE_INCONNUE', 'COLONNE_DOUBLE', 'LIGNE_APRES_VIDE'],
  ...['CELLULES_FUSIONNEES', 'LIGNES_MASQUEES', 'FORMULE'],
]

describe('A workbook with one mistake', () => {
  it.each(codes)('shows %s', (code) => {
    expect(mistakes.flatMap(([, , expected]) => expected).some((line) => line.includes(code))).toBe(true)
  })

  it.each(mistakes)('%s, is told it in its cell', async (_, read, expected) => {
    const findings = await read()
    expect(findings.map(inOneLine)).toEqual(expected)
  })

  it.each(mistakes)('%s, is told it in a French sentence that ends, without a name of the format', async (_, read) => {
    for (const { message } of await read()) {
      expect(message).toMatch(/^[A-ZÀ-Ü«].*[.?]$/u)
      expect(message).not.toMatch(/undefined|«\u202fnull|\[object| [;!?»]|« |\p{L}'\p{L}/u)
      expect(message).not.toMatch(/«\u202f(rating|title|nodes|scale|list|prompt|locales|rights|textOrigin|assessable|scored|order)\b/)
    }
  })

  it('guesses 1.10 after 1.9, and as many decimals as the cell shows', async () => {
    const after = await findingsOf({ ...rated, Éléments: withCell(withCell(rated['Éléments'] ?? [], 3, 4, '1.9'), 4, 4, 1.1) })
    expect(after.map(inOneLine)).toEqual(['Éléments D4 error CODE_NOMBRE ~ 1.10'])
    const shown = await findingsOf({ ...rated, Éléments: withCell(rated['Éléments'] ?? [], 3, 4, 1.1) }, (_, sheet) => (sheet('Éléments').getCell('D3').numFmt = '0.00'))
    expect(shown.map(inOneLine)).toEqual(['Éléments D3 error CODE_NOMBRE ~ 1.10'])
  })

  it('quotes a number as its cell shows it', async () => {
    const typed = { ...rated, Référentiel: withCell(identity, 4, 2, 1) }
    const [finding] = await findingsOf(typed, (_, sheet) => (sheet('Référentiel').getCell('B4').numFmt = '0.0'))
    expect(finding).toMatchObject({ code: 'CODE_NOMBRE', value: '1.0', suggestion: '1.0' })
    expect(finding?.message).toContain('(ici 1.0)')
  })

  it('names the cell, the column and the value found', async () => {
    const [finding] = await withElement(3, 2, 't11')
    expect(finding).toEqual({
      severity: 'error',
      code: 'REF_INCONNUE',
      file: 'a.xlsx',
      sheet: 'Éléments',
      row: 3,
      column: 'B',
      heading: 'parent',
      path: '/nodes/1/parent',
      value: 't11',
      expected: 't1, c1, c2',
      suggestion: 't1',
      message: 'L’élément parent «\u202ft11\u202f» n’existe pas. Vouliez-vous «\u202ft1\u202f»\u202f?',
    })
  })

  it('is told everything else too, at once', async () => {
    const typed = { ...rated, Éléments: withCell(withCell(rated['Éléments'] ?? [], 3, 2, 't11'), 4, 4, 1.5), Échelles: withCell(oneScale, 2, 6, 'vert') }
    expect((await findingsOf(typed)).map(inOneLine)).toEqual(['Éléments B3 error REF_INCONNUE ~ t1', 'Éléments D4 error CODE_NOMBRE ~ 1.5', 'Échelles F2 error COULEUR'])
  })
})

const codesOf = (file: string, text: Uint8Array) => checkSource({ file, text }).findings.map(({ code, line, column, message }) => [code, line, column, message !== ''])

describe('A file that is no workbook', () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

  it.each([
    ['text', 'a.xlsx', Buffer.from('code;titre\n'), 'FICHIER_ILLISIBLE'],
    ['a table as text', 'tableau.csv', Buffer.from('code;titre\n'), 'FICHIER_ILLISIBLE'],
    ['nothing', 'a.xlsx', Buffer.alloc(0), 'FICHIER_ILLISIBLE'],
    ['an old .xls', 'a.xls', compound, 'FICHIER_ILLISIBLE'],
    ['another zip', 'a.xlsx', zipOf({ 'word/document.xml': '<a/>' }), 'FICHIER_ILLISIBLE'],
    ['an OpenDocument', 'a.xlsx', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }), 'FICHIER_ILLISIBLE'],
    ['a workbook with macros', 'a.xlsx', zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' }), 'MACROS'],
    ['a .xlsm', 'a.xlsm', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'MACROS'],
    ['a workbook with a password', 'a.xlsx', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'PROTEGE'],
    ['a workbook without sheets', 'a.xlsx', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'FICHIER_ILLISIBLE'],
    ['a document type', 'a.xlsx', zipOf({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' }), 'FICHIER_ILLISIBLE'],
    ['too many bytes', 'a.xlsx', Buffer.concat([zipOf({}), Buffer.alloc(5 * 1024 * 1024)]), 'TROP_GROS'],
  ])('(%s) is refused, with the reason', (_, file, bytes, code) => {
    expect(codesOf(file, bytes)).toEqual([[code, 1, 1, true]])
  })

  it('that unpacks to gigabytes is not unpacked', () => {
    const bomb = zipOf({ 'xl/workbook.xml': deflateRawSync(Buffer.alloc(200 * 1024 * 1024, ' ')) }, { packed: true })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(codesOf('a.xlsx', bomb)).toEqual([['TROP_GROS', 1, 1, true]])
  })

  it('of a million cells is refused', async () => {
    const row = (number: number) => `<row r="${number}">${Array.from({ length: 100 }, () => '<c><v>1</v></c>').join('')}</row>`
    const sheet = `<worksheet><sheetData>${Array.from({ length: 3_000 }, (_, index) => row(index + 1)).join('')}</sheetData></worksheet>`
    const bytes = zipOf({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/></Relationships>',
      'xl/worksheets/a.xml': sheet,
    })
    expect(codesOf('a.xlsx', bytes)).toEqual([['TROP_GROS', 1, 1, true]])
  })
})
