import { describe, expect, it } from 'vitest'

import { parseExpression } from '../engine/conditions/parse-expression.ts'
import { typeProblems } from '../engine/conditions/type-problems.ts'
import { expressionReason } from './expression-reasons.ts'
import { sentenceOf } from './findings.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** What an author reads of a mistyped condition. */
const told = (source: string): string => {
  const parsed = parseExpression(source)
  if (!parsed.ok) {
    const { code, at, expected = '', found = '', suggestion } = parsed.error
    const value = code === 'FONCTION_INCONNUE' ? found : source
    const parameters = { reason: expected, found }
    return plain(sentenceOf({ severity: 'error', code, path: [], value, at, suggestion, parameters }))
  }
  const [problem] = typeProblems(parsed.value, { typeOfReference: ({ of }) => (of === 'node' ? 'code' : 'list'), wanted: 'condition' })
  if (!problem) throw new Error(`${source} has no problem`)
  const { code, at, expected, found, suggestion } = problem
  return plain(sentenceOf({ severity: 'error', code, path: [], value: source, at, suggestion, parameters: { reason: expected, found } }))
}

describe('What an author reads of a condition', () => {
  it.each([
    ['', 'Au caractère 1, il manque une valeur, une référence (profil., réponse., score., nœud.) ou une fonction.'],
    ['score.a = ]', 'Au caractère 11, « ] » n’est pas attendu : il manque une valeur, une référence (profil., réponse., score., nœud.) ou une fonction.'],
    ['vrai faux', 'Au caractère 6, « faux » n’est pas attendu : il manque un opérateur (et, ou, =, dans, recoupe, +…), ou la fin.'],
    ['score.a == 1', 'Au caractère 9, « == » n’est pas attendu : il manque un opérateur (et, ou, =, dans, recoupe, +…), ou la fin. Vouliez-vous « = » ?'],
    ['1.2.3 = 1', 'Au caractère 1, « 1.2.3 » n’est pas un nombre de 15 chiffres au plus de chaque côté de la virgule. Un code s’écrit entre guillemets.'],
    ['score.a dans [PA]', 'Au caractère 15, « PA » n’est pas attendu : il manque un nombre ou un texte entre guillemets.'],
    ['score.é', 'Au caractère 7, « é » n’est pas attendu : il manque un code après le point : lettres sans accent, chiffres et . _ -.'],
    ['["a"; "b", "c"]', 'Au caractère 10, une virgule sépare deux valeurs alors que les autres sont séparées par des points-virgules. Vouliez-vous « ; » ?'],
    ['score.a = "PA', 'Au caractère 11, ce guillemet n’est pas refermé.'],
    ['(vrai', 'Au caractère 6, il manque une parenthèse fermante.'],
    ['[1', 'Au caractère 3, il manque un crochet fermant.'],
    ['somme 1', 'Au caractère 7, « 1 » n’est pas attendu : il manque une parenthèse après le nom de la fonction.'],
    ['si(vrai; 1)', 'Au caractère 1, « si » n’a pas le bon nombre de valeurs : trois pour si, une pour répondu, une ou deux pour arrondi.'],
    ['1 < score.a < 3', 'Au caractère 13, deux comparaisons se suivent. Reliez-les par « et » : 1 < score.a et score.a < 3.'],
    ['1'.padEnd(4_001), 'Au caractère 4001, le texte devient trop long : 4 000 caractères au plus, écrit en entier.'],
    ['('.repeat(65), 'Au caractère 66, les parenthèses sont trop emboîtées : 64 niveaux au plus.'],
    ['some(1)', 'La fonction « some » n’existe pas. Choisissez parmi somme, moyenne, min, max, nombre, répondu, si et arrondi. Vouliez-vous « somme » ?'],
    ['profil.a + 1 = 1', 'Au caractère 1, « profil.a » ne se calcule pas : ce n’est pas un nombre.'],
    ['profil.a', 'Au caractère 1, « profil.a » n’est ni vrai ni faux. Comparez-le avec une valeur.'],
    ['profil.a > 1', 'Au caractère 1, « profil.a » n’a pas d’ordre : seuls les nombres et les dates se comparent avec <, <=, > et >=.'],
    ['nœud.number = 1.10', 'Au caractère 15, « 1,1 » est comparé avec un code, et 1,10 y vaudrait 1,1. Mettez-le entre guillemets.'],
    ['profil.a = "x"', 'Au caractère 1, « profil.a » est une liste, et = la voudrait entière. Employez « recoupe » ou « dans ». Vouliez-vous « recoupe » ?'],
    ['1 = "x"', 'Au caractère 5, « "x" » ne peut jamais être égal à l’autre côté.'],
  ])('%s', (source, sentence) => {
    expect(told(source)).toBe(sentence)
  })

  it('says where, even for a reason that it doesn’t know', () => {
    for (const reason of ['', 'constructor', 'another']) {
      expect(plain(expressionReason(reason, { at: 3, found: '' }))).toMatch(/^Cette condition ne peut pas être lue à partir du caractère 4\./)
    }
  })
})
