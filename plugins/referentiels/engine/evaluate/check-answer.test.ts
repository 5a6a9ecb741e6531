import { describe, expect, it } from 'vitest'

import { compile } from '../compile/compile.ts'
import type { CompiledQuestion } from '../compile/compiled.ts'
import { asking, question, rated, sampleDocument, theme } from '../tests/sample-document.ts'
import { checkAnswer } from './check-answer.ts'
import { evaluate } from './evaluate.ts'

type Asked = Parameters<typeof question>[2]

const lists = [
  { code: 'l', options: [{ code: 'a', label: 'a' }, { code: 'b', label: 'b' }, { code: 'none', label: 'none', exclusive: true }] },
  { code: 'world', external: 'ISO 3166' },
]

/** What is stored, and the codes of what is found, of an answer to one question. */
const checked = (type: CompiledQuestion['type'], more: Asked, value: unknown, comment?: string) => {
  const compiled = compile(sampleDocument([asking('c', [question('q', type, more)])], { lists }))
  const check = checkAnswer(compiled, { question: 'q', grid: 0, value, comment })
  return [check.value, ...check.findings.map(({ severity, code }) => (severity === 'error' ? code : `(${code})`))]
}

describe('an answer', () => {
  it.each<[CompiledQuestion['type'], Asked, unknown, readonly unknown[]]>([
    ['scale', { scale: 'has' }, '4', ['4']],
    ['scale', { scale: 'has' }, 4, ['4']],
    ['scale', { scale: 'has' }, '5', [null, 'VALEUR_INCONNUE']],
    ['scale', { scale: 'has' }, 'constructor', [null, 'VALEUR_INCONNUE']],
    ['scale', { scale: 'has' }, ['4'], [null, 'TYPE_REPONSE']],
    ['scale', { scale: 'has' }, 'NC', [null, 'COMMENTAIRE_MANQUANT']],
    ['scale', { scale: 'has' }, null, [null]],
    ['scale', { scale: 'has' }, '', [null]],
    ['single', { list: 'l' }, 'a', ['a']],
    ['single', { list: 'l' }, 'z', [null, 'VALEUR_INCONNUE']],
    ['single', { list: 'world' }, 'FR', ['FR']],
    ['single', { list: 'world' }, 'x'.repeat(201), [null, 'TROP_LONG']],
    ['multi', { list: 'l' }, ['b', 'a', 'b'], [['b', 'a']]],
    ['multi', { list: 'l' }, ['a', 'none'], [null, 'CHOIX_EXCLUSIF']],
    ['multi', { list: 'l' }, ['a', 'z'], [null, 'VALEUR_INCONNUE']],
    ['multi', { list: 'l' }, [], [null]],
    ['boolean', {}, false, [false]],
    ['boolean', {}, 'oui', [null, 'OUI_NON']],
    ['number', { min: 0, max: 10 }, 10, [10]],
    ['number', { min: 0, max: 10 }, 10.5, [null, 'BORNES']],
    ['number', { min: 0 }, -1, [null, 'BORNES']],
    ['number', {}, '12', [null, 'NOMBRE']],
    ['number', {}, Number.NaN, [null, 'NOMBRE']],
    ['number', { decimals: 2 }, 1.15, [1.15]],
    ['number', { decimals: 2 }, 1.155, [null, 'DECIMALES']],
    ['number', { unitChoices: ['kWh', 'MWh'] }, { amount: 3, unit: 'MWh' }, [{ amount: 3, unit: 'MWh' }]],
    ['number', { unitChoices: ['kWh', 'MWh'] }, { amount: 3, unit: 'J' }, [null, 'UNITE']],
    ['percent', {}, 100, [100]],
    ['percent', {}, 101, [null, 'BORNES']],
    ['percent', { max: 300 }, 250, [250]],
    ['year', {}, 2026, [2026]],
    ['year', {}, 2026.5, [null, 'NOMBRE']],
    ['year', { min: 2000 }, 1999, [null, 'BORNES']],
    ['text', { maxLength: 3 }, 'abc', ['abc']],
    ['text', { maxLength: 3 }, 'abcd', [null, 'TROP_LONG']],
    ['text', {}, '  ', [null]],
    ['longText', {}, 12, [null, 'TYPE_REPONSE']],
    ['date', {}, '2024-02-29', ['2024-02-29']],
    ['date', {}, '2025-02-29', [null, 'DATE']],
    ['link', {}, 'https://demo.test', ['https://demo.test']],
    ['link', {}, 'javascript:alert(1)', [null, 'LIEN']],
    ['link', {}, 'https://user:pass@demo.test', [null, 'LIEN']],
    ['file', {}, ['a.pdf'], [['a.pdf']]],
    ['computed', { formula: '1' }, 3, [null, 'REPONSE_CALCULEE']],
  ])('%s %j: %j', (type, more, value, expected) => {
    expect(checked(type, more, value)).toEqual(expected)
  })

  it('that needs a comment is taken with one, and not with blanks', () => {
    expect(checked('scale', { scale: 'has' }, 'NC', 'Pas de cuisine.')).toEqual(['NC'])
    expect(checked('scale', { scale: 'has' }, 'NC', '  ')).toEqual([null, 'COMMENTAIRE_MANQUANT'])
  })
})

