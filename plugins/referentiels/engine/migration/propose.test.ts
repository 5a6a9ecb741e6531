import { describe, expect, it } from 'vitest'

import { checkDocument } from '../check/check-document.ts'
import { missingDestinations } from '../difference/missing-destinations.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { proposeMigration } from './propose.ts'
import { criterion, oneToFive, published, version } from './tests/versions.ts'

const titled = (code: string, title: string, more: object = {}) => criterion(code, { title, ...more })

const governance = titled('c1', 'Les instances se réunissent régulièrement et rendent compte de leurs décisions aux adhérents')
const wages = titled('c2', 'L’écart entre les salaires est connu, suivi et limité par une règle écrite')
const energy = titled('c3', 'La consommation d’énergie et d’eau des bâtiments est mesurée chaque année')

const told = (before: ReferentielDocument, after: ReferentielDocument) =>
  proposeMigration(before, after).map(({ item, reason }) => `${item.from} ${item.kind}${item.to ? ` ${item.to.join(' ')}` : ''}${item.confirm ? '!' : ''} (${reason})`)

/** What the proposal leaves to do before the version can be published. */
const left = (before: ReferentielDocument, after: ReferentielDocument) => {
  const proposed = { ...after, migrations: [{ from: before.version, items: proposeMigration(before, after).map(({ item }) => item) }] }
  const findings = [...checkDocument(proposed).findings.filter(({ code }) => code.startsWith('MIGRATION')), ...missingDestinations(before, proposed)]
  return findings.map(({ code, value, parameters }) => [code, value, parameters])
}

const old = version('1.0.0', [governance, wages, energy])

describe('A proposed migration', () => {
  it('says nothing of what stays the same, moved or helped otherwise', () => {
    expect(told(old, version('1.1.0', [energy, wages, { ...governance, inspiringQuestions: ['Et vous ?'] }]))).toEqual([])
  })

  it('finds the new code of the same text, and of nearly the same one, to be confirmed', () => {
    const now = version('2.0.0', [
      { ...governance, code: 'g1' },
      titled('s1', 'L’écart entre les salaires est connu, suivi, publié et limité par une règle écrite'),
      energy,
    ])
    expect(told(old, now)).toEqual(['c1 renamed g1 (same-text)', 'c2 renamed s1! (alike-text)'])
    expect(left(old, now)).toEqual([])
  })

  it('follows an outside code whatever the words', () => {
    const [before, after] = [
      version('1.0.0', [titled('c1', 'Un', { externalCode: 'B8-39' })]),
      version('2.0.0', [titled('d1', 'Tout autre chose', { externalCode: 'B8-39' })]),
    ]
    expect(told(before, after)).toEqual(['c1 renamed d1! (same-external-code)'])
  })

  it('proposes a split where two new texts are parts of an old one', () => {
    const now = version('2.0.0', [governance, wages, titled('c3', 'La consommation d’énergie des bâtiments est mesurée chaque année'), titled('c4', 'La consommation d’eau des bâtiments est mesurée chaque année')])
    expect(told(old, now)).toEqual(['c3 split c3 c4 (split-into)'])
    expect(left(old, now)).toEqual([])
  })

  it('proposes a merge where an old text is found again in another, and joins both', () => {
    const before = version('1.0.0', [governance, titled('c3', 'La consommation d’énergie est mesurée'), titled('c4', 'La consommation d’eau est mesurée')])
    const now = version('2.0.0', [governance, titled('c3', 'La consommation d’énergie et la consommation d’eau sont mesurées : elle est mesurée')])
    expect(told(before, now)).toEqual(['c3 merged c3 (merged-into)', 'c4 merged c3 (merged-into)'])
    expect(left(before, now)).toEqual([])
  })

  it('proposes to remove what nothing resembles', () => {
    const now = version('2.0.0', [governance, wages, titled('x', 'Les bénévoles disposent d’une formation')])
    expect(told(old, now)).toEqual(['c3 removed (nothing-alike)'])
    expect(left(old, now)).toEqual([])
  })

  it('warns of a code that now stands for something else', () => {
    expect(told(old, version('2.0.0', [titled('c1', 'Tri des déchets'), wages, energy]))).toEqual(['c1 reworded (code-reused)'])
    expect(told(old, version('2.0.0', [titled('c1', 'Les instances se réunissent et rendent compte de leurs décisions aux adhérents'), wages, energy]))).toEqual(['c1 reworded (words-changed)'])
  })

  it('maps levels to a shorter scale by their height, and words to the same words', () => {
    const scale = (labels: readonly string[]) => ({ scales: [{ ...oneToFive, values: labels.map((label, place) => ({ code: `n${place}`, label, score: place })) }] })
    const shorter = { scales: [{ ...oneToFive, values: oneToFive.values.slice(0, 4) }] }
    const [line] = proposeMigration(old, version('2.0.0', [governance, wages, energy], shorter))
    expect(line).toMatchObject({ reason: 'scale-changed', item: { from: 'c1', kind: 'rescaled', valueMap: { 1: '1', 2: '2', 3: '2', 4: '3', 5: '4' } } })
    const [worded] = proposeMigration(
      version('1.0.0', [governance], scale(['Aucune pratique', 'Pratique écrite', 'Pratique évaluée'])),
      version('2.0.0', [governance], scale(['Aucune pratique', 'Pratique ponctuelle', 'Pratique écrite', 'Pratique évaluée'])),
    )
    expect(worded?.item.valueMap).toEqual({ n0: 'n0', n1: 'n2', n2: 'n3' })
  })

  it('maps yes and no to the ends of a scale', () => {
    const asked = (type: string, more: object = {}) => criterion('c1', { questions: [{ code: 'q', type, prompt: 'Est-ce fait ?', ...more }] })
    const [line] = proposeMigration(version('1.0.0', [asked('boolean')]), version('2.0.0', [asked('scale', { scale: 'maturite' })]))
    expect(line?.item).toEqual({ from: 'q', kind: 'retyped', valueMap: { true: '5', false: '1' } })
  })

  it('finds the misspelt names of a standard again', () => {
    const block = (questions: readonly object[]) => published({
      format: 'referentiel/1', id: 'vsme', version: '1.0.0', title: 'VSME', kinds: [{ code: 'block', label: 'Bloc', assessable: true }],
      nodes: [{ code: 'B8', kind: 'block', title: 'Workforce', questions }],
    })
    const number = (code: string, prompt: string) => ({ code, type: 'number', prompt })
    const others = [number('Turnover', 'Employee turnover rate'), number('Headcount', 'Number of employees')]
    expect(told(
      block([number('NumberOfPermanentContact', 'Number of permanent contact employees'), ...others]),
      { ...block([number('NumberOfPermanentContract', 'Number of permanent contract employees'), ...others]), version: '2.0.0' },
    )).toEqual(['NumberOfPermanentContact renamed NumberOfPermanentContract! (alike-text)'])
  })

  it('recognises two versions of 1,500 criteria that share no code', () => {
    const many = (prefix: string, number: string) =>
      version(number, Array.from({ length: 1_500 }, (_, place) => titled(`${prefix}${place}`, `La pratique ${place} du domaine ${place % 37} est ${place % 2 ? 'écrite' : 'évaluée'} chaque année`)))
    const proposals = proposeMigration(many('a', '1.0.0'), many('b', '2.0.0'))
    expect(proposals.filter(({ item }) => item.kind === 'renamed').length).toBeGreaterThan(1_400)
  })
})
