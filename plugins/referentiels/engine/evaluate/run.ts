import { numberOf, overlaps } from '../conditions/value.ts'
import type { Compiled } from '../compile/compiled.ts'
import type { Program } from '../compile/program.ts'
import { gather } from './aggregate.ts'
import type { AnswerValue } from './answers.ts'
import { PlacesDue } from './places-due.ts'
import { roundScore } from './round-score.ts'
import { type Given, no, type Results, unknown, verdicts, yes } from './state.ts'
import { conditionValue, isCodes, isRows, Surroundings } from './surroundings.ts'

const isSame = (one: number, other: number): boolean => one === other || (one !== one && other !== other)

const both = (one: number, other: number): number => (one === no || other === no ? no : one === unknown ? one : other)

/** Computes the parts of an evaluation into `results`, in an order where each part finds what it needs. */
export class Run {
  readonly #compiled: Compiled
  readonly #program: Program
  readonly #given: Given
  readonly #results: Results
  readonly #surroundings: Surroundings

  constructor(compiled: Compiled, given: Given, results: Results) {
    this.#compiled = compiled
    this.#program = compiled.program
    this.#given = given
    this.#results = results
    this.#surroundings = new Surroundings(compiled, given, results)
  }

  /** Computes everything. */
  all(): void {
    for (const task of this.#program.schedule.order) this.#compute(task)
  }

  /** Computes what changes when these parts do; they themselves are taken as changed. */
  from(tasks: readonly number[]): void {
    const { order, places, dependents } = this.#program.schedule
    const isFirst = new Set(tasks)
    const due = new PlacesDue()
    for (const task of tasks) due.add(places[task] ?? 0)
    for (let place = due.take(); place !== undefined; place = due.take()) {
      const task = order[place] ?? 0
      if (!this.#compute(task) && !isFirst.has(task)) continue
      for (const dependent of dependents[task] ?? []) due.add(places[dependent] ?? 0)
    }
  }

  /** Whether a condition of the whole holds: one of an outcome. */
  holds(condition: Program['outcomeConditions'][number]): boolean {
    this.#surroundings.stand(0, -1, 0)
    return this.#surroundings.ask(condition) === yes
  }

  /** @returns whether the result is another one than before */
  #compute(task: number): boolean {
    const { nodeCount, questionCount } = this.#program
    if (task < nodeCount) return this.#applicability(task)
    if (task < nodeCount + questionCount) return this.#question(task - nodeCount)
    const node = task - nodeCount - questionCount
    return node < nodeCount ? this.#score(node) : this.#overall()
  }

  #applicability(node: number): boolean {
    const { nodeGroups, nodeConditions, parents } = this.#program
    const { applies } = this.#results
    const { nodeStarts } = this.#given.layout
    const parent = parents[node] ?? -1
    const condition = nodeConditions[node] ?? null
    const start = nodeStarts[node] ?? 0
    const end = nodeStarts[node + 1] ?? start
    const own = this.#profileAllows(node)
    const parentStart = nodeStarts[parent] ?? 0
    const parentStep = parent >= 0 && nodeGroups[parent] === nodeGroups[node] ? 1 : 0
    let isChanged = false
    for (let slot = start; slot < end; slot += 1) {
      const above = parent < 0 ? yes : (applies[parentStart + parentStep * (slot - start)] ?? no)
      let result = both(above, own)
      if (condition !== null && result !== no) {
        this.#surroundings.stand(node, nodeGroups[node] ?? -1, slot - start)
        result = both(result, this.#surroundings.ask(condition))
      }
      isChanged ||= applies[slot] !== result
      applies[slot] = result
    }
    return isChanged
  }

  /** Fields join by and, values of one field by or; a field that isn't filled in is unknown. */
  #profileAllows(node: number): number {
    let result: number = yes
    for (const { field, values } of this.#program.profileRules[node] ?? []) {
      const common = overlaps(this.#given.profile.get(field) ?? null, values)
      if (common === false) return no
      if (common === null) result = unknown
    }
    return result
  }

  #question(question: number): boolean {
    const { questionGroups, questionNodes, nodeGroups, questionConditions } = this.#program
    const results = this.#results
    const given = this.#given
    const { questionStarts, nodeStarts } = given.layout
    const node = questionNodes[question] ?? 0
    const group = questionGroups[question] ?? -1
    const start = questionStarts[question] ?? 0
    const end = questionStarts[question + 1] ?? start
    const nodeStart = nodeStarts[node] ?? 0
    const nodeStep = nodeGroups[node] === group ? 1 : 0
    const condition = questionConditions[question] ?? null
    const isLeftOut = given.isLeftOut[node] === 1
    let isChanged = false
    for (let slot = start; slot < end; slot += 1) {
      this.#surroundings.stand(node, group, slot - start)
      const shown = results.applies[nodeStart + nodeStep * (slot - start)] ?? no
      const visible = condition === null || shown === no ? shown : both(shown, this.#surroundings.ask(condition))
      const forbidden = this.#isForbidden(question, given.answers[slot] ?? null) ? 1 : 0
      const counts = visible !== no && !isLeftOut && forbidden === 0
      const value = counts ? this.#valueAt(question, slot) : null
      const score = value === null ? Number.NaN : this.#scoreOfValue(question, value)
      isChanged ||=
        results.visible[slot] !== visible ||
        results.forbidden[slot] !== forbidden ||
        results.values[slot] !== value ||
        !isSame(results.slotScores[slot] ?? Number.NaN, score)
      results.visible[slot] = visible
      results.forbidden[slot] = forbidden
      results.values[slot] = value
      results.slotScores[slot] = score
    }
    results.questionScores[question] = this.#meanOfGrids(start, end)
    return isChanged
  }

  #isForbidden(question: number, value: AnswerValue | null): boolean {
    const conditions = this.#program.valueConditions[question] ?? null
    if (conditions === null || typeof value !== 'string') return false
    return this.#surroundings.ask(conditions.get(value) ?? null) === no
  }

