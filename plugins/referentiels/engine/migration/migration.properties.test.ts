import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compile } from '../compile/compile.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { carry } from './carry.ts'
import { chainedMap, composed, identityMap } from './chain.ts'
import type { MigrationItem } from './migration-map.ts'
import { migrationMap } from './migration-map.ts'
import type { Carried, StoredRows } from './stored-rows.ts'
import { answer, assessment, criterion, oneToFive, version, withMigration } from './tests/versions.ts'

const seed = Number(process.env['TEST_SEED'] ?? 1)
const assertAll = <T>(property: fc.IProperty<T>): void => { fc.assert(property, { numRuns: 300, seed }) }

const pool = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const
const types = ['rating', 'scale', 'text', 'multi', 'number', 'table'] as const
const question = (code: string, type: (typeof types)[number]) => ({
  code: `${code}.q`,
  type,
  prompt: 'Quoi ?',
  ...(type === 'scale' ? { scale: 'maturite' } : {}),
  ...(type === 'multi' ? { list: 'choix' } : {}),
  ...(type === 'table' ? { columns: [{ code: 'nom', type: 'text', prompt: 'Nom' }] } : {}),
})

const lists = { lists: [{ code: 'choix', options: ['a', 'b'].map((code) => ({ code, label: code })) }] }

const nodesOf = (plan: ReadonlyMap<string, { type: (typeof types)[number]; title: string; imperative: boolean }>) =>
  [...plan].map(([code, { type, title, imperative }]) =>
    criterion(code, { title, imperative: imperative && (type === 'rating' || type === 'scale'), ...(type === 'rating' ? {} : { questions: [question(code, type)] }) }),
  )

const plan = fc
  .uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 7 })
  .chain((codes) =>
    fc.tuple(...codes.map(() => fc.record({ type: fc.constantFrom(...types), title: fc.constantFrom('Un', 'Deux'), imperative: fc.boolean() })))
      .map((parts) => new Map(codes.map((code, place) => [code, parts[place] ?? { type: 'rating' as const, title: 'Un', imperative: false }]))),
  )

const codesOf = ({ nodes }: ReferentielDocument) => nodes.flatMap((node) => [node.code, ...(node.questions ?? []).map(({ code }) => code)])