describe('a table', () => {
  const table: Asked = {
    rows: { min: 2, max: 3, key: 'name' },
    columns: [
      { code: 'name', type: 'text', prompt: 'name', required: true },
      { code: 'size', type: 'number', prompt: 'size', min: 0 },
    ],
  }

  it.each<[unknown, readonly unknown[]]>([
    [[{ name: 'a', size: 1 }, { name: 'b' }], [[{ name: 'a', size: 1 }, { name: 'b' }]]],
    [[{ name: 'a' }], [[{ name: 'a' }], '(LIGNES)']],
    [[{ size: 1 }, { name: 'b' }], [[{ size: 1 }, { name: 'b' }], '(CELLULE_VIDE)']],
    [[{ name: 'a' }, { name: 'a' }], [null, 'DOUBLON']],
    [[{ name: 'a', size: -1 }, { name: 'b' }], [null, 'BORNES']],
    [[{ name: 'a', colour: 'red' }, { name: 'b' }], [null, 'COLONNE_INCONNUE']],
    [[{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }], [null, 'LIGNES']],
    [['a', 'b'], [null, 'TYPE_REPONSE', 'TYPE_REPONSE']],
    ['a', [null, 'TYPE_REPONSE']],
  ])('%j: %j', (rows, expected) => {
    expect(checked('table', table, rows)).toEqual(expected)
  })
})

describe('where an answer goes', () => {
  const compiled = compile(
    sampleDocument([theme('t', { repeat: { label: 'Person', max: 2 } }), rated('a', { parent: 't' }), rated('b')]),
  )
  const codes = (code: string, grid: number) =>
    checkAnswer(compiled, { question: code, grid, value: '4' }).findings.map((finding) => finding.code)

  it('is a question of the référentiel', () => {
    expect(codes('z', 0)).toEqual(['QUESTION_INCONNUE'])
    expect(codes('b', 0)).toEqual([])
  })

  it('is one of its grids', () => {
    expect([codes('b', 1), codes('a', 1), codes('a', 2), codes('a', 3)]).toEqual([['GRILLE'], [], [], ['GRILLE']])
  })
})

describe('a value that other answers allow', () => {
  const scales = [
    {
      code: 'has',
      label: 's',
      values: [
        { code: 'no', label: 'no', score: 0 },
        { code: 'yes', label: 'yes', score: 1, allowedIf: 'answer.a = "yes-too"' },
        { code: 'yes-too', label: 'yes', score: 1 },
      ],
    },
  ]
  const compiled = compile(sampleDocument([rated('a'), rated('b')], { scales }))
  const check = (answers: Record<string, string>) =>
    checkAnswer(compiled, { question: 'b', grid: 0, value: 'yes' }, evaluate(compiled, { answers }))

  it('is refused where they forbid it', () => {
    expect(check({ a: 'no' })).toMatchObject({
      value: null,
      findings: [{ code: 'VALEUR_INTERDITE', value: 'yes', expected: ['no', 'yes-too'] }],
    })
  })

  it('is taken where they allow it, and while nothing is known', () => {
    expect(check({ a: 'yes-too' })).toEqual({ value: 'yes', findings: [] })
    expect(check({})).toEqual({ value: 'yes', findings: [] })
    expect(checkAnswer(compiled, { question: 'b', grid: 0, value: 'yes' })).toEqual({ value: 'yes', findings: [] })
  })
})
