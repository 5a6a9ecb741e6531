import { describe, expect, it } from 'vitest'

import { readCondition, writeCondition } from './condition.rules.ts'

const several = { holdsSeveral: ({ name }: { readonly name: string }) => name === 'public' }
const again = (source: string): string | null => {
  const form = readCondition(source)
  return form === null ? null : writeCondition(form, several)
}

describe('a condition as lines', () => {
  it.each([
    'profil.public recoupe ["PA"; "PHA"]',
    'profil.secteur dans ["medico-social"]',
    'profil.effectif >= 50 et profil.secteur = "social"',
    'profil.effectif < 10,5 ou répondu(réponse.q1) ou non répondu(réponse.q2)',
    'non profil.public recoupe ["PA"]',
    'réponse.q1 = vrai',
    'score.c1 > 2',
  ])('reads and writes %s', (source) => {
    expect(again(source)?.replaceAll('; ', ';')).toBe(source.replaceAll('; ', ';'))
  })

  it('reads English words and writes French ones', () => {
    expect(again('profile.staff >= 50 and answer.q1 != "x"')).toBe('profil.staff >= 50 et réponse.q1 != "x"')
  })

  it('leaves to the text what lines can’t say', () => {
    expect(readCondition('profil.a + 1 > 2')).toBeNull()
    expect(readCondition('profil.a = 1 et (profil.b = 2 ou profil.c = 3)')).toBeNull()
    expect(readCondition('profil.a = ')).toBeNull()
  })

  it('has no line where there is no condition', () => {
    expect(readCondition('  ')).toEqual({ join: 'and', lines: [] })
    expect(writeCondition({ join: 'and', lines: [] }, several)).toBe('')
  })
})
