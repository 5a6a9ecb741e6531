import { describe, expect, it } from 'vitest'

import { checkSource } from '../../source/check-source.ts'
import type { ColumnRole } from '../../texts/column-roles.ts'
import { presetOfRoles } from '../columns/preset-of-roles.ts'
import { columnPreset } from '../columns/preset.schema.ts'
import { surveyWorkbook } from '../columns/survey-workbook.ts'
import { type TypedWorkbook, aWorkbook } from './a-workbook.ts'

const document = { id: 'le-leur', title: 'Le leur', author: 'L’association' }

const surveyedIn = async (sheets: TypedWorkbook) => {
  const found = surveyWorkbook(await aWorkbook(sheets))
  if ('refusal' in found) throw new Error(found.refusal.code)
  return found.sheets
}

const rolesOf = (columns: readonly { readonly heading: string; readonly role: ColumnRole | null }[]): Readonly<Record<string, ColumnRole | null>> =>
  Object.fromEntries(columns.map(({ heading, role }) => [heading, role]))

const theirs: TypedWorkbook = {
  Lisez: [['Bonjour']],
  Grille: [
    ['Grille 2026 de l’association'],
    [],
    ['Axe', 'N°', 'Exigence', 'Attendu', 'Obligatoire', 'Questions à se poser', 'Remarques'],
    ['Accueil', '1.1', 'Entrer', 'Chacun entre.', 'oui', 'Le chemin est-il indiqué ?', 'vu'],
    ['Accueil', '1.2', 'Attendre', 'Chacun est assis.', 'non', undefined, undefined],
    ['Équipe', '2.1', 'Former', 'Chacun est formé.', 'oui', undefined, undefined],
  ],
}

describe('A spreadsheet that follows no template', () => {
  it('is told by its headings, wherever they stand, with what each column may hold', async () => {
    const [sheet] = (await surveyedIn(theirs)).filter(({ name }) => name === 'Grille')
    expect(sheet).toMatchObject({ headingRow: 3, rows: 3 })
    expect(rolesOf(sheet?.columns ?? [])).toEqual({
      Axe: 'title1', 'N°': 'code2', Exigence: 'title2', Attendu: 'statement', Obligatoire: 'imperative', 'Questions à se poser': 'inspiringQuestions', Remarques: null,
    })
    expect(sheet?.columns.find(({ heading }) => heading === 'Obligatoire')).toMatchObject({ distinct: 2, yes: ['oui'], samples: ['oui', 'non'] })
  })

  it('becomes a référentiel by what was said of its columns', async () => {
    const [sheet] = (await surveyedIn(theirs)).filter(({ name }) => name === 'Grille')
    const columns = sheet?.columns ?? []
    const roles = new Map(columns.flatMap(({ heading, role }) => (role === null ? [] : [[heading, role] as const])))
    const preset = columnPreset.parse(presetOfRoles({ sheet: 'Grille', roles, yes: ['oui'], ignored: ['Remarques'], document }))
    const { document: made, findings } = checkSource({ file: 'grille.xlsx', text: await aWorkbook(theirs), columns: { preset } })
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['ECHELLE_PROPOSEE']))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(made?.nodes.map(({ code, parent, title, imperative }) => [code, parent, title, imperative])).toEqual([
      ['1', undefined, 'Accueil', undefined],
      ['1.1', '1', 'Entrer', true],
      ['1.2', '1', 'Attendre', undefined],
      ['2', undefined, 'Équipe', undefined],
      ['2.1', '2', 'Former', true],
    ])
  })

  it('asks the questions of a column, a line each, and rates what asks none', async () => {
    const sheets: TypedWorkbook = { Grille: [['Critère', 'Items'], ['Entrer', '- Le chemin est-il indiqué ?\n- La porte est-elle large ?'], ['Attendre', undefined]] }
    const roles = new Map<string, ColumnRole>([['Critère', 'title1'], ['Items', 'questions']])
    const preset = columnPreset.parse(presetOfRoles({ sheet: 'Grille', roles, yes: [], ignored: [], document }))
    const { document: made, findings } = checkSource({ file: 'grille.xlsx', text: await aWorkbook(sheets), columns: { preset } })
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['ECHELLE_PROPOSEE', 'info'], ['TEXTE_TIERS', 'warning']])
    expect(made?.scales?.map(({ code, values }) => [code, values.length])).toEqual([['maturite', 5]])
    expect(made?.nodes.map(({ code, rating, questions }) => [code, rating, questions?.map(({ code: question, prompt, scale }) => [question, prompt, scale])])).toEqual([
      ['1', undefined, [['1.q1', 'Le chemin est-il indiqué ?', 'maturite'], ['1.q2', 'La porte est-elle large ?', 'maturite']]],
      ['2', 'maturite', undefined],
    ])
  })

  it('has no title to propose where no word tells one, but the first texts that differ', async () => {
    const [sheet] = await surveyedIn({ A: [['Machin', 'Truc'], ['a', 'x'], ['b', 'x']] })
    expect(rolesOf(sheet?.columns ?? [])).toEqual({ Machin: 'title1', Truc: null })
  })

  it('leaves out what has no heading of its own, and sheets without rows', async () => {
    const sheets = await surveyedIn({ A: [['Thème', 'Note', 'Note', undefined, 'Critère'], ['a', '1', '2', 'x', 'c']], Vide: [['Titre']], Rien: [] })
    expect(sheets.map(({ name, columns }) => [name, columns.map(({ heading }) => heading)])).toEqual([['A', ['Thème', 'Critère']]])
  })

  it('is refused where it is no workbook', () => {
    expect(surveyWorkbook(Buffer.from('rien'))).toHaveProperty('refusal')
  })

  it('needs a title, and one for each level above the lowest', () => {
    const choices = { sheet: 'A', yes: [], ignored: [], document }
    expect(presetOfRoles({ ...choices, roles: new Map([['a', 'statement']]) })).toBe('NO_TITLE')
    expect(presetOfRoles({ ...choices, roles: new Map([['a', 'title1'], ['b', 'title3']]) })).toBe('LEVEL_SKIPPED')
  })
})
