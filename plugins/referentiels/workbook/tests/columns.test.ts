import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { contentHash } from '../../publication/content-hash.ts'
import { checkSource } from '../../source/check-source.ts'
import type { LocatedFinding } from '../../source/source.ts'
import type { ColumnPreset } from '../columns/preset.schema.ts'
import { readPreset } from '../columns/read-preset.ts'
import { aWorkbook, type TypedSheet, withCell } from './a-workbook.ts'

const inOneLine = ({ sheet, column, row, severity, code, suggestion }: LocatedFinding): string =>
  `${sheet} ${column}${row} ${severity} ${code}${suggestion === undefined ? '' : ` ~ ${suggestion}`}`

const document = { id: 'essai', version: '1.0.0', title: 'Essai', rights: { licence: 'L', textOrigin: 'own' } }

const own: ColumnPreset = {
  format: 'colonnes/1',
  label: 'Notre tableau',
  document,
  levels: [
    { kind: 'axe', label: 'Axe', title: 'Axe' },
    { kind: 'exigence', label: 'Exigence', title: 'Exigence', statement: 'Attendu', imperative: { heading: 'Obligatoire', yes: ['oui'] }, inspiringQuestions: 'Questions' },
  ],
  ignored: ['Remarques'],
}

const table: TypedSheet = [
  ['Nos exigences 2026'],
  [],
  ['Axe', 'Exigence', 'Attendu', 'Obligatoire', 'Questions', 'Remarques'],
  ['Accueil', 'L’entrée', 'Chacun entre.', 'Oui', '- Qui entre ?\n- Comment ?', 'x'],
  [undefined, 'Les horaires', 'Ils sont affichés.', 'non'],
  ['Travail', 'Les contrats', undefined, undefined],
]

const readBy = async (preset: ColumnPreset, typed: TypedSheet, base?: Parameters<typeof checkSource>[0]['columns']) =>
  checkSource({ file: 'a.xlsx', text: await aWorkbook({ Feuil1: typed }), columns: base ?? { preset } })

describe('A sheet that follows no template', () => {
  it('becomes a document by its headings, wherever they stand, with codes by place and the scale that is proposed', async () => {
    const { document: made, findings } = await readBy(own, table)
    expect(findings.map(inOneLine)).toEqual(['Feuil1 A3 info ECHELLE_PROPOSEE'])
    expect(made?.kinds).toEqual([{ code: 'axe', label: 'Axe' }, { code: 'exigence', label: 'Exigence', assessable: true }])
    expect(made?.nodes.map(({ code, parent, title }) => [code, parent, title])).toEqual([
      ['1', undefined, 'Accueil'],
      ['1.1', '1', 'L’entrée'],
      ['1.2', '1', 'Les horaires'],
      ['2', undefined, 'Travail'],
      ['2.1', '2', 'Les contrats'],
    ])
    expect(made?.nodes[1]).toMatchObject({ statement: 'Chacun entre.', imperative: true, inspiringQuestions: ['Qui entre ?', 'Comment ?'], rating: 'maturite' })
  })

  it('takes codes from a column, and one question a row', async () => {
    const preset: ColumnPreset = {
      ...own,
      document: { ...document, scales: [{ code: 's', label: 'S', values: [{ code: '1', label: 'Un', score: 1 }] }] },
      levels: [
        { kind: 'axe', code: { heading: 'N°', parts: 1, prefix: 'a' }, title: 'Axe' },
        { kind: 'exigence', code: 'N°', title: 'Exigence', questions: { heading: 'Question', code: '{code}.e{n}', scale: 's' } },
      ],
      ignored: [],
    }
    const rows: TypedSheet = [['N°', 'Axe', 'Exigence', 'Question'], ['1.1', 'A', 'E', 'Un ?'], [undefined, undefined, undefined, 'Deux ?'], ['1.2', 'A', 'F', 'Trois ?']]
    const { document: made, findings } = await readBy(preset, rows)
    expect(findings).toEqual([])
    expect(made?.nodes.map(({ code, questions }) => [code, questions?.map(({ code: question, prompt }) => [question, prompt])])).toEqual([
      ['1.1', [['1.1.e1', 'Un ?'], ['1.1.e2', 'Deux ?']]],
      ['1.2', [['1.2.e1', 'Trois ?']]],
      ['a1', undefined],
    ])
  })

  it('is told which headings are missing or unknown, each with what is alike', async () => {
    const { findings } = await readBy(own, withCell(withCell(table, 3, 2, 'Exigences'), 3, 7, 'Divers'))
    expect(findings.filter(({ code }) => code.startsWith('COLONNE')).map(inOneLine)).toEqual([
      'Feuil1 B3 warning COLONNE_INCONNUE ~ Exigence',
      'Feuil1 G3 warning COLONNE_INCONNUE',
      'Feuil1 H3 error COLONNE_ABSENTE ~ Exigences',
    ])
    const { findings: none } = await readBy(own, [['a', 'b']])
    expect(none.map(inOneLine)).toEqual(['Feuil1 A1 error COLONNE_ABSENTE'])
  })

  it('is told in its cells what the checks find', async () => {
    const preset: ColumnPreset = { ...own, levels: [{ kind: 'exigence', code: 'N°', title: 'T' }], ignored: [] }
    const { findings } = await readBy(preset, [['N°', 'T'], ['c 1', 'A'], [1.1, 'B'], ['c1', { formula: 'A1', result: 'x' }]])
    expect(findings.filter(({ severity }) => severity === 'error').map(inOneLine)).toEqual([
      'Feuil1 A2 error CODE_INVALIDE ~ c-1',
      'Feuil1 A3 error CODE_NOMBRE ~ 1.1',
      'Feuil1 A4 error CHAMP_MANQUANT',
      'Feuil1 B4 error FORMULE ~ x',
    ])
  })
})

