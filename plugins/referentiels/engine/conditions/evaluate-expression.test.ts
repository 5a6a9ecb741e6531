import { describe, expect, it } from 'vitest'

import { type Environment, evaluateCondition, evaluateExpression } from './evaluate-expression.ts'
import type { Reference } from './expression.ts'
import { parseExpression } from './parse-expression.ts'
import { printExpression } from './print-expression.ts'
import type { Value } from './value.ts'

const tree = (source: string) => {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${JSON.stringify(parsed.error)}`)
  return parsed.value
}

/** Facts by the English writing of their reference. */
const environment = (facts: Readonly<Record<string, Value>>): Environment => {
  const known = new Map(Object.entries(facts))
  return { resolve: (reference: Reference) => known.get(printExpression(reference, 'en')) ?? null }
}

const facts = environment({
  'profile.public': ['PA', 'PHA'],
  'profile.secteur': ['medico-social'],
  'profile.effectif': 12,
  'answer.choice': '3',
  'answer.nc': 'NC',
  'answer.star': '*',
  'answer.yes': true,
  'answer.no': false,
  'answer.word': 'Oui',
  'answer.day': '2026-11-25',
  'answer.empty': '',
  'answer.none': [],
  'answer.column': [2, '4', 'NC'],
  'answer.infinite': Infinity,
  'score.c1': 3.5,
  'score.c1.met': false,
  'score.overall': 2,
  'node.tags': [],
  'node.chapitre': '1',
  'node.number': '1.10',
})

const worth = (source: string) => evaluateExpression(tree(source), facts)
const holds = (source: string) => evaluateCondition(tree(source), facts)

describe('References', () => {
  it.each([
    ['profil.effectif', 12],
    ['score.overall', 2],
    ['score.c1.met', false],
    ['score.unknown', null],
    ['profile.constructor', null],
    ['answer.toString', null],
    ['node.valueOf', null],
  ])('%s is worth %j', (source, value) => {
    expect(worth(source)).toEqual(value)
  })
})

describe('Equality', () => {
  it.each([
    ['réponse.choice = 3', true],
    ['réponse.choice = "3"', true],
    ['réponse.choice = "3.0"', false],
    ['réponse.choice = 3,0', true],
    ['réponse.choice != 4', true],
    ['node.number = "1.1"', false],
    ['node.number = "1.10"', true],
    ['node.chapitre = "1"', true],
    ['profil.secteur = "medico-social"', true],
    ['profil.secteur = "Medico-social"', false],
    ['profil.public = "PA"', false],
    ['profil.public != "PA"', true],
    ['profil.public = ["PHA", "PA", "PA"]', true],
    ['réponse.none = "PA"', false],
    ['réponse.yes = "oui"', true],
    ['réponse.yes = oui', true],
    ['réponse.no = non', true],
    ['réponse.yes = "x"', false],
    ['réponse.yes = 1', false],
    ['réponse.word = oui', true],
    ['réponse.word = "oui"', false],
    ['réponse.nc = 3', false],
    ['réponse.nc != 3', true],
    ['"toString" = vrai', false],
    ...['oui', 'VRAI', 'true', 'Yes'].flatMap((word): [string, boolean][] => [
      [`"${word}" = vrai`, true],
      [`"${word}" = faux`, false],
    ]),
    ...['non', 'FAUX', 'false', 'No'].flatMap((word): [string, boolean][] => [
      [`"${word}" = vrai`, false],
      [`"${word}" = faux`, true],
    ]),
    ['réponse.unknown = 3', null],
    ['réponse.unknown != réponse.unknown', null],
  ])('%s is %j', (source, truth) => {
    expect(holds(source)).toBe(truth)
  })
})

describe('Order', () => {
  it.each([
    ['score.c1 > 3', true],
    ['score.c1 >= 3,5', true],
    ['score.c1 < 3.5', false],
    ['score.c1 <= 3.5', true],
    ['réponse.choice >= 3', true],
    ['réponse.choice < "20"', true],
    ['réponse.day < "2027-01-01"', true],
    ['réponse.day >= "2026-11-25"', true],
    ['réponse.day > "2026-12"', null],
    ['réponse.nc >= 3', null],
    ['"A" < "B"', null],
    ['réponse.yes > 0', null],
    ['profil.public > 1', null],
    ['réponse.unknown > 1', null],
  ])('%s is %j', (source, truth) => {
    expect(holds(source)).toBe(truth)
  })
})

describe('Lists', () => {
  it.each([
    ['profil.public recoupe ["PA", "PDS"]', true],
    ['profil.public recoupe ["PDS"]', false],
    ['profil.public recoupe "PA"', true],
    ['profil.secteur recoupe ["medico-social", "social"]', true],
    ['profil.public dans ["PA", "PHA", "PDS"]', true],
    ['profil.public dans ["PA"]', false],
    ['profil.secteur dans ["medico-social"]', true],
    ['"PA" dans profil.public', true],
    ['réponse.choice dans [1, 2, 3]', true],
    ['3 dans ["3", "4"]', true],
    ['3 dans [4, 5]', false],
    ['réponse.yes dans ["oui", "nsp"]', true],
    ['réponse.star dans ["*"]', true],
    ['réponse.word dans ["oui"]', false],
    ['"x" dans node.tags', false],
    ['réponse.none dans ["a"]', false],
    ['réponse.none recoupe ["a"]', false],
    ['réponse.unknown dans ["a"]', null],
    ['réponse.unknown recoupe ["a"]', null],
    ['"a" dans réponse.unknown', null],
    ['"a" recoupe réponse.unknown', null],
  ])('%s is %j', (source, truth) => {
    expect(holds(source)).toBe(truth)
  })
})

describe('Three-valued logic', () => {
  const u = 'réponse.unknown'

  it.each([
    [`faux et ${u}`, false],
    [`${u} et faux`, false],
    [`vrai et ${u}`, null],
    [`${u} et ${u}`, null],
    [`vrai ou ${u}`, true],
    [`${u} ou vrai`, true],
    [`faux ou ${u}`, null],
    [`non ${u}`, null],
    ['vrai et vrai et faux', false],
    ['faux ou faux ou vrai', true],
    ['vrai et vrai', true],
    ['faux ou faux', false],
    ['réponse.word et vrai', true],
    ['réponse.nc', null],
    ['réponse.yes', true],
    ['non réponse.no', true],
    ['1', null],
    ['profil.public', null],
  ])('%s is %j', (source, truth) => {
    expect(holds(source)).toBe(truth)
  })
})

describe('Arithmetic', () => {
  it.each([
    ['1 + 2 * 3 - 4 / 2', 5],
    ['10 - 2 - 3', 5],
    ['12 / 2 / 3', 2],
    ['-(1 + 2)', -3],
    ['-0', 0],
    ['réponse.choice + 1', 4],
    ['profil.secteur + 1', null],
    ['réponse.yes + 1', null],
    ['"a" + "b"', null],
    ['1 / 0', null],
    ['0 / 0', null],
    ['réponse.unknown * 0', null],
    ['1 + réponse.unknown + 1', null],
    ['-réponse.unknown', null],
    ['réponse.infinite', null],
    ['réponse.infinite + 1', null],
    [Array.from({ length: 25 }, () => '999999999999999').join(' * '), null],
  ])('%s is worth %j', (source, value) => {
    expect(worth(source)).toBe(value)
  })
})

describe('Functions', () => {
  it.each([
    ['somme(1; 2; réponse.unknown)', 3],
    ['moyenne(réponse.choice; 4; réponse.nc; réponse.unknown)', 3.5],
    ['min(réponse.column)', 2],
    ['max(réponse.column; 3)', 4],
    ['moyenne(réponse.column)', 3],
    ['somme(réponse.unknown)', null],
    ['moyenne(réponse.nc)', null],
    ['min(réponse.none)', null],
    ['max(réponse.yes)', null],
    ['somme(réponse.infinite)', null],
    ['nombre(réponse.choice; réponse.nc; réponse.unknown; réponse.empty; réponse.none)', 2],
    ['nombre(réponse.column; profil.public)', 5],
    ['nombre(réponse.unknown)', 0],
    ['répondu(réponse.choice)', true],
    ['répondu(réponse.no)', true],
    ['répondu(réponse.unknown)', false],
    ['répondu(réponse.empty)', false],
    ['répondu(réponse.none)', false],
    ['non répondu(réponse.unknown)', true],
    ['arrondi(2.5)', 3],
    ['arrondi(2,5)', 2],
    ['arrondi(11 / 3; 2)', 3.67],
    ['arrondi(-2.5)', -3],
    ['arrondi(2.5; 0)', 3],
    ['arrondi(1 / 3; 15)', 0.333333333333333],
    ['arrondi(1; 1,5)', null],
    ['arrondi(1; -1)', null],
    ['arrondi(1; 16)', null],
    ['arrondi(réponse.unknown)', null],
    ['arrondi(1; réponse.unknown)', null],
    ['si(score.c1 > 3; "haut"; "bas")', 'haut'],
    ['si(score.c1 > 4; "haut"; "bas")', 'bas'],
    ['si(réponse.unknown = 1; 1; 2)', null],
    ['si(réponse.unknown = 1; 2; 2)', 2],
    ['si(réponse.unknown = 1; [1, 2]; [1, 2])', [1, 2]],
    ['si(réponse.unknown = 1; [1, 2]; [2, 1])', null],
    ['si(réponse.unknown = 1; "1"; 1)', null],
    ['si(vrai; réponse.unknown; 2)', null],
  ])('%s is worth %j', (source, value) => {
    expect(worth(source)).toEqual(value)
  })
})
