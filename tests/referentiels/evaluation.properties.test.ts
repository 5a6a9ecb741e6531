import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import type { AnswerRow, Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { type Change, rescore } from '#plugins/referentiels/engine/evaluate/rescore.ts'
import { rated, sampleDocument, theme } from '#plugins/referentiels/engine/tests/sample-document.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'

import { hasDocument } from '../support/has-essms-document.ts'
import { samples } from '../support/sample.ts'

const fixture = 'tests/fixtures/referentiels/accueil-inclusif.yaml'
const { document: welcome } = checkSource({ file: fixture, text: readFileSync(fixture) })
if (welcome === undefined) throw new Error(`${fixture} is not sound.`)

/** Everything that an evaluation tells, to be compared. */
const told = (evaluation: Evaluation) => {
  const { compiled } = evaluation
  const spokes = [...evaluation.axes].flatMap(([axis, own]) =>
    [...own].map(([code, { value, answered, applicable, distributions }]) => ({ axis, code, value, answered, applicable, distributions })),
  )
  return {
    nodes: compiled.nodes.map(({ code }) => [
      code,
      evaluation.applicabilityOf(code),
      evaluation.reasonOf(code),
      evaluation.scoreOf(code),
      evaluation.imperativeOf(code),
      evaluation.progressOf(code),
      evaluation.gridsOf(code),
    ]),
    questions: compiled.questions.map(({ code, node, repeatedBy }) => {
      const grids = repeatedBy === null ? [0] : evaluation.gridsOf(repeatedBy)
      return [code, node, ...grids.map((grid) => [grid, evaluation.isVisible(code, grid), evaluation.answerOf(code, grid)])]
    }),
    spokes,
    overall: evaluation.overall,
    shown: evaluation.questions,
    progress: evaluation.progress,
    outcomes: evaluation.outcomes,
    findings: evaluation.findings.map((finding) => JSON.stringify(finding)).sort(),
  }
}

/** Values of every type: some that a question takes, some that it refuses. */
const values = (compiled: Compiled) => {
  const codes = compiled.questions.flatMap(({ values: own, options }) => [...own, ...options].map(({ code }) => code))
  const cells = fc.record({ 'obstacle.nom': fc.constantFrom('Marche', 'Porte'), 'obstacle.cout': fc.integer({ min: -1, max: 9 }), 'obstacle.aide': fc.constantFrom(0, 50) }, { requiredKeys: [] })
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...codes) },
    { weight: 2, arbitrary: fc.boolean() },
    { weight: 3, arbitrary: fc.integer({ min: -1, max: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(null, 'elsewhere', '2026-11-25', {}, []) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(cells, { maxLength: 3 }) },
  )
}

const answerRows = (compiled: Compiled): fc.Arbitrary<AnswerRow> =>
  fc.constantFrom(...compiled.questions).chain((question) =>
    fc.record({
      question: fc.constant(question.code),
      grid: question.repeatedBy === null ? fc.constant(0) : fc.integer({ min: 0, max: 3 }),
      value: fc.oneof(
        { weight: 3, arbitrary: question.values.length > 0 ? fc.constantFrom(...question.values.map(({ code }) => code)) : values(compiled) },
        { weight: 1, arbitrary: values(compiled) },
      ),
      comment: fc.constantFrom(null, '', 'Parce que.'),
    }),
  )

const changes = (compiled: Compiled): fc.Arbitrary<Change> =>
  fc.oneof(
    { weight: 6, arbitrary: answerRows(compiled).map((answer) => ({ answer })) },
    {
      weight: 1,
      arbitrary: fc.record({
        criterion: fc.constantFrom(...compiled.criteria.map(({ code }) => code)),
        notConcerned: fc.constantFrom(null, ' ', 'Sans objet.'),
      }),
    },
  )

const profiles = (compiled: Compiled): fc.Arbitrary<Profile> =>
  fc.record(
    Object.fromEntries(
      compiled.profileFields.map((field) => [
        field.code,
        field.type === 'number'
          ? fc.integer({ min: 0, max: 5 }).map((count) => [count])
          : field.type === 'boolean'
            ? fc.boolean().map((is) => [is])
            : fc.subarray(field.options.map(({ code }) => code)),
      ]),
    ),
    { requiredKeys: [] },
  )

/** What the changes add up to, as one input. */
const summedUp = (compiled: Compiled, all: readonly Change[]) => {
  const rows = new Map<string, AnswerRow>()
  const notConcerned = new Map<string, string>()
  for (const change of all) {
    if ('answer' in change) {
      const { question, grid } = change.answer
      const isRepeated = compiled.questionByCode.get(question)?.repeatedBy !== null
      rows.set(`${question} ${isRepeated && grid === 0 ? 1 : grid}`, change.answer)
    } else if (change.notConcerned === null) notConcerned.delete(change.criterion)
    else notConcerned.set(change.criterion, change.notConcerned)
  }
  return { answers: [...rows.values()], notConcerned: Object.fromEntries(notConcerned) }
}

