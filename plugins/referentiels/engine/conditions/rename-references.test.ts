import { describe, expect, it } from 'vitest'

import { renameReferences } from './rename-references.ts'

const answer = (from: string, to: string) => (source: string) =>
  renameReferences(source, { reference: (reference) => (reference.of === 'answer' && reference.name === from ? to : undefined) })

describe('Renaming what an expression names', () => {
  it.each([
    ['réponse.c1 = "oui" et profil.c1 > 2', 'réponse.gouv-1 = "oui" et profil.c1 > 2'],
    ['answer.c1+answer.c11', 'answer.gouv-1+answer.c11'],
    ['somme(Réponse.c1 ; 1,5) ≥ réponse.c1', 'somme(Réponse.gouv-1 ; 1,5) ≥ réponse.gouv-1'],
    ['réponse.c1 =', 'réponse.c1 ='],
    ['re\u0301ponse.c1 = 1', 'réponse.gouv-1 = 1'],
  ])('%s becomes %s', (before, after) => {
    expect(answer('c1', 'gouv-1')(before)).toBe(after)
  })

  it('keeps what is said of a mark that is met', () => {
    const renamed = renameReferences('score.c1.met et score.c1 > 2', {
      reference: (reference) => ('name' in reference && reference.name === 'c1' ? 'c2' : undefined),
    })
    expect(renamed).toBe('score.c2.met et score.c2 > 2')
  })

  it('reaches the values that a name is compared with, and no others', () => {
    const renamed = renameReferences('profil.public dans ["PA"; "PHA"] ou réponse.c1 = « PA » ou réponse.c2 = "PA"', {
      literal: (value, against) => (value === 'PA' && 'name' in against && against.name !== 'c2' ? 'personnes-agees' : undefined),
    })
    expect(renamed).toBe('profil.public dans ["personnes-agees"; "PHA"] ou réponse.c1 = « PA » ou réponse.c2 = "PA"'.replace('= « PA »', '= « PA »'))
  })
})
