import { describe, expect, it } from 'vitest'

import { rated, sampleDocument, theme } from '../engine/tests/sample-document.ts'
import { evaluateFile } from './evaluate-file.ts'

const document = sampleDocument(
  [theme('t'), rated('a', { parent: 't', imperative: true }), rated('b', { parent: 't', applies: { sector: ['x'] } })],
  {
    profileFields: [{ code: 'sector', label: 'Secteur', type: 'single' }],
    presentation: { axes: [{ code: 'themes', label: 'Themes', by: 'kind', value: 'theme' }] },
  },
)

describe('evaluateFile', () => {
  it('gives the object of the command, and nothing beside', () => {
    expect(evaluateFile(document, { profile: { sector: ['y'] }, answers: { a: 4 } })).toEqual({
      ok: true,
      applies: ['a'],
      notApplicable: [{ code: 'b', reason: expect.stringContaining('Secteur') }],
      unknown: [],
      questions: 1,
      complete: 1,
      scores: { t: { value: 4 }, a: { value: 4, met: true }, b: { value: null } },
      axes: { themes: { t: { value: 4, answered: 1, applicable: 1 } } },
      outcomes: [],
      findings: [],
    })
  })

  it('says in French what the format forbids, and where', () => {
    const { ok, findings } = evaluateFile(document, { answers: { a: '9', 'z/1': '1' } })
    expect(ok).toBe(false)
    expect(findings).toEqual([
      { severity: 'error', code: 'QUESTION_INCONNUE', path: '/answers/z~11', message: expect.stringContaining('z/1') },
      { severity: 'error', code: 'VALEUR_INCONNUE', path: '/answers/a', value: '9', message: expect.stringContaining('Choisissez parmi') },
    ])
  })

  it.each([[], 'x', { profil: {} }, { notConcerned: { a: 1 } }, { answers: [] }])('reports an input of another shape: %j', (input) => {
    const result = evaluateFile(document, input)
    expect(result.ok).toBe(false)
    expect(result.findings[0]).toMatchObject({ severity: 'error', code: 'FORME' })
  })

  it('takes no input for an empty one', () => {
    expect(evaluateFile(document, null)).toMatchObject({ ok: true, complete: 0, unknown: ['b'] })
    expect(evaluateFile(document, { profile: null, answers: null, notConcerned: null })).toMatchObject({ ok: true })
  })
})