  /** Values of a question that may be chosen in one grid. */
  allowedValues(question: number, grid: number): readonly string[] {
    const { questionNodes, questionGroups } = this.#program
    this.#surroundings.stand(questionNodes[question] ?? 0, questionGroups[question] ?? -1, grid)
    const values = this.#compiled.questions[question]?.values ?? []
    return values
      .filter(({ code, allowed }) => allowed === 'always' || (allowed === 'depends' && !this.#isForbidden(question, code)))
      .map(({ code }) => code)
  }

  #valueAt(question: number, slot: number): AnswerValue | null {
    const formula = this.#program.formulas[question] ?? null
    if (formula !== null) return this.#surroundings.compute(formula)
    const value = this.#given.answers[slot] ?? null
    const columns = this.#program.columnFormulas[question] ?? null
    return value !== null && columns !== null && isRows(value) ? this.#surroundings.withColumns(question, value, columns) : value
  }

  #scoreOfValue(question: number, value: AnswerValue): number {
    if (!this.#program.isScored[question]) return Number.NaN
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return value ? 1 : 0
    const field = this.#compiled.questions[question]
    if (field === undefined) return Number.NaN
    if (field.type === 'computed') return numberOf(conditionValue(value)) ?? Number.NaN
    const choices = this.#program.choices.get(field)
    if (typeof value === 'string') return choices?.get(value)?.score ?? Number.NaN
    if (!isCodes(value)) return 'amount' in value ? value.amount : Number.NaN
    const scores = value.map((code) => choices?.get(code)?.score ?? Number.NaN).filter((score) => score === score)
    return scores.length === 0 ? Number.NaN : scores.reduce((sum, score) => sum + score)
  }

  #meanOfGrids(start: number, end: number): number {
    const { slotScores } = this.#results
    const { normalise } = this.#program
    let sum = 0
    let count = 0
    for (let slot = start; slot < end; slot += 1) {
      const score = slotScores[slot] ?? Number.NaN
      if (score !== score) continue
      sum += score
      count += 1
    }
    const mean = sum / count
    return normalise === null ? mean : mean * normalise.factor + normalise.offset
  }

  #score(node: number): boolean {
    const { scores, verdicts: judged } = this.#results
    const score = this.#aggregate(node)
    const verdict = this.#judge(node, score)
    const isChanged = !isSame(scores[node] ?? Number.NaN, score) || judged[node] !== verdict
    scores[node] = score
    judged[node] = verdict
    return isChanged
  }

  #aggregate(node: number): number {
    const { aggregations, scoredQuestions, children, questionWeights, nodeWeights } = this.#program
    const aggregation = aggregations[node] ?? null
    if (aggregation === null) return Number.NaN
    const { from, method, round } = aggregation
    const [terms, values, weights] =
      from === 'questions'
        ? [scoredQuestions[node] ?? [], this.#results.questionScores, questionWeights]
        : [children[node] ?? [], this.#results.scores, nodeWeights]
    const score = gather(method, terms, values, weights)
    return round === undefined ? score : roundScore(score, round)
  }

  #judge(node: number, score: number): number {
    const { imperative, imperativeQuestions, highestScores } = this.#program
    const questions = imperativeQuestions[node] ?? null
    if (questions === null || imperative === null) return verdicts.none
    let isScored = false
    let isMissing = false
    let isBelow = false
    for (const question of questions) {
      const highest = highestScores[question] ?? Number.NaN
      const start = this.#given.layout.questionStarts[question] ?? 0
      const end = this.#given.layout.questionStarts[question + 1] ?? start
      for (let slot = start; slot < end; slot += 1) {
        const own = this.#results.slotScores[slot] ?? Number.NaN
        if (this.#isMissing(question, slot)) isMissing = true
        if (own !== own) continue
        isScored = true
        if (own < highest) isBelow = true
      }
    }
    if (!isScored) return verdicts.none
    if (imperative.metWhen === 'all-max') {
      if (isBelow) return verdicts.notMet
      return isMissing ? verdicts.notMetSoFar : verdicts.met
    }
    if (imperative.threshold === undefined || score !== score) return verdicts.none
    const isReached = score >= imperative.threshold
    if (isMissing) return isReached ? verdicts.metSoFar : verdicts.notMetSoFar
    return isReached ? verdicts.met : verdicts.notMet
  }

  #isMissing(question: number, slot: number): boolean {
    const node = this.#program.questionNodes[question] ?? 0
    return (
      this.#results.values[slot] === null &&
      this.#results.visible[slot] === yes &&
      this.#given.isLeftOut[node] === 0 &&
      this.#compiled.questions[question]?.isOptional === false
    )
  }

  #overall(): boolean {
    const { tops, nodeWeights } = this.#program
    const { scores, overall } = this.#results
    const score = gather('weightedMean', tops, scores, nodeWeights)
    const isChanged = !isSame(overall[0] ?? Number.NaN, score)
    overall[0] = score
    return isChanged
  }
}
