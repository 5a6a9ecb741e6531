import { readFileSync } from 'node:fs'

import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'

import { referentielDocument, type ReferentielDocument } from '../document/document.schema.ts'
import { compile } from './compile.ts'
import { descendantsOf, questionsBelow } from './compiled.ts'

const shipped = referentielDocument.parse(parse(readFileSync('referentiels/ess-complet/referentiel.yaml', 'utf8')))

/** Chapters → objectives → criteria, out of order in the file. */
const nested: ReferentielDocument = {
  format: 'referentiel/1',
  id: 'nested',
  version: '1.0.0',
  title: { fr: 'Emboîté', en: 'Nested' },
  kinds: [
    { code: 'chapitre', label: 'Chapitre' },
    { code: 'objectif', label: 'Objectif' },
    { code: 'critere', label: { fr: 'Critère', en: 'Criterion' }, assessable: true },
  ],
  scales: [{ code: 'oui-non', label: 'Réponse', values: [{ code: '0', label: 'Non', score: 0 }] }],
  lists: [{ code: 'themes', options: [{ code: 'b', label: 'Deuxième' }, { code: 'a', label: 'Premier' }] }],
  nodes: [
    { code: '2', kind: 'chapitre', title: 'Second', order: 9, tags: ['theme:a'] },
    { code: '1.1.2', kind: 'critere', parent: '1.1', title: 'B', order: 5, rating: 'oui-non', tags: ['theme:b'] },
    { code: '1.1', kind: 'objectif', parent: '1', title: 'O', order: 2, optional: true },
    { code: '1.1.1', kind: 'critere', parent: '1.1', title: { en: 'A' }, statement: 'Nous…', order: 3, rating: 'oui-non' },
    { code: '1', kind: 'chapitre', title: 'Premier', order: 1, repeat: { label: 'Personne' }, tags: ['theme:c'] },
    { code: '2.1', kind: 'critere', parent: '2', title: 'C', rating: 'oui-non' },
  ],
  presentation: {
    axes: [
      { code: 'chapitres', label: 'Chapitres', by: 'kind', value: 'chapitre' },
      { code: 'themes', label: 'Thèmes', by: 'tag', value: 'theme', list: 'themes' },
    ],
  },
  subsets: [{ code: 'court', label: 'Court', include: ['1.1.2'] }],
}

describe('compile', () => {
  it('reads the shipped référentiel as pages of criteria with their scale', () => {
    const compiled = compile(shipped)
    expect([compiled.pageKind, compiled.criterionKind]).toEqual(['theme', 'critere'])
    expect(compiled.pages.map((page) => page.criteria.length).reduce((sum, count) => sum + count)).toBe(35)
    expect(compiled.pages.map((page) => page.node.kind)).toEqual(Array<string>(8).fill('theme'))
    const [question] = compiled.nodeByCode.get('c31')?.questions ?? []
    expect(question).toMatchObject({ code: 'c31', type: 'scale', isRating: true, isScored: true, criterion: 'c31' })
    expect(question?.values.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5])
    expect(compiled.axes.map(({ code }) => code)).toEqual(['themes', 'questions-centrales'])
  })

  it('orders nodes by their order, parents first', () => {
    expect(compile(nested).nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.1.1', '1.1.2', '2', '2.1'])
  })

  it('takes the deepest assessable kind for the criterion, and the kind of its top ancestor for the page', () => {
    const compiled = compile(nested)
    expect([compiled.criterionKind, compiled.pageKind]).toEqual(['critere', 'chapitre'])
    expect(compiled.pages.map(({ node, criteria }) => [node.code, criteria.length])).toEqual([['1', 2], ['2', 1]])
  })

  it('hands down page, criterion, option and grids', () => {
    const compiled = compile(nested)
    expect(compiled.questionByCode.get('1.1.2')).toMatchObject({ isOptional: true, repeatedBy: '1', criterion: '1.1.2' })
    expect(compiled.questionByCode.get('2.1')).toMatchObject({ isOptional: false, repeatedBy: null })
    expect(compiled.nodeByCode.get('1.1')).toMatchObject({ page: '1', criterion: null, depth: 1, children: ['1.1.1', '1.1.2'] })
  })

  it('keeps what is below a node in one run', () => {
    const compiled = compile(nested)
    const chapter = compiled.nodes[0]
    if (chapter === undefined) throw new Error('No node.')
    expect(descendantsOf(compiled, chapter).map(({ code }) => code)).toEqual(['1.1', '1.1.1', '1.1.2'])
    expect(questionsBelow(compiled, chapter).map(({ code }) => code)).toEqual(['1.1.1', '1.1.2'])
  })

  it('shows another language rather than nothing', () => {
    expect(compile(nested, { locale: 'en' })).toMatchObject({ title: 'Nested', locale: 'en' })
    expect(compile(nested).nodeByCode.get('1.1.1')?.title).toBe('A')
    expect(compile(nested).questionByCode.get('1.1.1')?.prompt).toBe('Nous…')
    expect(compile(nested).questionByCode.get('1.1.2')?.prompt).toBe('B')
  })

  it('sets what people read in the typography of its language, and leaves what it compares alone', () => {
    const typeset = (text: string, locale: string) => `${locale}:${text}`
    const compiled = compile(nested, { locale: 'en', typeset })
    expect(compiled.title).toBe('en:Nested')
    expect(compiled.nodeByCode.get('2')?.title).toBe('fr:Second')
    expect(compiled.nodeByCode.get('1.1.1')?.title).toBe('en:A')
    expect(compiled.nodes.map(({ code }) => code)).toEqual(compile(nested).nodes.map(({ code }) => code))
  })

  it('gives an axis by tag its spokes in the order of the list, tags above a criterion counting for it', () => {
    const [, themes] = compile(nested).axes
    expect(themes?.spokes.map(({ code, label, criteria }) => [code, label, criteria])).toEqual([
      ['b', 'Deuxième', ['1.1.2']],
      ['a', 'Premier', ['2.1']],
      ['c', 'c', ['1.1.1']],
    ])
  })

  it('keeps of a subset its nodes and what stands above them', () => {
    const compiled = compile(nested, { subset: 'court' })
    expect(compiled.nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.1.2'])
    expect(compiled.nodeByCode.get('1.1')?.children).toEqual(['1.1.2'])
    expect([...compiled.outside.questions].sort()).toEqual(['1.1.1', '2.1'])
    expect(compile(shipped, { subset: 'simplifie' }).criteria).toHaveLength(15)
  })

  it('reports a subset or rules that the document has not, and goes on with the whole', () => {
    const compiled = compile(nested, { subset: 'constructor', rulesVersion: '9.0.0' })
    expect(compiled.findings).toEqual([
      { code: 'SOUS_ENSEMBLE_INCONNU', value: 'constructor' },
      { code: 'REGLES_INCONNUES', value: '9.0.0' },
    ])
    expect(compiled.nodes).toHaveLength(6)
  })

  it('survives parents that are unknown or in a loop', () => {
    const nodes = [
      { code: 'a', kind: 'critere', parent: 'b', title: 'A' },
      { code: 'b', kind: 'critere', parent: 'a', title: 'B' },
      { code: 'c', kind: 'critere', parent: 'nowhere', title: 'C' },
    ]
    expect(compile({ ...nested, nodes }).nodes.map(({ code }) => code)).toEqual(['c'])
  })
})
