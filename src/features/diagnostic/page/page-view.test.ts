import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import type { EvaluationInput } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import type { AnswerRow } from '#server/diagnostics/rows.queries.ts'

import type { PageView } from '../view.ts'
import { pageOf, pageView } from './page-view.ts'

const care: ReferentielDocument = {
  format: 'referentiel/1',
  id: 'essai',
  version: '1.0.0',
  title: 'Essai',
  kinds: [
    { code: 'chapitre', label: 'Chapitre' },
    { code: 'objectif', label: 'Objectif' },
    { code: 'critere', label: 'Critère', assessable: true },
  ],
  lists: [{ code: 'publics', options: [{ code: 'PA', label: 'Personnes âgées' }, { code: 'PE', label: 'Enfants' }] }],
  profileFields: [{ code: 'public', label: 'Publics accueillis', type: 'multi', list: 'publics' }],
  scales: [
    {
      code: 'cotation',
      label: 'Cotation',
      values: [
        { code: '1', label: 'Non', score: 1 },
        { code: '4', label: 'Oui', score: 4, description: 'Tout y est', requires: ['evidence'] },
        { code: 'NC', label: 'Non concerné', score: null, requires: ['comment'], allowedIf: 'node.imperative = false' },
      ],
    },
  ],
  nodes: [
    { code: 'ch1', kind: 'chapitre', title: 'La personne', repeat: { label: 'Personne', min: 2, max: 3 } },
    { code: 'o1', parent: 'ch1', kind: 'objectif', number: '1.1', title: 'S’exprimer' },
    {
      code: 'c1', parent: 'o1', kind: 'critere', number: '1.1.1', title: 'Être écouté',
      questions: [{ code: 'e1', type: 'scale', scale: 'cotation', prompt: 'On écoute.' }, { code: 'e2', type: 'scale', scale: 'cotation', prompt: 'On répond.' }],
    },
    { code: 'ch2', kind: 'chapitre', title: 'La maison' },
    { code: 'c2', parent: 'ch2', kind: 'critere', number: '2.', title: 'Dignité', imperative: true, rating: 'cotation' },
    { code: 'c3', parent: 'ch2', kind: 'critere', title: 'La nuit', rating: 'cotation', applies: { public: ['PA'] } },
  ],
  presentation: { pageKind: 'chapitre', criterionKind: 'critere' },
}

const row: AnswerRow = {
  question: 'e1', grid: 1, value: null, comment: null, toConfirm: null, revision: 1, source: 'typed', at: '2026-01-01T00:00:00.000Z', by: null,
}

const viewOf = (page: string, input: EvaluationInput = {}, compiled = compile(care), answers: ReadonlyMap<string, AnswerRow> = new Map()): PageView => {
  const evaluation = evaluate(compiled, input)
  return pageView({
    compiled,
    evaluation,
    page: pageOf(evaluation, page)!,
    path: '/espace/1/diagnostic/d',
    asked: null,
    isOpen: true,
    facts: { diagnostic: 'd', person: 'p', timeZone: 'Europe/Paris', home: '/espace/1', previousYear: '2025' },
    answers,
    assessments: new Map(),
    previous: new Map([['c2', '1']]),
    tellChange: () => 'Vous, hier',
    isWritable: () => true,
    profile: { path: '/espace/1/diagnostic/d/profil', isWhole: false },
  })
}

const criterionOf = (view: PageView, code: string) => view.criteria.find((criterion) => criterion.code === code)!

