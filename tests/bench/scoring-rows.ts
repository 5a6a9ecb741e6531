import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { AnswerRow } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { rescore } from '#plugins/referentiels/engine/evaluate/rescore.ts'

import { largeDocument, levels } from './large-document.ts'
import { measure, type Row } from './row.ts'

/** 1,469 nodes. */
const size = { chapters: 13, objectives: 7, criteria: 15 }

const profile = { public: ['adultes'] }

const answeredBy = ({ questions }: Compiled): readonly AnswerRow[] =>
  questions.map(({ code, index }) => ({ question: code, grid: 0, value: levels[index % levels.length] }))

/** What the page of a diagnostic asks of an evaluation; its sum keeps the work from being optimised away. */
const read = (evaluation: Evaluation): number => {
  let sum = evaluation.complete + evaluation.questions + (evaluation.overall ?? 0)
  for (const spokes of evaluation.axes.values()) for (const { value } of spokes.values()) sum += value ?? 0
  return sum
}

/** Milliseconds that one call takes, over so many. */
const each = (times: number, call: (round: number) => number): number => {
  let sum = 0
  const start = performance.now()
  for (let round = 0; round < times; round += 1) sum += call(round)
  const milliseconds = (performance.now() - start) / times
  if (!Number.isFinite(sum)) throw new Error('A score is not a number.')
  return milliseconds
}

const against = 'parsing its 1,365 answers from JSON'

/** A parse of the answers as a browser would send them: no application code, and work of the same length. */
const parsing = (rows: readonly AnswerRow[]): (() => Promise<number>) => {
  const text = JSON.stringify(rows)
  return async () =>
    each(300, () => {
      const parsed: unknown = JSON.parse(text)
      return Array.isArray(parsed) ? parsed.length : Number.NaN
    })
}

const scoreAll = async (): Promise<Row> => {
  const compiled = compile(largeDocument({ id: 'bench', ...size }))
  const answers = answeredBy(compiled)
  return measure({
    name: 'score-1469',
    unit: 'ms',
    against,
    budget: { atMost: 2.5 },
    subject: async () => each(300, () => read(evaluate(compiled, { profile, answers }))),
    yardstick: parsing(answers),
    rounds: 9,
  })
}

const scoreOne = async (): Promise<Row> => {
  const compiled = compile(largeDocument({ id: 'bench', ...size }))
  const answers = answeredBy(compiled)
  let evaluation = evaluate(compiled, { profile, answers })
  const change = (round: number): number => {
    const { question, grid } = answers[(round * 37) % answers.length] ?? { question: '', grid: 0 }
    evaluation = rescore(compiled, evaluation, { answer: { question, grid, value: levels[round % levels.length] } })
    return (evaluation.scoreOf(question).value ?? 0) + (evaluation.overall ?? 0) + evaluation.complete
  }
  return measure({
    name: 'rescore-1469',
    unit: 'ms',
    against,
    budget: { atMost: 0.15 },
    subject: async () => each(6_000, change),
    yardstick: parsing(answers),
    rounds: 9,
  })
}

/** The engine's benchmarks: they need no application. */
export const scoringBenchmarks: Readonly<Record<string, () => Promise<Row>>> = {
  'score-1469': scoreAll,
  'rescore-1469': scoreOne,
}
