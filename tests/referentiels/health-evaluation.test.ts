import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'

import { hasDocument, hasProfiles } from '../support/has-essms-document.ts'

const compiled = compile(hasDocument)
const [everybody] = hasProfiles
const profile = everybody?.profile ?? {}

describe('the évaluation of social and medico-social services', () => {
  it('has the tree that its facts announce', () => {
    expect(compiled.nodes).toHaveLength(224)
    expect(compiled.questions.filter(({ isScored }) => isScored)).toHaveLength(350)
    expect(compiled.criteria.filter(({ isImperative }) => isImperative)).toHaveLength(18)
    const byChapter = Map.groupBy(compiled.pages, ({ node }) => node.parent)
    expect([...byChapter].map(([chapter, pages]) => [chapter, pages.map(({ criteria }) => criteria.length)])).toEqual([
      ['1', [1, 11, 17, 8, 6, 21, 4]],
      ['2', [4, 7, 2, 7, 3, 7, 8]],
      ['3', [4, 2, 1, 5, 3, 8, 9, 19]],
    ])
  })

  it.each(hasProfiles)('applies to $label: $expected.criteria criteria', ({ profile: own, expected }) => {
    const evaluation = evaluate(compiled, { profile: own })
    const applying = compiled.criteria.filter(({ code }) => evaluation.applicabilityOf(code) === 'applies')
    expect(applying).toHaveLength(expected.criteria)
    expect(applying.filter(({ isImperative }) => isImperative)).toHaveLength(expected.imperatives)
    expect(evaluation.questions).toBe(expected.elements)
    expect(evaluation.progress).toEqual({ answered: 0, applicable: expected.elements })
    const byChapter = Map.groupBy(applying, ({ page }) => compiled.nodeByCode.get(page)?.parent ?? page)
    expect(Object.fromEntries([...byChapter].map(([chapter, own]) => [chapter, own.length]))).toEqual(expected.byChapter)
    expect(evaluation.findings).toEqual([])
  })

  it('leaves what depends on an empty profile unknown: shown, not missed', () => {
    const evaluation = evaluate(compiled, {})
    const unknown = compiled.criteria.filter(({ code }) => evaluation.applicabilityOf(code) === 'unknown')
    expect(unknown).toHaveLength(28)
    expect(evaluation.questions).toBe(350)
    const uncertain = unknown.flatMap(({ questions }) => questions.filter(({ isScored }) => isScored))
    expect(evaluation.progress.applicable).toBe(350 - uncertain.length)
    expect(evaluation.reasonOf('3.6.2')).toEqual({
      code: 'profile',
      field: 'secteur',
      expected: ['medico-social'],
      found: [],
    })
  })

  it('tells which field of the profile leaves a criterion out', () => {
    const evaluation = evaluate(compiled, { profile: { ...profile, structure: ['service'] } })
    expect(evaluation.applicabilityOf('2.2.1')).toBe('doesNotApply')
    expect(evaluation.reasonOf('2.2.1')).toEqual({
      code: 'profile',
      field: 'structure',
      expected: ['etablissement'],
      found: ['service'],
    })
  })

  it('refuses « non concerné » on an imperative, and without a comment elsewhere', () => {
    const answers = { '3.6.2.e1': { value: 'NC', comment: 'x' }, '3.1.1.e1': 'NC', '3.1.1.e2': { value: 'NC', comment: 'x' } }
    const evaluation = evaluate(compiled, { profile, answers })
    expect(evaluation.findings.map(({ code, path }) => [code, path[1]])).toEqual([
      ['COMMENTAIRE_MANQUANT', '3.1.1.e1'],
      ['VALEUR_INTERDITE', '3.6.2.e1'],
    ])
    expect(evaluation.progress.answered).toBe(1)
  })

  it('takes « réponse inadaptée » in the first chapter alone', () => {
    const evaluation = evaluate(compiled, { profile, answers: { '1.1.1.e1': 'RI', '2.1.1.e1': 'RI' } })
    expect(evaluation.findings).toMatchObject([{ code: 'VALEUR_INTERDITE', path: ['answers', '2.1.1.e1'] }])
    expect(evaluation.scoreOf('1.1.1')).toEqual({ value: null })
    expect(evaluation.progress.answered).toBe(1)
  })

  it('counts several persons apart, and averages each element over them before going up', () => {
    const answers = { '1.1.1.e1': { grids: { '1': 4, '2': 2 } }, '1.1.1.e2': { grids: { '1': 1 } } }
    const evaluation = evaluate(compiled, { profile, answers })
    expect(evaluation.gridsOf('1')).toEqual([1, 2])
    expect(evaluation.scoreOf('1.1.1').value).toBe((3 + 1) / 2)
    expect(evaluation.progressOf('1')).toEqual({ answered: 3, applicable: 2 * 145 })
    expect(evaluation.questions).toBe(350)
  })

  it('gathers themes across chapters', () => {
    const evaluation = evaluate(compiled, { profile, answers: { '1.1.1.e1': 4, '2.1.1.e1': 2, '3.1.1.e1': 3 } })
    const theme = evaluation.axes.get('themes')?.get('T1')
    expect(theme?.value).toBe(3)
    expect(theme?.answered).toBe(3)
    expect([...(evaluation.axes.get('themes')?.keys() ?? [])]).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'])
    expect(evaluation.axes.get('chapitres')?.get('1')?.value).toBe(4)
    expect(evaluation.overall).toBe(3)
  })

  it('opens the form of an imperative once an element stands below 4, and asks for all of it', () => {
    const form = ['causes', 'mesures', 'action', 'echeance', 'responsable'].map((question) => `3.14.1.${question}`)
    const shown = (answers: Record<string, string>) => {
      const evaluation = evaluate(compiled, { profile, answers })
      return { form: form.filter((question) => evaluation.isVisible(question)), waited: evaluation.progress.applicable }
    }
    const waited = 350
    expect(shown({})).toEqual({ form: [], waited })
    expect(shown({ '3.14.1.e1': '4' })).toEqual({ form: [], waited })
    expect(shown({ '3.14.1.e1': '3' })).toEqual({ form, waited: waited + form.length })
    expect(shown({ '3.14.1.e1': '4', '3.14.1.e2': '*', '3.14.1.e3': '4' })).toEqual({ form: [], waited })
  })

  it('judges a rounded mean before October 2024, every element since', () => {
    const answers = { '3.11.2.e1': 3, '3.11.2.e2': 4 }
    const rounded = compile(hasDocument, { rulesVersion: '1.0.0' })
    expect(evaluate(compiled, { profile, answers }).scoreOf('3.11.2')).toEqual({ value: 3.5, met: false })
    expect(evaluate(rounded, { profile, answers }).scoreOf('3.11.2')).toEqual({ value: 4, met: true })
  })
})
