import { describe, expect, it } from 'vitest'

import { buildSynthesis } from '#domain/report/build-synthesis.ts'
import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import type { EvaluationInput } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'

import { advanceOf, criterionState } from './advance.rules.ts'

/** One page for all, one for those who open at night: whether they do is the profile's to say. */
const house: ReferentielDocument = {
  format: 'referentiel/1',
  id: 'maison',
  version: '1.0.0',
  title: 'Maison',
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  lists: [{ code: 'horaires', options: [{ code: 'jour', label: 'Le jour' }, { code: 'nuit', label: 'La nuit' }] }],
  profileFields: [{ code: 'ouverture', label: 'Ouverture', type: 'multi', list: 'horaires' }],
  scales: [{ code: 'niveaux', label: 'Niveaux', values: [{ code: '1', label: 'Non', score: 1 }, { code: '2', label: 'Oui', score: 2 }] }],
  nodes: [
    { code: 'tous', kind: 'theme', title: 'Pour tous' },
    { code: 'a', parent: 'tous', kind: 'critere', title: 'Accueillir', rating: 'niveaux' },
    { code: 'b', parent: 'tous', kind: 'critere', title: 'Éclairer', rating: 'niveaux', applies: { ouverture: ['nuit'] } },
    { code: 'nuit', kind: 'theme', title: 'La nuit' },
    { code: 'c', parent: 'nuit', kind: 'critere', title: 'Veiller', rating: 'niveaux', applies: { ouverture: ['nuit'] } },
  ],
  presentation: { pageKind: 'theme', criterionKind: 'critere' },
}

const compiled = compile(house)
const seen = (input: EvaluationInput) => {
  const evaluation = evaluate(compiled, input)
  return {
    advance: advanceOf(evaluation),
    states: compiled.criteria.map((criterion) => criterionState(evaluation, criterion)),
    completeness: buildSynthesis({ compiled, evaluation, aimed: null, previous: null, series: null }).completeness,
  }
}

const given = { answers: { a: '2', b: '2' } }

describe('A criterion that is not known to apply', () => {
  it('counts neither as answered nor as waiting, even with an answer, and keeps its page from being done', () => {
    const { advance, states } = seen(given)
    expect(states).toEqual(['answered', 'uncertain', 'uncertain'])
    expect(advance).toEqual({
      answered: 1, applicable: 1, uncertain: 2,
      pages: [{ code: 'tous', answered: 1, applicable: 1, uncertain: 1 }, { code: 'nuit', answered: 0, applicable: 0, uncertain: 1 }],
    })
  })

  it('is told by the synthesis with the very figures of the questionnaire', () => {
    expect(seen(given).completeness).toMatchObject({ answered: 1, criteria: 1, unknown: 2, notConcerned: 0 })
  })

  it('is not concerned once that is said, and leaves every side', () => {
    const { advance, completeness } = seen({ ...given, notConcerned: { b: 'Fermé le soir' } })
    expect(advance).toMatchObject({ answered: 1, applicable: 1, uncertain: 1 })
    expect(completeness).toMatchObject({ answered: 1, criteria: 1, unknown: 1, notConcerned: 1 })
  })

  it('is told apart from what is declared not concerned once the profile says that it does not apply', () => {
    const { completeness } = seen({ ...given, profile: { ouverture: ['jour'] } })
    expect(completeness).toMatchObject({ answered: 1, criteria: 1, unknown: 0, notConcerned: 0, notApplicable: 2 })
  })

  it('counts, its answer with it, once the profile says that it applies', () => {
    const { advance, completeness } = seen({ ...given, profile: { ouverture: ['nuit'] } })
    expect(advance).toMatchObject({ answered: 2, applicable: 3, uncertain: 0 })
    expect(completeness).toMatchObject({ answered: 2, criteria: 3, unknown: 0, notApplicable: 0 })
  })

  it('leaves the counts when the profile says that it does not', () => {
    expect(seen({ ...given, profile: { ouverture: ['jour'] } }).advance).toMatchObject({ answered: 1, applicable: 1, uncertain: 0 })
  })
})
