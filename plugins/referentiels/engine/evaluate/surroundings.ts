import { type Environment, evaluateCondition, evaluateExpression } from '../conditions/evaluate-expression.ts'
import type { Reference } from '../conditions/expression.ts'
import type { Value } from '../conditions/value.ts'
import type { Compiled } from '../compile/compiled.ts'
import type { Condition, Program } from '../compile/program.ts'
import type { AnswerValue, TableRow } from './answers.ts'
import { type Given, no, type Results, unknown, verdicts, yes } from './state.ts'

export const isRows = (value: AnswerValue): value is readonly TableRow[] =>
  Array.isArray(value) && typeof value[0] === 'object'

export const isCodes = (value: AnswerValue): value is readonly string[] =>
  Array.isArray(value) && typeof value[0] !== 'object'

/** An answer as conditions see it: of a quantity its number, of a table the numbers of its rows. */
export const conditionValue = (value: AnswerValue | null): Value => {
  if (value === null || typeof value !== 'object') return value
  if (isCodes(value)) return value
  return isRows(value) ? value.map((_, row) => row + 1) : 'amount' in value ? value.amount : null
}

const answerValue = (value: Value): AnswerValue | null =>
  value !== null && typeof value === 'object' ? value.map(String) : value

/** Evaluates conditions and formulas where they stand: at a node, in a grid, in a row of a table. */
export class Surroundings {
  readonly #compiled: Compiled
  readonly #program: Program
  readonly #given: Given
  readonly #results: Results
  readonly #environment: Environment = { resolve: (reference) => this.#resolve(reference) }
  #node = 0
  #group = -1
  #grid = 0
  /** Of a table's own formulas: its columns, and what its row holds of them. */
  #columns: ReadonlySet<string> | null = null
  #row: ReadonlyMap<string, Value> | null = null

  constructor(compiled: Compiled, given: Given, results: Results) {
    this.#compiled = compiled
    this.#program = compiled.program
    this.#given = given
    this.#results = results
  }

  /** What follows stands at this node, in this place among the grids of a group (-1: in none). */
  stand(node: number, group: number, grid: number): void {
    this.#node = node
    this.#group = group
    this.#grid = grid
    this.#columns = null
  }

  /** Three-valued; no condition holds. */
  ask(condition: Condition): number {
    if (condition === null) return yes
    if (condition === 'unknown') return unknown
    const truth = evaluateCondition(condition, this.#environment)
    return truth === null ? unknown : truth ? yes : no
  }

  /** What a formula gives, or null. */
  compute(formula: Condition): AnswerValue | null {
    if (formula === null || formula === 'unknown') return null
    return answerValue(evaluateExpression(formula, this.#environment))
  }

  /** The rows of a table with their computed cells. */
  withColumns(question: number, rows: readonly TableRow[], formulas: ReadonlyMap<string, Condition>): readonly TableRow[] {
    this.#columns = new Set(this.#compiled.questions[question]?.columns.map(({ code }) => code))
    const computed = rows.map((row) => this.#withCells(row, formulas))
    this.#columns = null
    return computed
  }

  /** A row with its computed cells; each formula sees the row's cells, and those computed before it. */
  #withCells(row: TableRow, formulas: ReadonlyMap<string, Condition>): TableRow {
    const cells = new Map(Object.entries(row))
    const seen = new Map([...cells].map(([code, cell]): [string, Value] => [code, conditionValue(cell)]))
    this.#row = seen
    for (const [code, formula] of formulas) {
      if (formula === null || formula === 'unknown') continue
      const result = evaluateExpression(formula, this.#environment)
      const cell = answerValue(result)
      seen.set(code, result)
      if (cell !== null && !isRows(cell)) cells.set(code, cell)
    }
    return Object.fromEntries(cells)
  }

  #resolve(reference: Reference): Value {
    const program = this.#program
    const results = this.#results
    switch (reference.of) {
      case 'profile':
        return this.#given.profile.get(reference.name) ?? null
      case 'node':
      case 'ancestor':
        return program.factOf(this.#node, reference)
      case 'answer':
        return this.#answer(reference.name)
      case 'overall':
        return known(results.overall[0])
      case 'score': {
        const node = program.nodeIndex.get(reference.name)
        if (node !== undefined) return known(results.scores[node])
        return known(results.questionScores[program.questionIndex.get(reference.name) ?? -1])
      }
      case 'met': {
        const verdict = results.verdicts[program.nodeIndex.get(reference.name) ?? -1] ?? verdicts.none
        return verdict === verdicts.none ? null : isMet(verdict)
      }
    }
  }

  #answer(name: string): Value {
    if (this.#columns?.has(name)) return this.#row?.get(name) ?? null
    const question = this.#program.questionIndex.get(name)
    return question === undefined ? null : this.#answerOf(question)
  }

  /** In a grid the answer of that grid; from outside, the answers of all grids as one list. */
  #answerOf(question: number): Value {
    const { values } = this.#results
    const start = this.#given.layout.questionStarts[question] ?? 0
    const end = this.#given.layout.questionStarts[question + 1] ?? start
    const group = this.#program.questionGroups[question] ?? -1
    if (group === -1) return conditionValue(values[start] ?? null)
    if (group === this.#group) return conditionValue(values[start + this.#grid] ?? null)
    return listOf(values.slice(start, end).map(conditionValue))
  }
}

/** All values as one list, or unknown where there is none. */
const listOf = (values: readonly Value[]): Value => {
  const items = values.flatMap((value): readonly (string | number)[] => {
    if (value === null) return []
    return typeof value === 'object' ? value : [typeof value === 'boolean' ? String(value) : value]
  })
  return items.length === 0 ? null : items
}

const known = (score: number | undefined): number | null => (score === undefined || Number.isNaN(score) ? null : score)

export const isMet = (verdict: number): boolean => verdict === verdicts.met || verdict === verdicts.metSoFar
