import type { Reference } from '../conditions/expression.ts'
import { referencesOf } from '../conditions/references-of.ts'
import type { ProgramSources } from './build-program.ts'
import { applicabilityTask, type Condition, overallTask, type Program, questionTask, scoreTask } from './program.ts'
import { type Reading, type Schedule, scheduleOf } from './schedule.ts'

/** The conditions and formulas of a document, each with the task that asks it and where it is kept. */
export class Expressions {
  readonly ofNodes: Condition[]
  readonly ofQuestions: Condition[]
  readonly formulas: Condition[]
  readonly ofValues: (Map<string, Condition> | null)[]
  readonly ofColumns: (Map<string, Condition> | null)[]
  readonly ofOutcomes: readonly Condition[]
  /** Question → the codes of its columns. */
  readonly columns: readonly (ReadonlySet<string> | undefined)[]

  constructor({ trees, asked, questions, rules, read, valueConditions }: ProgramSources) {
    this.ofNodes = trees.map(({ node }) => read(node.appliesIf))
    this.ofQuestions = asked.map((question) => read(question.appliesIf))
    this.formulas = asked.map((question) => (question.type === 'computed' ? (read(question.formula) ?? 'unknown') : null))
    this.ofValues = questions.map((question) => {
      const conditions = question.scale === null ? [] : (valueConditions.get(question.scale) ?? [])
      const open = question.values.flatMap(({ code, allowed }, place): [string, Condition][] =>
        allowed === 'depends' ? [[code, conditions[place] ?? null]] : [],
      )
      return open.length === 0 ? null : new Map(open)
    })
    this.ofColumns = asked.map((question) => {
      const computed = (question.columns ?? []).flatMap(({ code, type, formula }): [string, Condition][] =>
        type === 'computed' ? [[code, read(formula) ?? 'unknown']] : [],
      )
      return computed.length === 0 ? null : new Map(computed)
    })
    this.columns = questions.map(({ columns }) => (columns.length === 0 ? undefined : new Set(columns.map(({ code }) => code))))
    this.ofOutcomes = (rules.outcomes ?? []).map(({ when }) => read(when))
  }

  /** Every place where an expression stands. */
  *places(size: Pick<Program, 'nodeCount'>): Iterable<ExpressionPlace> {
    for (const list of [this.ofNodes, this.ofQuestions, this.formulas]) {
      for (const [index, condition] of list.entries()) {
        const task = list === this.ofNodes ? applicabilityTask(index) : questionTask(size, index)
        yield { task, condition, columns: noColumns, forget: () => (list[index] = 'unknown') }
      }
    }
    for (const list of [this.ofValues, this.ofColumns]) {
      for (const [index, byCode] of list.entries()) {
        const columns = list === this.ofColumns ? this.columns[index] : undefined
        for (const [code, condition] of byCode ?? []) {
          const task = questionTask(size, index)
          yield { task, condition, columns: columns ?? noColumns, forget: () => byCode?.set(code, 'unknown') }
        }
      }
    }
  }
}

type ExpressionPlace = {
  readonly task: number
  readonly condition: Condition
  /** Columns that it may name as answers of its row. */
  readonly columns: ReadonlySet<string>
  /** Makes it unknown. */
  readonly forget: () => void
}

const noColumns: ReadonlySet<string> = new Set()

type Names = Pick<Program, 'nodeCount' | 'questionCount' | 'nodeIndex' | 'questionIndex'>

/** The task whose result a reference reads, or undefined where it reads none. */
const taskRead = (reference: Reference, names: Names): number | undefined => {
  const question = (name: string) => names.questionIndex.get(name)
  switch (reference.of) {
    case 'profile':
    case 'node':
    case 'ancestor':
      return undefined
    case 'overall':
      return overallTask(names)
    case 'answer': {
      const found = question(reference.name)
      return found === undefined ? undefined : questionTask(names, found)
    }
    case 'score':
    case 'met': {
      const node = names.nodeIndex.get(reference.name)
      if (node !== undefined) return scoreTask(names, node)
      const found = question(reference.name)
      return found === undefined ? undefined : questionTask(names, found)
    }
  }
}

/** The order of all tasks; an expression that would need its own result becomes unknown. */
export const scheduled = (expressions: Expressions, tree: readonly (readonly number[])[], names: Names): Schedule => {
  const forget = new Map<Reading, () => void>()
  for (const place of expressions.places(names)) {
    if (place.condition === null || place.condition === 'unknown') continue
    const needs = referencesOf(place.condition)
      .filter((reference) => !(reference.of === 'answer' && place.columns.has(reference.name)))
      .flatMap((reference) => taskRead(reference, names) ?? [])
    if (needs.length > 0) forget.set({ task: place.task, needs }, place.forget)
  }
  const schedule = scheduleOf(tree, [...forget.keys()])
  for (const loop of schedule.loops) forget.get(loop)?.()
  return schedule
}