describe.each([
  ['three levels, grids, conditions, tables', welcome, undefined],
  ['the same under its first rules', welcome, '1.0.0'],
  ['the évaluation of health services', hasDocument, undefined],
])('one change at a time (%s)', (_, document, rulesVersion) => {
  const compiled = compile(document, { rulesVersion })

  it('comes to the same as everything at once', () => {
    fc.assert(
      fc.property(profiles(compiled), fc.array(changes(compiled), { minLength: 1, maxLength: 30 }), (profile, all) => {
        const stepwise = all.reduce((evaluation, change) => rescore(compiled, evaluation, change), evaluate(compiled, { profile }))
        expect(told(stepwise)).toEqual(told(evaluate(compiled, { profile, ...summedUp(compiled, all) })))
      }),
      samples({ sample: 25, full: 2_000 }),
    )
  })

  it('leaves the evaluation before the change as it was', () => {
    fc.assert(
      fc.property(changes(compiled), changes(compiled), (first, second) => {
        const before = rescore(compiled, evaluate(compiled, {}), first)
        const was = told(before)
        rescore(compiled, before, second)
        expect(told(before)).toEqual(was)
      }),
      samples({ sample: 10, full: 500 }),
    )
  })

  it('depends neither on the order of the answers nor on that of the file', () => {
    fc.assert(
      fc.property(
        profiles(compiled),
        fc.uniqueArray(answerRows(compiled), { maxLength: 40, selector: ({ question, grid }) => `${question} ${grid}` }),
        fc.infiniteStream(fc.nat()),
        (profile, rows, keys) => {
          const all = rows.filter(({ grid }) => grid > 0 || !rows.some((row) => row.grid === 1))
          const shuffled = <T>(items: readonly T[]) =>
            items
              .map((item) => ({ item, key: keys.next().value ?? 0 }))
              .sort((one, other) => one.key - other.key)
              .map(({ item }) => item)
          const nodes = shuffled(document.nodes.map((node, place) => ({ ...node, order: node.order ?? place })))
          const reordered = compile({ ...document, nodes }, { rulesVersion })
          const one = evaluate(compiled, { profile, answers: all })
          expect(told(evaluate(reordered, { profile, answers: shuffled(all) }))).toEqual(told(one))
        },
      ),
      samples({ sample: 10, full: 500 }),
    )
  })
})

type Branch = { readonly children: readonly Branch[]; readonly weight: number; readonly level: number | null }

/** Trees of themes down to criteria, each with a weight and a level or none. */
const branches = (depth: number): fc.Arbitrary<readonly Branch[]> =>
  fc.array(
    fc.record({
      children: depth === 0 ? fc.constant([]) : branches(depth - 1),
      weight: fc.constantFrom(0, 0.5, 1, 1, 3),
      level: fc.constantFrom(null, 1, 2, 3, 4),
    }),
    { maxLength: 4 },
  )

const documentOf = (
  roots: readonly Branch[],
  round: { decimals: number } | undefined,
  method: 'weightedMean' | 'median' | 'min' | 'max',
) => {
  const nodes: ReferentielDocument['nodes'] = []
  const answers: Record<string, string> = {}
  const add = ({ children, weight, level }: Branch, parent: string | undefined) => {
    const code = `n${nodes.length}`
    if (children.length === 0) {
      nodes.push(rated(code, { parent, weight }))
      if (level !== null) answers[code] = String(level)
    } else nodes.push(theme(code, { parent, weight }))
    for (const child of children) add(child, code)
  }
  for (const one of roots) add(one, undefined)
  const document = sampleDocument(nodes, {
    scoring: {
      current: '1.0.0',
      rules: [
        {
          rulesVersion: '1.0.0',
          aggregate: [
            { kind: 'criterion', from: 'questions', method: 'weightedMean' },
            { kind: 'theme', from: 'children', method, round },
          ],
        },
      ],
    },
  })
  return { compiled: compile(document), answers }
}

const trees = fc
  .tuple(
    branches(3),
    fc.constantFrom(undefined, { decimals: 0 }, { decimals: 2 }),
    fc.constantFrom('weightedMean' as const, 'median' as const, 'min' as const, 'max' as const),
  )
  .map((parts) => documentOf(...parts))

describe('a score', () => {
  it('lies between the lowest and the highest that it gathers', () => {
    fc.assert(
      fc.property(trees, ({ compiled, answers }) => {
        const evaluation = evaluate(compiled, { answers })
        for (const node of compiled.nodes) {
          const { value } = evaluation.scoreOf(node.code)
          if (value === null) continue
          expect(value).toBeGreaterThanOrEqual(1 - 1e-9)
          expect(value).toBeLessThanOrEqual(4 + 1e-9)
        }
      }),
      samples({ sample: 100, full: 5_000 }),
    )
  })

  it('is there exactly where something that counts is scored below', () => {
    fc.assert(
      fc.property(trees, ({ compiled, answers }) => {
        const evaluation = evaluate(compiled, { answers })
        const scored = (code: string): boolean => {
          const node = compiled.nodeByCode.get(code)
          if (node === undefined) return false
          if (node.children.length === 0) return code in answers
          return node.children.some((child) => (compiled.nodeByCode.get(child)?.weight ?? 0) > 0 && scored(child))
        }
        for (const { code } of compiled.nodes) expect(evaluation.scoreOf(code).value !== null).toBe(scored(code))
      }),
      samples({ sample: 100, full: 5_000 }),
    )
  })

  it('never falls when an answer rises', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ({ compiled, answers }, place) => {
        const lower = Object.entries(answers).filter(([, level]) => level !== '4')
        const [code, level] = lower[place % Math.max(1, lower.length)] ?? []
        fc.pre(code !== undefined)
        const before = evaluate(compiled, { answers })
        const after = evaluate(compiled, { answers: { ...answers, [code]: String(Number(level) + 1) } })
        for (const node of compiled.nodes) {
          const was = before.scoreOf(node.code).value
          if (was !== null) expect(after.scoreOf(node.code).value).toBeGreaterThanOrEqual(was - 1e-9)
        }
      }),
      samples({ sample: 100, full: 5_000 }),
    )
  })
})