const presets = globSync('referentiels/*/presets/*.yaml')

describe('The preset of the workbook of the HAS', () => {
  const file = 'referentiels/has-essms/presets/classeur-has.yaml'
  const read = readPreset({ file, text: readFileSync(file) })
  if (!read.ok) throw new Error(read.error)
  const { value: preset } = read
  const { document: base } = checkSource({ file: 'base.yaml', text: readFileSync('referentiels/has-essms/referentiel.yaml') })
  if (!base) throw new Error('not sound')

  const headings = [
    ...['Numéro chapitre', 'Libellé chapitre', 'Thématique', 'Cible', 'Niveau d’exigence', 'Secteur', 'Structures', 'Publics', 'Numéro Objectif'],
    ...['Libellé objectifs', 'Numéro Critère', 'Libellé critères', 'Éléments d’évaluation', 'Consultation documentaire', 'Observations'],
  ]
  const criteria = base.nodes.filter(({ kind }) => kind === 'critere')
  /** A workbook with those headings and words of our own. */
  const rows: TypedSheet = [
    headings,
    ...criteria.map(({ code, imperative, questions = [] }) => {
      const elements = questions.filter((question, index) => question.code === `${code}.e${index + 1}`)
      const [chapter = '', objective = ''] = code.split('.')
      return [
        ...[chapter, `Chapitre ${chapter}`, 'Thème', 'Cible', imperative ? 'Impératif' : 'Standard', 'Tous', 'Toutes', 'Tous', Number(`${chapter}.${objective}`)],
        ...[`Objectif ${chapter}.${objective}`, code, `Critère ${code}`, elements.map((_, index) => `- Élément ${index + 1} de ${code}`).join('\n'), 'Un registre\nUne charte', 'Une pratique'],
      ]
    }),
  ]

  it('knows its fifteen headings', () => {
    expect(headings).toHaveLength(15)
    expect(presets).toContain(file)
  })

  it('replaces wording in every criterion and no code', async () => {
    const { document: made, findings } = await readBy(preset, rows, { preset, base })
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code).filter((code) => code !== 'TEXTE_TIERS')).toEqual([])
    if (!made) throw new Error('not sound')
    expect(made).toMatchObject({ id: 'has-essms-textes-has', derivedFrom: { id: 'has-essms', version: base.version } })
    expect(made.nodes.map(({ code }) => code)).toEqual(base.nodes.map(({ code }) => code))
    const codes = (nodes: typeof base.nodes) => nodes.flatMap(({ questions = [] }) => questions.map(({ code }) => code))
    expect(codes(made.nodes)).toEqual(codes(base.nodes))
    const wordless = (nodes: typeof base.nodes) => nodes.map(({ title: _title, statement: _statement, examples: _examples, evidence: _evidence, questions, ...rest }) => ({ ...rest, questions: questions?.map(({ prompt: _prompt, ...asked }) => asked) }))
    expect(wordless(made.nodes)).toEqual(wordless(base.nodes))
    for (const { code } of criteria) expect(made.nodes.find((node) => node.code === code)).toMatchObject({ statement: `Critère ${code}`, examples: ['Une pratique'] })
    expect(made.nodes.find(({ code }) => code === '3.6.2')?.questions?.slice(0, 2).map(({ prompt }) => prompt)).toEqual(['Élément 1 de 3.6.2', 'Élément 2 de 3.6.2'])
    expect(made.nodes.find(({ code }) => code === 'o1.10')?.title).toBe('Objectif 1.10')
  })

  it('tells what does not go together, and leaves it as it was', async () => {
    const changed = withCell(withCell(withCell(rows, 2, 13, 'Un seul\nDeux\nTrois\nQuatre\nCinq'), 3, 5, 'Impératif'), 4, 11, '9.9.9')
    const { findings, document: made } = await readBy(preset, changed, { preset, base })
    const told = findings.filter(({ code }) => ['NOMBRE_DE_TEXTES', 'ECART_CLASSEUR', 'REF_INCONNUE'].includes(code))
    expect(told.map(({ code, row, column, severity }) => `${column}${row} ${severity} ${code}`)).toEqual([
      'M2 warning NOMBRE_DE_TEXTES',
      'E3 warning ECART_CLASSEUR',
      'K4 warning REF_INCONNUE',
      ...told.slice(3).map(({ code, row, column, severity }) => `${column}${row} ${severity} ${code}`),
    ])
    const [first] = criteria
    expect(made?.nodes.find(({ code }) => code === first?.code)?.questions).toEqual(first?.questions)
  })

  it.each(presets)('%s can be read, and names a référentiel that ships', (each) => {
    const { into } = parse(readFileSync(each, 'utf8')) as { readonly into?: string }
    expect(readPreset({ file: each, text: readFileSync(each) }).ok).toBe(true)
    if (into !== undefined) expect(globSync(`referentiels/${into}/referentiel.*`)).toHaveLength(1)
  })

  it('says where a preset is wrong', () => {
    expect(readPreset({ file: 'a.yaml', text: 'format: colonnes/1\nlabel: A\ndocument: {}\nlevels: [{ kind: a }]\n' })).toEqual({ ok: false, error: '/levels/0/title' })
    expect(readPreset({ file: 'a.yaml', text: 'format: [' }).ok).toBe(false)
  })

  it('is the same document each time', async () => {
    const [one, other] = await Promise.all([readBy(preset, rows, { preset, base }), readBy(preset, rows, { preset, base })])
    expect(contentHash(one.canonical ?? '')).toBe(contentHash(other.canonical ?? '?'))
  })
})
