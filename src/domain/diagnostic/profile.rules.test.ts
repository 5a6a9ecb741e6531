import { describe, expect, it } from 'vitest'

import { profileProblem } from './profile.rules.ts'

const fields = [
  { code: 'secteur', type: 'single', options: [{ code: 'social' }, { code: 'sante' }] },
  { code: 'public', type: 'multi', options: [{ code: 'enfants' }, { code: 'adultes' }] },
  { code: 'effectif', type: 'number', options: null },
  { code: 'siege', type: 'boolean', options: null },
  { code: 'commune', type: 'single', options: null },
]

describe('a profile', () => {
  it.each([
    {},
    { secteur: ['social'], public: ['enfants', 'adultes'], effectif: ['12.5'], siege: ['true'] },
    { secteur: [], public: [], commune: ['Nantes'] },
  ])('%j fits', (profile) => {
    expect(profileProblem(profile, fields)).toBeNull()
  })

  it.each([
    ['an invented field', { inventé: ['x'] }, 'inventé'],
    ['an invented value', { secteur: ['marin'] }, 'secteur'],
    ['two values where one is asked', { secteur: ['social', 'sante'] }, 'secteur'],
    ['a number that is none', { effectif: ['beaucoup'] }, 'effectif'],
    ['neither yes nor no', { siege: ['oui'] }, 'siege'],
    ['a text instead of a list', { public: 'enfants' }, 'public'],
    ['a list inside the list', { public: [['enfants']] }, 'public'],
    ['a list', [], '{}'],
  ])('with %s does not', (_what, profile, problem) => {
    expect(profileProblem(profile, fields)).toBe(problem)
  })
})
