import type { AncestorReference, Expression, NodeReference } from '../conditions/expression.ts'
import type { Value } from '../conditions/value.ts'
import type { Aggregate, RuleSet } from '../document/scoring.schema.ts'
import type { Allowed, CompiledField } from './compiled.ts'
import type { Schedule } from './schedule.ts'

/** `unknown`: it can't be read, or needs its own result. Null: there is none. */
export type Condition = Expression | 'unknown' | null

export type ProfileRule = { readonly field: string; readonly values: readonly string[] }

/** How a node's score comes from what it gathers. */
export type Aggregation = Pick<Aggregate, 'from' | 'method' | 'round'>

/** Grids below a node. */
export type GridGroup = { readonly node: number; readonly min: number; readonly max: number | null }

/** One value of a scale, or one option of a list. */
export type Choice = {
  /** NaN for none. */
  readonly score: number
  readonly allowed: Allowed
  readonly needsComment: boolean
  readonly isExclusive: boolean
}

/** A run of places, the last one excluded. */
export type Range = { readonly start: number; readonly end: number }

export type SpokePlan = {
  readonly code: string
  /** The node whose score it shows, or -1: the mean of its criteria. */
  readonly node: number
  readonly criteria: readonly number[]
  /** The questions that it counts, none of them twice. */
  readonly questions: readonly Range[]
}

/**
 * The document as `evaluate` runs it: everything by index of node or question, nothing by name. Tasks number the
 * applicability of every node, then every question, then the score of every node, then the overall mark.
 */
export type Program = {
  readonly nodeCount: number
  readonly questionCount: number
  /** -1 for a root. */
  readonly parents: Int32Array
  readonly profileRules: readonly (readonly ProfileRule[])[]
  readonly nodeConditions: readonly Condition[]
  readonly questionNodes: Int32Array
  readonly questionConditions: readonly Condition[]
  readonly formulas: readonly Condition[]
  /** Question → value → the condition under which it may be chosen, where that isn't settled by the node. */
  readonly valueConditions: readonly (ReadonlyMap<string, Condition> | null)[]
  /** Table → computed column → its formula, which may name the columns beside it as answers. */
  readonly columnFormulas: readonly (ReadonlyMap<string, Condition> | null)[]
  readonly groups: readonly GridGroup[]
  /** -1: the node's conditions are asked once. The node with `repeat` stands outside its group. */
  readonly nodeGroups: Int32Array
  readonly questionGroups: Int32Array
  readonly children: readonly (readonly number[])[]
  /** The node's own scored questions. */
  readonly scoredQuestions: readonly (readonly number[])[]
  readonly nodeWeights: Float64Array
  readonly questionWeights: Float64Array
  readonly isScored: readonly boolean[]
  /** Question → 1 unless it is optional or computed: unanswered, it is missed. */
  readonly isWaitedFor: Uint8Array
  /** Place of each node's and question's one slot, where no group has several grids. */
  readonly singleSlots: { readonly nodes: Int32Array; readonly questions: Int32Array }
  /** The highest score that an answer can reach, or NaN where nothing bounds it. */
  readonly highestScores: Float64Array
  /** What can be chosen, of scales and lists of the document alone. */
  readonly choices: ReadonlyMap<CompiledField, ReadonlyMap<string, Choice>>
  /** Null for a node that has no score. */
  readonly aggregations: readonly (Aggregation | null)[]
  /** What one score becomes before it enters a mean. */
  readonly normalise: { readonly factor: number; readonly offset: number } | null
  readonly imperative: NonNullable<RuleSet['imperative']> | null
  /** Of an imperative node: the scored questions at and below it that count. Null for others. */
  readonly imperativeQuestions: readonly (readonly number[] | null)[]
  /** The highest nodes that have a score. */
  readonly tops: readonly number[]
  /** Axis by axis, as `Compiled.axes` has them. */
  readonly spokes: readonly (readonly SpokePlan[])[]
  readonly outcomeConditions: readonly Condition[]
  readonly schedule: Schedule
  /** Codes of questions and nodes → index. */
  readonly nodeIndex: ReadonlyMap<string, number>
  readonly questionIndex: ReadonlyMap<string, number>
  readonly factOf: (node: number, reference: NodeReference | AncestorReference) => Value
}

export const applicabilityTask = (node: number): number => node
export const questionTask = ({ nodeCount }: Pick<Program, 'nodeCount'>, question: number): number => nodeCount + question
export const scoreTask = (
  { nodeCount, questionCount }: Pick<Program, 'nodeCount' | 'questionCount'>,
  node: number,
): number => nodeCount + questionCount + node
export const overallTask = ({ nodeCount, questionCount }: Pick<Program, 'nodeCount' | 'questionCount'>): number =>
  2 * nodeCount + questionCount
