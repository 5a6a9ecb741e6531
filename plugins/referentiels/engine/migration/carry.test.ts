import { describe, expect, it } from 'vitest'

import { answer, assessment, carried, criterion, published, rows, told, version, withMigration } from './tests/versions.ts'

const statuses = ({ outcomes }: ReturnType<typeof carried>) =>
  Object.fromEntries(outcomes.map(({ row, status, aside }) => [row.kind === 'answer' ? `${row.question}${row.grid === 0 ? '' : `@${row.grid}`}` : row.criterion, [status, ...aside].join(' ')]))

const old = version('1.0.0', [criterion('c1'), criterion('c2'), criterion('c3')])

describe('A split', () => {
  const now = version('2.0.0', [criterion('a'), criterion('b'), criterion('c2'), criterion('c3')], withMigration('1.x', [{ from: 'c1', to: ['a', 'b'], kind: 'split' }]))

  it('copies the answer, its comment and the practices to each, to be confirmed', () => {
    const moved = carried([old, now], rows([answer('c1', '4', { comment: 'Depuis 2020' })], { assessments: [assessment('c1', { practices: 'Un comité', target: '5' })] }))
    expect(told(moved)).toEqual(['a="4"!split', 'b="4"!split'])
    expect(moved.answers.map(({ comment }) => comment)).toEqual(['Depuis 2020', 'Depuis 2020'])
    expect(moved.assessments.map(({ criterion: code, practices, target, toConfirm }) => [code, practices, target, toConfirm]))
      .toEqual([['a', 'Un comité', '5', 'split'], ['b', 'Un comité', '5', 'split']])
    expect(moved.outcomes.map(({ status, to }) => [status, to])).toEqual([['toConfirm', ['a', 'b']], ['toConfirm', ['a', 'b']]])
  })
})

describe('A merge', () => {
  const lines = ['c1', 'c2', 'c3'].map((from) => ({ from, to: ['m'], kind: 'merged' as const }))
  const now = version('2.0.0', [criterion('m')], withMigration('1.x', lines))

  it('proposes the lowest answer and joins the comments in the order of the old version', () => {
    const moved = carried([old, now], rows([answer('c3', '2', { comment: 'Trois' }), answer('c1', '4', { comment: 'Un' }), answer('c2', '2', { comment: 'Un' })]))
    expect(told(moved)).toEqual(['m="2"!merged'])
    expect(moved.answers[0]?.comment).toBe('Un\n\nTrois')
    expect(moved.answers[0]?.from.map(({ question }) => question)).toEqual(['c1', 'c2', 'c3'])
    expect(statuses(moved)).toEqual({ c1: 'toConfirm', c2: 'toConfirm', c3: 'toConfirm' })
  })

  it('joins practices, keeps the highest priority and the lowest target', () => {
    const moved = carried([old, now], rows([], {
      assessments: [
        assessment('c1', { practices: 'Un comité', priority: 1, target: '4' }),
        assessment('c2', { practices: 'Une charte', priority: 3, target: '3', toReview: true }),
      ],
    }))
    expect(moved.assessments).toEqual([
      { ...assessment('m', { practices: 'Un comité\n\nUne charte', priority: 3, target: '3', toReview: true, toConfirm: 'merged' }), from: ['c1', 'c2'] },
    ])
  })

  it('is not concerned where all were; else the reasons are kept and the rest is for the organisation', () => {
    const declined = (code: string) => assessment(code, { notConcerned: true, reason: `Raison ${code}` })
    const all = carried([old, now], rows([], { assessments: [declined('c1'), declined('c2')] }))
    expect(all.assessments[0]).toMatchObject({ notConcerned: true, reason: 'Raison c1\n\nRaison c2' })
    const some = carried([old, now], rows([], { assessments: [declined('c1'), assessment('c2', { practices: 'Oui' })] }))
    expect(some.assessments[0]).toMatchObject({ notConcerned: false, reason: 'Raison c1', practices: 'Oui', toConfirm: 'merged' })
    expect(statuses(some)).toEqual({ c1: 'toConfirm not-concerned', c2: 'toConfirm' })
  })
})

describe('A rescale', () => {
  const four = { scales: [{ code: 'maturite', label: 'M', values: ['1', '2', '3', '4'].map((code) => ({ code, label: code, score: Number(code) })) }] }
  const valueMap = { 5: '4', 4: '3', 3: null }

  it('takes the value through the map; without a successor it stays behind with its reason', () => {
    const now = version('2.0.0', [criterion('c1'), criterion('c2'), criterion('c3')], { ...four, ...withMigration('1.x', ['c1', 'c2', 'c3'].map((from) => ({ from, kind: 'rescaled' as const, valueMap }))) })
    const moved = carried([old, now], rows([answer('c1', '5'), answer('c2', '3'), answer('c3', '2')], { assessments: [assessment('c1', { target: '4' })] }))
    expect(told(moved)).toEqual(['c1="4"!rescaled', 'c3="2"!rescaled'])
    expect(statuses(moved)).toEqual({ c1: 'toConfirm', c2: 'setAside dropped', c3: 'toConfirm' })
    expect(moved.assessments[0]?.target).toBe('3')
  })

  it('without a map keeps what the new scale knows, and sets the rest aside', () => {
    const moved = carried([old, version('2.0.0', [criterion('c1'), criterion('c2'), criterion('c3')], four)], rows([answer('c1', '5'), answer('c2', '4')]))
    expect(told(moved)).toEqual(['c2="4"!rescaled'])
    expect(statuses(moved)).toEqual({ c1: 'setAside VALEUR_INCONNUE', c2: 'toConfirm' })
  })
})