/** Lines for some old codes, of any kind, to codes of the new version. */
const lines = (before: ReferentielDocument, after: ReferentielDocument): fc.Arbitrary<readonly MigrationItem[]> => {
  const to = fc.constantFrom(...codesOf(after))
  const values = fc.option(fc.dictionary(fc.constantFrom('1', '2', '3', 'a', 'true'), fc.constantFrom('1', '2', '4', 'b', null), { maxKeys: 3 }), { nil: undefined })
  const item = fc.record({
    from: fc.constantFrom(...codesOf(before)),
    to: fc.uniqueArray(to, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom('renamed' as const, 'split' as const, 'merged' as const, 'rescaled' as const, 'retyped' as const, 'removed' as const),
    valueMap: values,
  })
  return fc.uniqueArray(item, { maxLength: 8, selector: ({ from }) => from })
    .map((items) => items.map(({ valueMap, ...rest }) => ({ ...rest, to: rest.kind === 'removed' ? [] : rest.to, ...(valueMap && { valueMap }) })))
}

const next = (before: ReferentielDocument, number: string): fc.Arbitrary<ReferentielDocument> =>
  plan.chain((after) => {
    const bare = version(number, nodesOf(after), lists)
    return lines(before, bare).map((items) => version(number, nodesOf(after), { ...lists, ...(items.length === 0 ? {} : withMigration(`=${before.version}`, items)) }))
  })

const first = plan.map((nodes) => version('1.0.0', nodesOf(nodes), lists))

const value = fc.oneof(fc.constantFrom(...oneToFive.values.map(({ code }) => code), 'a', 'Un texte'), fc.integer({ min: 0, max: 9 }), fc.constant(['a']), fc.constant(['a', 'b']), fc.constant([{ nom: 'Siège' }]), fc.boolean())

/** Rows as they may be stored: of the codes asked, and of some that are not. */
const stored = (document: ReferentielDocument): fc.Arbitrary<StoredRows> =>
  fc.record({
    answers: fc.uniqueArray(
      fc.record({ question: fc.constantFrom(...codesOf(document), 'ailleurs'), value, comment: fc.constantFrom(null, 'Un mot', 'Un autre') }),
      { maxLength: 8, selector: ({ question: code }) => code },
    ).map((all) => all.map(({ question: code, ...rest }) => answer(code, rest.value, { comment: rest.comment }))),
    assessments: fc.uniqueArray(
      fc.record({ code: fc.constantFrom(...pool), notConcerned: fc.boolean(), practices: fc.constantFrom(null, 'Un comité', 'Une charte'), target: fc.constantFrom(null, '3', '5') }),
      { maxLength: 5, selector: ({ code }) => code },
    ).map((all) => all.map(({ code, ...rest }) => assessment(code, { ...rest, reason: rest.notConcerned ? `Raison ${code}` : null }))),
    grids: fc.constant([]),
  })

const move = fc
  .tuple(first)
  .chain(([before]) => fc.tuple(fc.constant(before), next(before, '2.0.0'), stored(before)))

const saidBy = (rows: StoredRows) => [
  ...rows.answers.map(({ question: code, grid }) => `answer ${code}@${grid}`),
  ...rows.assessments
    .filter(({ notConcerned, practices, target, reason }) => notConcerned || [practices, target, reason].some((text) => text !== null))
    .map(({ criterion: code }) => `assessment ${code}`),
]

const places = ({ outcomes }: Carried) => outcomes.map(({ row }) => (row.kind === 'answer' ? `answer ${row.question}@${row.grid}` : `assessment ${row.criterion}`))

describe('Any move between any two versions', () => {
  it('tells what became of each old row, once', () => {
    assertAll(fc.property(move, ([before, after, rows]) => {
      const moved = carry(rows, { map: migrationMap(before, after), compiled: compile(after) })
      expect(places(moved).toSorted()).toEqual(saidBy(rows).toSorted())
    }))
  })

  it('has a carried row for each place that an outcome names, and an outcome for each source of a carried row', () => {
    assertAll(fc.property(move, ([before, after, rows]) => {
      const moved = carry(rows, { map: migrationMap(before, after), compiled: compile(after) })
      for (const { row, to, status } of moved.outcomes) {
        expect(status === 'setAside').toBe(to.length === 0)
        for (const code of to) {
          const there = row.kind === 'answer'
            ? moved.answers.filter(({ question: at, from }) => at === code && from.some((each) => each.question === row.question && each.grid === row.grid))
            : moved.assessments.filter(({ criterion: at, from }) => at === code && from.includes(row.criterion))
          expect(there).not.toEqual([])
        }
      }
      expect(moved.answers.every(({ from }) => from.length > 0)).toBe(true)
    }))
  })

  it('loses no comment and no text of practices that it does not set aside', () => {
    assertAll(fc.property(move, ([before, after, rows]) => {
      const moved = carry(rows, { map: migrationMap(before, after), compiled: compile(after) })
      for (const { row, to } of moved.outcomes) {
        if (row.kind === 'answer') {
          const comment = rows.answers.find((each) => each.question === row.question)?.comment ?? ''
          for (const code of to) expect(moved.answers.find(({ question: at }) => at === code)?.comment ?? '').toContain(comment)
        } else {
          const practices = rows.assessments.find((each) => each.criterion === row.criterion)?.practices ?? ''
          for (const code of to) expect(moved.assessments.find(({ criterion: at }) => at === code)?.practices ?? '').toContain(practices)
        }
      }
    }))
  })

  it('writes only what the new version accepts, at each place once', () => {
    assertAll(fc.property(move, ([before, after, rows]) => {
      const compiled = compile(after)
      const moved = carry(rows, { map: migrationMap(before, after), compiled })
      const keys = moved.answers.map(({ question: code, grid }) => `${grid}:${code}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(moved.answers.filter(({ question: code }) => !compiled.questionByCode.has(code))).toEqual([])
      expect(moved.assessments.filter(({ criterion: code }) => !compiled.criteria.some((node) => node.code === code))).toEqual([])
    }))
  })
})

describe('The identity', () => {
  it('carries every sound row as it is, and nothing is to be confirmed', () => {
    assertAll(fc.property(first.chain((document) => fc.tuple(fc.constant(document), stored(document))), ([document, rows]) => {
      const compiled = compile(document)
      // What the document forbids is set aside by the first move: what is left is sound.
      const sound = carry(rows, { map: identityMap(document), compiled })
      const answers = sound.answers.map((row) => ({ ...row, toConfirm: null }))
      const assessments = sound.assessments.map((row) => ({ ...row, toConfirm: null }))
      const moved = carry({ answers, assessments, grids: sound.grids }, { map: identityMap(document), compiled })
      expect(moved.answers).toEqual(answers.map((row) => ({ ...row, isVerbatim: true })))
      expect(moved.assessments).toEqual(assessments)
      expect(moved.outcomes.every(({ status }) => status === 'carried')).toBe(true)
    }))
  })

  it('changes no map that it is composed with', () => {
    assertAll(fc.property(move, ([before, after]) => {
      const map = migrationMap(before, after)
      const bare = (composedMap: ReturnType<typeof migrationMap>) => [...composedMap.fates].map(([code, { routes }]) => [code, routes.map(({ to, confirm, kind }) => [to, confirm, kind])])
      expect(bare(composed(identityMap(before), map))).toEqual(bare(map))
      expect(bare(composed(map, identityMap(after)))).toEqual(bare(map))
    }))
  })
})

describe('Chains', () => {
  const chain = move.chain(([before, middle]) => fc.tuple(fc.constant(before), fc.constant(middle), next(middle, '3.0.0'), next(middle, '3.0.0').chain((last) => next(last, '4.0.0').map((end) => [last, end] as const))))

  it('lead where one step after the other leads', () => {
    assertAll(fc.property(chain, ([before, middle, after]) => {
      const [one, two] = [migrationMap(before, middle), migrationMap(middle, after)]
      for (const [code, { routes }] of chainedMap([before, middle, after]).fates) {
        const steps = (one.fates.get(code)?.routes ?? []).flatMap(({ to }) => (two.fates.get(to)?.routes ?? []).map((route) => route.to))
        expect(new Set(routes.map(({ to }) => to))).toEqual(new Set(steps))
      }
    }))
  })

  it('compose alike from either side', () => {
    assertAll(fc.property(chain, ([before, middle, , [third, fourth]]) => {
      const [a, b, c] = [migrationMap(before, middle), migrationMap(middle, third), migrationMap(third, fourth)]
      const bare = (map: ReturnType<typeof migrationMap>) => [...map.fates].map(([code, { kind, routes }]) => [code, kind, routes.map(({ to, confirm }) => [to, confirm])])
      expect(bare(composed(composed(a, b), c))).toEqual(bare(composed(a, composed(b, c))))
    }))
  })
})
