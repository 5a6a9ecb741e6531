import { describe, expect, it } from 'vitest'

import { chainedMap, migrationPath } from './chain.ts'
import type { MigrationItem } from './migration-map.ts'
import { migrationMap, newCodes } from './migration-map.ts'
import { criterion, oneToFive, version, withMigration } from './tests/versions.ts'

const kinds = (map: ReturnType<typeof migrationMap>) =>
  Object.fromEntries([...map.fates.values()].map(({ from, kind, routes }) => [from, `${kind} ${routes.map(({ to, confirm }) => `${to}${confirm ? '!' : ''}`).join(' ')}`.trim()]))

const old = version('1.0.0', [criterion('c1'), criterion('c2'), criterion('c3')])

describe('What becomes of an old code without a line', () => {
  it('is the same where the same is asked, whatever its help, place and number', () => {
    const now = version('1.0.1', [criterion('c2', { inspiringQuestions: ['Et vous ?'], number: '2.' }), criterion('c1'), criterion('c3', { weight: 2 })])
    expect(kinds(migrationMap(old, now))).toEqual({ t1: 'same t1', c1: 'same c1', c2: 'same c2', c3: 'same c3' })
  })

  it('is reworded, and to be confirmed, where the words that ask changed', () => {
    const now = version('1.0.1', [criterion('c1', { statement: 'Une phrase de plus' }), criterion('c2', { levelTexts: { 1: 'Rien' } }), criterion('c3')])
    expect(kinds(migrationMap(old, now))).toMatchObject({ c1: 'reworded c1!', c2: 'reworded c2!', c3: 'same c3' })
  })

  it('is rescaled where its values count otherwise, retyped where it is answered otherwise', () => {
    const now = version(
      '2.0.0',
      [criterion('c1'), criterion('c2', { questions: [{ code: 'q', type: 'text', prompt: 'Quoi ?' }] }), criterion('c3')],
      { scales: [{ ...oneToFive, values: oneToFive.values.slice(0, 4) }] },
    )
    expect(kinds(migrationMap(old, now))).toMatchObject({ c1: 'rescaled c1!', c2: 'retyped c2!', c3: 'rescaled c3!' })
  })

  it('is removed, said by nobody, where the code is gone', () => {
    const map = migrationMap(old, version('2.0.0', [criterion('c1'), criterion('c2')]))
    expect(map.fates.get('c3')).toEqual({ from: 'c3', kind: 'removed', routes: [], isDeclared: false })
  })
})

describe('The author’s lines', () => {
  const items: readonly MigrationItem[] = [
    { from: 'c1', to: ['c10'], kind: 'renamed' },
    { from: 'c2', to: ['c20', 'c21'], kind: 'split' },
    { from: 'c3', kind: 'removed' },
  ]
  const now = version('2.0.0', [criterion('c10'), criterion('c20'), criterion('c21'), criterion('c30')], withMigration('1.x', items))

  it('say where codes go, and what is to be confirmed', () => {
    expect(kinds(migrationMap(old, now))).toEqual({ t1: 'same t1', c1: 'renamed c10', c2: 'split c20! c21!', c3: 'removed' })
    expect(newCodes(migrationMap(old, now), now)).toEqual(['c30'])
  })

  it('hold for the versions that they name alone', () => {
    expect(kinds(migrationMap({ ...old, version: '0.9.0' }, now))).toMatchObject({ c1: 'removed' })
  })

  it('may ask to confirm what would not be, and not to confirm what would', () => {
    const lines: readonly MigrationItem[] = [
      { from: 'c1', to: ['c10'], kind: 'renamed', confirm: true },
      { from: 'c2', to: ['c20', 'c21'], kind: 'split', confirm: false },
      { from: 'c3', kind: 'removed' },
    ]
    expect(kinds(migrationMap(old, version('2.0.0', [criterion('c10'), criterion('c20'), criterion('c21')], withMigration('1.0.0', lines)))))
      .toMatchObject({ c1: 'renamed c10!', c2: 'split c20 c21' })
  })
})

describe('The way between distant versions', () => {
  const lines = (from: string, to: string): readonly MigrationItem[] => [{ from, to: [to], kind: 'renamed' }]
  const second = version('2.0.0', [criterion('d1'), criterion('c2'), criterion('c3')], withMigration('1.x', lines('c1', 'd1')))
  const third = version('3.0.0', [criterion('e1'), criterion('c2', { title: 'Autre titre' }), criterion('c3')], withMigration('2.x', lines('d1', 'e1')))
  const straight = version('3.0.0', [criterion('e1'), criterion('c2'), criterion('c3')], withMigration('1.x || 2.x', [...lines('c1', 'e1'), ...lines('d1', 'e1')]))
  const numbers = (documents: readonly { version: string }[]) => documents.map((document) => document.version)

  it('goes through the versions between, each by its own lines', () => {
    expect(numbers(migrationPath([third, old, second], '1.0.0', '3.0.0'))).toEqual(['1.0.0', '2.0.0', '3.0.0'])
    expect(kinds(chainedMap([old, second, third]))).toMatchObject({ c1: 'renamed e1', c2: 'reworded c2!', c3: 'same c3' })
  })

  it('goes straight where the newer version says how', () => {
    expect(numbers(migrationPath([straight, old, second], '1.0.0', '3.0.0'))).toEqual(['1.0.0', '3.0.0'])
  })

  it('leaves out what is newer than the end or older than the start', () => {
    expect(numbers(migrationPath([old, second, third], '1.0.0', '2.0.0'))).toEqual(['1.0.0', '2.0.0'])
    expect(numbers(migrationPath([old, second, third], '2.0.0', '3.0.0'))).toEqual(['2.0.0', '3.0.0'])
  })

  it('takes values through both maps, and what the first leaves through the second', () => {
    const scale = (codes: readonly string[]) => ({ scales: [{ code: 'maturite', label: 'M', values: codes.map((code, score) => ({ code, label: code, score })) }] })
    const rescaled = (from: string, valueMap: Record<string, string | null>) => withMigration(from, [{ from: 'c1', kind: 'rescaled', valueMap }])
    const [a, b, c] = [
      version('1.0.0', [criterion('c1')], scale(['a', 'b', 'z'])),
      version('2.0.0', [criterion('c1')], { ...scale(['m', 'b', 'n']), ...rescaled('1.x', { a: 'm', z: null }) }),
      version('3.0.0', [criterion('c1')], { ...scale(['x', 'y']), ...rescaled('2.x', { m: 'x', b: 'y' }) }),
    ]
    expect(chainedMap([a, b, c]).fates.get('c1')?.routes[0]?.values).toEqual(new Map([['m', 'x'], ['b', 'y'], ['a', 'x'], ['z', null]]))
  })
})
