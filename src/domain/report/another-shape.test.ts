import { describe, expect, it } from 'vitest'

import { answer, compiledFile, type Given, reportOf } from '../../../tests/report/report-of.ts'

const inclusive = compiledFile('tests/fixtures/referentiels/accueil-inclusif.yaml')

describe('the report of another shape of référentiel', () => {
  const given: Given = {
    profile: { lieu: ['ouvert'], publics: ['adultes'], salaries: [4], restauration: [false] },
    answers: [
      answer('plan-acces', 'a', null, 1),
      answer('plan-acces', 'c', null, 2),
      answer('premier-contact', 'a-voir', null, 1),
      answer('langues-parlees.formes', ['falc', 'etrangere']),
      answer('affichage.visible', 'a'),
      answer('affichage.expliques', 'b'),
      answer('obstacles-releves', 'b'),
      answer('obstacles-releves.liste', [{ 'obstacle.nom': 'Marche', 'obstacle.nature': 'marche', 'obstacle.cout': 1200, 'obstacle.aide': 25 }]),
      answer('reunions.rythme', 'annuel'),
      answer('reunions.derniere', '2026-03-12'),
      answer('formation.formes', 3),
    ],
  }
  const { synthesis, pages } = reportOf(inclusive, given)
  const criterion = (code: string) => pages.flatMap(({ criteria }) => criteria).find((each) => each.code === code)

  it('has every axis of the document, the one to show first included', () => {
    expect(synthesis.axes.map(({ code, label }) => [code, label])).toEqual([['domaines', 'Domaines'], ['principes', 'Principes']])
    expect(synthesis.defaultAxis).toBe('principes')
    expect(synthesis.axes[0]).toMatchObject({ min: 0, max: 5 })
  })

  it('has the scale of four letters, and the two values that count in no mean beside it', () => {
    const [spread] = synthesis.axes[0]?.spreads ?? []
    expect(spread?.scale.levels.map(({ code }) => code)).toEqual(['d', 'c', 'b', 'a'])
    expect(spread?.scale.aside.map(({ code, mark }) => [code, mark])).toEqual([['sans-objet', 'san'], ['a-voir', '?']])
    expect(spread?.rows[0]).toMatchObject({ counts: [0, 1, 0, 1], aside: 1 })
  })

  it('leaves out what does not apply, and keeps what may', () => {
    expect(criterion('livret-enfants')).toBeUndefined()
    expect(criterion('menus')).toBeUndefined()
    expect(criterion('partage')).toBeDefined()
  })

  it('tells each person met apart', () => {
    expect(criterion('plan-acces')?.questions[0]?.replies.map(({ grid, answer: given }) => [grid, given?.kind])).toEqual([
      ['Personne rencontrée 1', 'level'], ['Personne rencontrée 2', 'level'],
    ])
    expect(criterion('premier-contact')?.questions[0]?.replies[0]?.answer).toEqual({ kind: 'aside', label: 'À revoir ensemble', mark: '?' })
  })

  it('shows the level as the how-manieth of four, whatever its score', () => {
    expect(criterion('obstacles-releves')?.questions[0]?.replies[0]?.answer).toMatchObject({ kind: 'level', level: { rank: 3, of: 4 } })
  })

  it('writes choices, tables, days, numbers and computed figures as data', () => {
    const kinds = (code: string) => criterion(code)?.questions.map(({ prompt, replies }) => [prompt, replies[0]?.answer])
    expect(kinds('langues-parlees')).toEqual([
      ['Sous quelles formes ?', { kind: 'choices', labels: ['Facile à lire et à comprendre', 'Une autre langue parlée ici'] }],
    ])
    expect(kinds('obstacles-releves')?.[1]?.[1]).toMatchObject({
      kind: 'table',
      columns: ['Obstacle', 'Nature', 'Coût des travaux', 'Part financée par une aide', 'Reste à payer'],
      rows: [[
        { kind: 'text', text: 'Marche' },
        { kind: 'choices', labels: ['Marche ou ressaut'] },
        { kind: 'number', value: 1200, unit: '€' },
        { kind: 'number', value: 25, unit: '%' },
        expect.anything() as unknown,
      ]],
    })
    expect(kinds('obstacles-releves')?.[2]?.[1]).toMatchObject({ kind: 'number', value: 1 })
    expect(kinds('reunions')?.[1]?.[1]).toEqual({ kind: 'date', value: '2026-03-12' })
    expect(kinds('formation')?.[1]?.[1]).toMatchObject({ kind: 'number', value: 75, unit: '%' })
  })

  it('says of the imperative that it is not met, and names its way in the plan of the document', () => {
    expect(criterion('affichage')).toMatchObject({ isImperative: true, isMet: false, path: ['Informer'], score: 4.5 })
  })
})