describe('A retype', () => {
  const asked = (type: string, more: object = {}) => criterion('c1', { questions: [{ code: 'q', type, prompt: 'Quoi ?', ...more }] })
  const lists = { lists: [{ code: 'choix', options: ['a', 'b', 'c'].map((code) => ({ code, label: code })) }] }
  const retyped = (was: [string, object?], now: [string, object?], value: unknown, map?: Record<string, string | null>) =>
    told(carried(
      [version('1.0.0', [asked(...was)], lists), version('2.0.0', [asked(...now)], { ...lists, ...(map ? withMigration('1.x', [{ from: 'q', kind: 'retyped', valueMap: map }]) : {}) })],
      rows([answer('q', value)]),
    ))

  it.each([
    ['a choice becomes several', ['single', { list: 'choix' }], ['multi', { list: 'choix' }], 'a', ['q=["a"]!retyped']],
    ['several that are one become a choice', ['multi', { list: 'choix' }], ['single', { list: 'choix' }], ['b'], ['q="b"!retyped']],
    ['several stay behind', ['multi', { list: 'choix' }], ['single', { list: 'choix' }], ['a', 'b'], []],
    ['a number becomes words', ['number'], ['text'], 12.5, ['q="12.5"!retyped']],
    ['words that are a number become one', ['text'], ['number'], '12.5', ['q=12.5!retyped']],
    ['other words stay behind', ['text'], ['number'], 'une douzaine', []],
    ['a number takes its unit along', ['number', { unit: 'kWh' }], ['number', { unit: 'kWh', unitChoices: ['kWh', 'MWh'] }], 3, ['q={"amount":3,"unit":"kWh"}!reworded']],
    ['words become longer ones', ['text'], ['longText'], 'Oui', ['q="Oui"!retyped']],
  ] as const)('%s', (_, was, now, value, expected) => {
    expect(retyped([...was], [...now], value)).toEqual(expected)
  })

  it('takes yes and no through the map into levels', () => {
    expect(retyped(['boolean'], ['scale', { scale: 'maturite' }], true, { true: '4', false: '1' })).toEqual(['q="4"!retyped'])
  })
})

describe('Grids', () => {
  const asked = (code: string, repeat: object) => [
    { code, kind: 'theme', title: 'Personnes', ...repeat },
    { code: 'c1', kind: 'critere', parent: code, title: 'Accueil', questions: [{ code: 'q', type: 'scale', scale: 'maturite', prompt: 'Quoi ?' }] },
  ]
  const several = { repeat: { label: 'Personne rencontrée' } }
  const met = rows([answer('q', '4', { grid: 1 }), answer('q', '2', { grid: 3, comment: 'Trois' })], { grids: [{ node: 'p', number: 1, label: 'Accueil de jour' }, { node: 'p', number: 3, label: null }] })
  const renamed = withMigration('1.x', [{ from: 'p', to: ['r'], kind: 'renamed' }])

  it('keep their number and their word under a renamed node', () => {
    const moved = carried([version('1.0.0', asked('p', several)), version('2.0.0', asked('r', several), renamed)], met)
    expect(told(moved)).toEqual(['q@1="4"', 'q@3="2"'])
    expect(moved.grids).toEqual([{ node: 'r', number: 1, label: 'Accueil de jour' }, { node: 'r', number: 3, label: null }])
  })

  it('are merged where nothing repeats any more', () => {
    const moved = carried([version('1.0.0', asked('p', several)), version('2.0.0', asked('p', {}))], met)
    expect(told(moved)).toEqual(['q="2"!merged'])
    expect(moved.answers[0]?.comment).toBe('Trois')
  })

  it('begin with the first where something repeats from now on', () => {
    expect(told(carried([version('1.0.0', asked('p', {})), version('2.0.0', asked('p', several))], rows([answer('q', '4')])))).toEqual(['q@1="4"'])
  })

  it('that there is no room for are set aside', () => {
    const moved = carried([version('1.0.0', asked('p', several)), version('2.0.0', asked('p', { repeat: { label: 'P', max: 2 } }))], met)
    expect(statuses(moved)).toEqual({ 'q@1': 'carried', 'q@3': 'setAside GRILLE' })
  })
})