describe('A page of the questionnaire', () => {
  it('holds its own criteria alone, with the headings above them and the ways to the other pages', () => {
    const view = viewOf('ch1')
    expect(view.criteria.map(({ code }) => code)).toEqual(['c1'])
    expect(criterionOf(view, 'c1').headings).toEqual([{ code: 'o1', label: 'Objectif 1.1 — S’exprimer' }])
    expect(view.pages.map(({ href }) => href)).toEqual(['/espace/1/diagnostic/d?theme=ch1', '/espace/1/diagnostic/d?theme=ch2'])
    expect(view.page).toMatchObject({ title: 'La personne', kind: 'Chapitre', position: 1 })
  })

  it('groups the pages below what they stand below, and says so over the page', () => {
    const chapters = compile({
      ...care,
      nodes: [
        { code: 'p', kind: 'partie', number: '1.', title: 'Accueillir' },
        ...care.nodes.map((node) => (node.parent === undefined ? { ...node, parent: 'p' } : node)),
      ],
      kinds: [{ code: 'partie', label: 'Partie' }, ...care.kinds],
    })
    expect(viewOf('ch1').pages[0]?.group).toBeNull()
    expect(viewOf('ch1', {}, chapters).pages.map(({ group }) => group)).toEqual([
      { label: 'Partie 1 — Accueillir', title: 'La personne' },
      { label: 'Partie 1 — Accueillir', title: 'La maison' },
    ])
  })

  it('has one answer per question and grid, and one more grid as long as there may be', () => {
    const view = viewOf('ch1')
    expect(criterionOf(view, 'c1').questions.map(({ cells }) => cells.map(({ grid }) => grid))).toEqual([[1, 2], [1, 2]])
    expect(view.grids).toEqual([{ node: 'ch1', label: 'Personne', numbers: [1, 2], mayAdd: true, removable: null }])
    expect(viewOf('ch1', { grids: { ch1: [1, 2, 3] } }).grids[0]).toMatchObject({ mayAdd: false, removable: 3 })
    const answered = new Map([['3:e1', { ...row, question: 'e1', grid: 3, value: null, comment: 'Dit à voix haute' }]])
    expect(viewOf('ch1', { grids: { ch1: [1, 2, 3] } }, compile(care), answered).grids[0]?.removable).toBeNull()
  })

  it('leaves out, of an imperative criterion, the value that it may not have', () => {
    expect(criterionOf(viewOf('ch2'), 'c2').questions[0]?.cells[0]?.allowed).toEqual(['1', '4'])
    // Elsewhere all may be chosen, which needs no list.
    expect(criterionOf(viewOf('ch2'), 'c3').questions[0]?.cells[0]?.allowed).toBeNull()
  })

  it('writes a number without its full stop, and knows last year’s answer', () => {
    const criterion = criterionOf(viewOf('ch2'), 'c2')
    expect(criterion.number).toBe('2')
    expect(criterion.questions[0]?.previous).toBe('1')
  })

  it('says why a criterion does not apply, and sends none of its questions', () => {
    const criterion = criterionOf(viewOf('ch2', { profile: { public: ['PE'] } }), 'c3')
    expect(criterion).toMatchObject({ applicability: 'doesNotApply', questions: [], help: null })
    expect(criterion.reason).toContain('Personnes âgées')
  })

  it('keeps in sight, without waiting for it, a criterion that is not known to apply', () => {
    const view = viewOf('ch2')
    const criterion = criterionOf(view, 'c3')
    expect(criterion.applicability).toBe('unknown')
    expect(criterion.profileHref).toBe('/espace/1/diagnostic/d/profil?theme=ch2&critere=c3')
    expect(criterionOf(view, 'c2').profileHref).toBeNull()
    expect(criterion.questions[0]?.cells[0]).toMatchObject({ isVisible: true, isExpected: false })
    expect(view.pages[1]).toMatchObject({ answered: 0, applicable: 1 })
  })

  it('carries each scale once, with what a value asks for', () => {
    const { levels } = viewOf('ch2').scales['cotation']!
    expect(levels.map(({ mark, rank, needsComment, asks }) => [mark, rank, needsComment, asks.length])).toEqual([
      ['1', 1, false, 0], ['4', 2, false, 1], ['NC', null, true, 0],
    ])
  })
})
