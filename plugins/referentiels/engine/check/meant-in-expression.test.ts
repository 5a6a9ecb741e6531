import { describe, expect, it } from 'vitest'

import type { ReferentielDocument } from '../document/document.schema.ts'
import type { Finding } from '../findings/finding.ts'
import { asking, rated, sampleDocument, theme } from '../tests/sample-document.ts'
import { checkDocument } from './check-document.ts'

/** A document whose last element applies under this condition. */
const under = (appliesIf: string): ReferentielDocument =>
  sampleDocument(
    [
      theme('t1'),
      rated('c1', { parent: 't1' }),
      asking('c2', [
        { code: 'c2.effectif', type: 'number', prompt: 'Combien ?' },
        { code: 'c2.statut', type: 'single', list: 'statuts', prompt: 'Lequel ?' },
        { code: 'c2.nom', type: 'text', prompt: 'Votre nom ?' },
        { code: 'c2.charte', type: 'boolean', prompt: 'Une charte ?' },
      ], { parent: 't1' }),
      theme('t2'),
      rated('c3', { parent: 't2', appliesIf }),
    ],
    {
      profileFields: [
        { code: 'salaries', label: 'Salariés', type: 'number' },
        { code: 'profi', label: 'Profil', type: 'number' },
        { code: 'public', label: 'Public', type: 'multi', list: 'publics' },
        { code: 'employeur', label: 'Employeur', type: 'boolean' },
      ],
      lists: [
        { code: 'publics', options: [{ code: 'PA', label: 'PA' }, { code: 'PHA', label: 'PHA' }, { code: 'medico-social', label: 'MS' }] },
        { code: 'statuts', options: [{ code: 'association', label: 'A' }, { code: 'cooperative', label: 'C' }] },
      ],
    },
  )

const found = (condition: string): readonly Finding[] => checkDocument(under(condition)).findings.filter(({ severity }) => severity === 'error')
const suggested = (condition: string): string | undefined => found(condition)[0]?.suggestion

/** The condition as who takes the suggestion literally would write it: in the place of what is quoted. */
const taken = (condition: string, { at = 0, value, suggestion = '', parameters }: Finding): string => {
  const wrong = parameters?.['found'] ?? value
  const start = condition.indexOf(String(wrong), at)
  return condition.slice(0, start) + suggestion + condition.slice(start + String(wrong).length)
}

/** What an author wrote, the suggestion, and the condition once every suggestion is taken. */
const cases: readonly (readonly [string, string, string])[] = [
  // Names without what stands before their dot.
  ['salaries > 5', 'profil.salaries', 'profil.salaries > 5'],
  ['salarie > 5', 'profil.salaries', 'profil.salaries > 5'],
  ['Salariés > 5', 'profil.salaries', 'profil.salaries > 5'],
  ['salaries > 5 and employeur', 'profile.salaries', 'profile.salaries > 5 and profile.employeur'],
  ['not employeur', 'profile.employeur', 'not profile.employeur'],
  ['employeur et c2.charte', 'profil.employeur', 'profil.employeur et réponse.c2.charte'],
  ['salaries > 5 et c2.efectif = 1 et c2.effectif > 3', 'profil.salaries', 'profil.salaries > 5 et réponse.c2.effectif = 1 et réponse.c2.effectif > 3'],
  ['c1 >= 2', 'réponse.c1', 'réponse.c1 >= 2'],
  ['t1 >= 2', 'score.t1', 'score.t1 >= 2'],
  // Names with another word before their dot, or another name after it.
  ['profl.salaries > 5', 'profil.salaries', 'profil.salaries > 5'],
  ['profl.salarie > 5', 'profil.salaries', 'profil.salaries > 5'],
  ['réponses.c2.statut = "association"', 'réponse.c2.statut', 'réponse.c2.statut = "association"'],
  ['answers.c2.charte and true', 'answer.c2.charte', 'answer.c2.charte and true'],
  ['profil.salarie > 5', 'profil.salaries', 'profil.salaries > 5'],
  ['profil.profil > 5', 'profil.profi', 'profil.profi > 5'],
  ['profil.salariés > 5', 'salaries', 'profil.salaries > 5'],
  ['réponse.c2.efectif > 5', 'réponse.c2.effectif', 'réponse.c2.effectif > 5'],
  ['score.c11.met', 'score.c1.met', 'score.c1.met'],
  ['nœud.imperativ', 'nœud.imperative', 'nœud.imperative'],
  // Values.
  ['profil.public recoupe PA', '"PA"', 'profil.public recoupe "PA"'],
  ['profil.public recoupe PAA', '"PA"', 'profil.public recoupe "PA"'],
  ['profil.public recoupe [PA, PHAA]', '"PA"', 'profil.public recoupe ["PA", "PHA"]'],
  ['profil.public recoupe médico-social', '"medico-social"', 'profil.public recoupe "medico-social"'],
  ['réponse.c1 = NC', '"NC"', 'réponse.c1 = "NC"'],
  ['réponse.c2.statut = "asociation"', 'association', 'réponse.c2.statut = "association"'],
  ['c2.statut = cooperativ', 'réponse.c2.statut', 'réponse.c2.statut = "cooperative"'],
  ['réponse.c2.nom = Nous', '"Nous"', 'réponse.c2.nom = "Nous"'],
  ['profil.employeur = vrais', 'vrai', 'profil.employeur = vrai'],
  // Other words.
  ['profil.public recoup "PA"', 'recoupe', 'profil.public recoupe "PA"'],
  ['some(profil.salaries) > 2', 'somme', 'somme(profil.salaries) > 2'],
]

describe('A suggestion about a word of a condition', () => {
  it.each(cases)('in %s is %s', (written, suggestion) => {
    expect(suggested(written)).toBe(suggestion)
  })

  it.each(cases)('in %s, taken literally, takes its finding away, and so to the end: %s, %s', (written, _, wanted) => {
    let condition = written
    for (let step = 0; step < 6; step += 1) {
      const [finding] = found(condition)
      if (finding?.suggestion === undefined) break
      const next = taken(condition, finding)
      expect(found(next)).not.toContainEqual(expect.objectContaining({ at: finding.at, code: finding.code }))
      condition = next
    }
    expect([condition, found(condition)]).toEqual([wanted, []])
  })

  it.each(['inconnu > 5', 'inconnu = "a"', 'constructor', '__proto__.x = 1', 'profil.inconnu > 5', 'profil.public recoupe xyz', 'profil.salaries nonn 5', 'profil.employeur et et', 'profil.employeur = vrai dan ["PA"]', 'score.c1 = 1.10.2'])('is none in %s', (written) => {
    expect([found(written).length, suggested(written)]).toEqual([1, undefined])
  })
})