describe('A table', () => {
  const table = (columns: readonly object[]) => criterion('c1', { questions: [{ code: 'q', type: 'table', prompt: 'Sites', columns }] })
  const column = (code: string, type = 'text', more: object = {}) => ({ code, type, prompt: code, ...more })
  const before = version('1.0.0', [table([column('nom'), column('ville'), column('niveau', 'scale', { scale: 'maturite' })])])
  const stored = [{ nom: 'Siège', ville: 'Brest', niveau: '5' }, { nom: 'Atelier', niveau: '2' }]

  it('keeps the columns that are left, and says that others stay behind', () => {
    const moved = carried([before, version('2.0.0', [table([column('nom'), column('niveau', 'scale', { scale: 'maturite' })])])], rows([answer('q', stored)]))
    expect(moved.answers[0]).toMatchObject({ value: [{ nom: 'Siège', niveau: '5' }, { nom: 'Atelier', niveau: '2' }], toConfirm: 'partial' })
    expect(statuses(moved)).toEqual({ q: 'toConfirm dropped' })
  })

  it('takes its cells through the map of values', () => {
    const now = version('2.0.0', [table([column('nom'), column('ville'), column('niveau', 'scale', { scale: 'maturite' })])], withMigration('1.x', [{ from: 'q', kind: 'rescaled', valueMap: { 5: '4' } }]))
    expect(carried([before, now], rows([answer('q', stored)])).answers[0]?.value).toEqual([{ nom: 'Siège', ville: 'Brest', niveau: '4' }, { nom: 'Atelier', niveau: '2' }])
  })
})

describe('What stays behind', () => {
  it('is each answer and assessment of a code that is gone, with its reason', () => {
    const now = version('2.0.0', [criterion('c2'), criterion('c3')], withMigration('1.x', [{ from: 'c1', kind: 'removed' }]))
    const moved = carried([old, now], rows([answer('c1', '4'), answer('c2', '3')], { assessments: [assessment('c1', { practices: 'Un comité' })] }))
    expect(moved.outcomes.filter(({ status }) => status === 'setAside')).toEqual([
      { row: { kind: 'answer', question: 'c1', grid: 0 }, status: 'setAside', change: 'removed', to: [], aside: ['removed'] },
      { row: { kind: 'assessment', criterion: 'c1' }, status: 'setAside', change: 'removed', to: [], aside: ['removed'] },
    ])
  })

  it('is « not concerned » of a criterion that has become imperative, its reason kept', () => {
    const moved = carried([old, version('2.0.0', [criterion('c1', { imperative: true }), criterion('c2'), criterion('c3')])], rows([], { assessments: [assessment('c1', { notConcerned: true, reason: 'Pas de salariés' })] }))
    expect(moved.assessments[0]).toMatchObject({ notConcerned: false, reason: 'Pas de salariés', toConfirm: 'partial' })
  })

  it('is nothing of rows that say nothing', () => {
    expect(carried([old, old], rows([answer('c1', null)], { assessments: [assessment('c1')] })).outcomes).toEqual([])
  })
})

describe('What was still to be confirmed', () => {
  it('stays so over the next move', () => {
    expect(told(carried([old, { ...old, version: '1.0.1' }], rows([answer('c1', '4', { toConfirm: 'split' })])))).toEqual(['c1="4"!split'])
  })
})

describe('The renames of a voluntary standard', () => {
  const base = { format: 'referentiel/1', id: 'vsme', title: 'VSME', kinds: [{ code: 'block', label: 'Bloc', assessable: true }] }
  const basis = (codes: readonly string[]) => ({ lists: [{ code: 'basis', options: codes.map((code) => ({ code, label: code })) }] })
  const number = (code: string, type: string) => ({ code, type, prompt: code })
  const before = published({
    ...base, version: '2025.7.30', ...basis(['BasicModule', 'BasicModuleAndComprehensiveModule']),
    nodes: [{ code: 'B8', kind: 'block', title: 'Workforce', questions: [
      number('NumberOfPermanentContact', 'number'), number('FemaleToMaleRatio', 'percent'), { code: 'BasisForPreparation', type: 'single', list: 'basis', prompt: 'Basis' },
    ] }],
  })
  const after = published({
    ...base, version: '2026.7.3', ...basis(['OptionABasicModule', 'OptionBBasicModuleAndComprehensiveModule']),
    nodes: [{ code: 'B8', kind: 'block', title: 'Workforce', questions: [
      number('NumberOfPermanentContract', 'number'), number('FemaleToMaleRatio', 'number'), { code: 'BasisForPreparation', type: 'single', list: 'basis', prompt: 'Basis' },
    ] }],
    ...withMigration('2025.x', [
      { from: 'NumberOfPermanentContact', to: ['NumberOfPermanentContract'], kind: 'renamed' },
      { from: 'FemaleToMaleRatio', kind: 'retyped' },
      { from: 'BasisForPreparation', kind: 'rescaled', valueMap: { BasicModuleAndComprehensiveModule: 'OptionBBasicModuleAndComprehensiveModule' } },
    ]),
  })

  it('carry the number as it is, the ratio and the choice to be confirmed', () => {
    expect(told(carried([before, after], rows([answer('NumberOfPermanentContact', 12), answer('FemaleToMaleRatio', 45), answer('BasisForPreparation', 'BasicModuleAndComprehensiveModule')]))))
      .toEqual(['NumberOfPermanentContract=12', 'FemaleToMaleRatio=45!retyped', 'BasisForPreparation="OptionBBasicModuleAndComprehensiveModule"!rescaled'])
  })
})
