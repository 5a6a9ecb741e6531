import type { Question } from '../document/question.schema.ts'
import type { RuleSet } from '../document/scoring.schema.ts'
import type { ValueConditions } from './allowed-values.ts'
import { choicesOf, highestScoreOf } from './choices.ts'
import type { CompiledAxis, CompiledNode, CompiledQuestion, CompiledSpoke } from './compiled.ts'
import { Expressions, scheduled } from './expressions.ts'
import type { Localise } from './localise.ts'
import { nodeFact } from './node-facts.ts'
import {
  type Aggregation,
  applicabilityTask,
  type GridGroup,
  type Program,
  questionTask,
  type Range,
  scoreTask,
  type SpokePlan,
} from './program.ts'
import type { ReadCondition } from './read-condition.ts'
import type { TreeNode } from './tree.ts'

export type ProgramSources = {
  readonly nodes: readonly CompiledNode[]
  readonly questions: readonly CompiledQuestion[]
  readonly axes: readonly CompiledAxis[]
  /** By index of node and of question: what the document says. */
  readonly trees: readonly TreeNode[]
  readonly asked: readonly Question[]
  readonly rules: RuleSet
  readonly read: ReadCondition
  readonly valueConditions: ValueConditions
  /** In the document's default language, which conditions compare with. */
  readonly texts: Pick<Localise, 'text' | 'optional'>
}

const indexByCode = (items: readonly { readonly code: string }[]): ReadonlyMap<string, number> =>
  new Map(items.map(({ code }, index) => [code, index]))

/** An assessable node without a line of its own has the mean of its questions; an empty list means no score at all. */
const aggregationOf = (node: CompiledNode, { aggregate }: RuleSet): Aggregation | null => {
  if (aggregate?.length === 0) return null
  const line = aggregate?.find(({ kind }) => kind === node.kind)
  if (line !== undefined) return line.method === 'none' ? null : line
  return node.isAssessable ? { from: 'questions', method: 'weightedMean' } : null
}

/** Where `repeat` stands, and which nodes and questions it multiplies. */
const groupsOf = ({ nodes, questions }: ProgramSources) => {
  const repeating = nodes.flatMap(({ index, repeat, code }) => (repeat === null ? [] : [{ index, repeat, code }]))
  const groups = repeating.map(({ index, repeat: { min, max } }): GridGroup => ({ node: index, min, max }))
  const nodeGroups = new Int32Array(nodes.length).fill(-1)
  groups.forEach(({ node }, group) => nodeGroups.fill(group, node + 1, nodes[node]?.end))
  const groupByCode = new Map(repeating.map(({ code }, group) => [code, group]))
  const groupOf = ({ repeatedBy }: CompiledQuestion) => (repeatedBy === null ? -1 : (groupByCode.get(repeatedBy) ?? -1))
  return { groups, nodeGroups, questionGroups: Int32Array.from(questions, groupOf) }
}

const counts = ({ isScored, weight }: CompiledQuestion): boolean => isScored && weight > 0

/** Scored questions at and below a node, leaving out what has no weight. */
const countedBelow = (nodes: readonly CompiledNode[], node: CompiledNode): readonly number[] => {
  const found: number[] = []
  for (let index = node.index; index < node.end; ) {
    const below = nodes[index]
    if (below === undefined) break
    const isLeftOut = below !== node && below.weight === 0
    if (!isLeftOut) found.push(...below.questions.filter(counts).map((question) => question.index))
    index = isLeftOut ? below.end : index + 1
  }
  return found
}

const topsOf = (nodes: readonly CompiledNode[], aggregations: readonly (Aggregation | null)[]): readonly number[] => {
  const tops: number[] = []
  for (let index = 0; index < nodes.length; ) {
    if (aggregations[index]) tops.push(index)
    index = aggregations[index] ? (nodes[index]?.end ?? nodes.length) : index + 1
  }
  return tops
}

/** Runs of questions at and below some nodes in display order; what stands below one of them counts once. */
const rangesOf = (nodes: readonly CompiledNode[]): readonly Range[] => {
  let end = 0
  return nodes.flatMap((node) => {
    if (node.index < end) return []
    end = node.end
    return [{ start: node.questionStart, end: node.questionEnd }]
  })
}

const spokePlan = ({ code, node, criteria }: CompiledSpoke, { nodes }: ProgramSources, nodeIndex: Program['nodeIndex']): SpokePlan => {
  const nodeOf = (name: string) => nodes[nodeIndex.get(name) ?? -1] ?? []
  const counted = node === null ? criteria.flatMap(nodeOf) : [node].flatMap(nodeOf)
  return {
    code,
    node: node === null ? -1 : (nodeIndex.get(node) ?? -1),
    criteria: criteria.flatMap((name) => nodeIndex.get(name) ?? []),
    questions: rangesOf(counted),
  }
}

const normaliseOf = ({ normalise }: RuleSet): Program['normalise'] => {
  if (normalise === undefined) return null
  const [[low, high], [lowest, highest]] = [normalise.from, normalise.to]
  if (low === high) return null
  const factor = (highest - lowest) / (high - low)
  return { factor, offset: lowest - low * factor }
}

/** What each part needs because of the tree. */
const treeNeeds = (
  { nodes, questions }: ProgramSources,
  size: Pick<Program, 'nodeCount' | 'questionCount'>,
  scoring: Pick<Program, 'parents' | 'questionNodes' | 'children' | 'scoredQuestions' | 'aggregations' | 'imperativeQuestions' | 'tops'>,
): readonly (readonly number[])[] => {
  const ofQuestion = (question: number) => questionTask(size, question)
  const ofScore = (node: number) => scoreTask(size, node)
  const scoreNeeds = (node: number): readonly number[] => {
    const from = scoring.aggregations[node]?.from
    const terms =
      from === 'questions'
        ? (scoring.scoredQuestions[node] ?? []).map(ofQuestion)
        : from === 'children'
          ? (scoring.children[node] ?? []).map(ofScore)
          : []
    const judged = (scoring.imperativeQuestions[node] ?? []).map(ofQuestion)
    return judged.length === 0 ? terms : [...new Set([...terms, ...judged])]
  }
  return [
    ...Array.from(scoring.parents, (parent) => (parent < 0 ? [] : [applicabilityTask(parent)])),
    ...questions.map((_, question) => [applicabilityTask(scoring.questionNodes[question] ?? 0)]),
    ...nodes.map((_, node) => scoreNeeds(node)),
    scoring.tops.map(ofScore),
  ]
}

/** The document as `evaluate` runs it. */
export const buildProgram = (sources: ProgramSources): Program => {
  const { nodes, questions, axes, rules, trees, texts } = sources
  const nodeIndex = indexByCode(nodes)
  const size = { nodeCount: nodes.length, questionCount: questions.length }
  const expressions = new Expressions(sources)
  const aggregations = nodes.map((node) => aggregationOf(node, rules))
  const hasScores = rules.aggregate?.length !== 0
  const indexOf = (code: string) => nodeIndex.get(code) ?? -1
  const scoring = {
    parents: Int32Array.from(nodes, ({ parent }) => (parent === null ? -1 : indexOf(parent))),
    questionNodes: Int32Array.from(questions, ({ node }) => indexOf(node)),
    children: nodes.map((node) => node.children.map(indexOf)),
    scoredQuestions: nodes.map((node) => node.questions.filter(({ isScored }) => isScored).map(({ index }) => index)),
    aggregations,
    imperativeQuestions: nodes.map((node) =>
      node.isImperative && hasScores && rules.imperative !== undefined ? countedBelow(nodes, node) : null,
    ),
    tops: topsOf(nodes, aggregations),
  }
  const names = { ...size, nodeIndex, questionIndex: indexByCode(questions) }
  const schedule = scheduled(expressions, treeNeeds(sources, size, scoring), names)
  return {
    ...names,
    ...scoring,
    ...groupsOf(sources),
    profileRules: nodes.map(({ applies }) => applies),
    nodeConditions: expressions.ofNodes,
    questionConditions: expressions.ofQuestions,
    formulas: expressions.formulas,
    valueConditions: expressions.ofValues,
    columnFormulas: expressions.ofColumns,
    nodeWeights: Float64Array.from(nodes, ({ weight }) => weight),
    questionWeights: Float64Array.from(questions, ({ weight }) => weight),
    isScored: questions.map(({ isScored }) => isScored),
    isWaitedFor: Uint8Array.from(questions, ({ isOptional, type }) => (isOptional || type === 'computed' ? 0 : 1)),
    singleSlots: {
      nodes: Int32Array.from({ length: nodes.length + 1 }, (_, place) => place),
      questions: Int32Array.from({ length: questions.length + 1 }, (_, place) => place),
    },
    highestScores: Float64Array.from(questions, highestScoreOf),
    choices: choicesOf(questions),
    normalise: normaliseOf(rules),
    imperative: rules.imperative ?? null,
    spokes: axes.map(({ spokes }) => spokes.map((spoke) => spokePlan(spoke, sources, nodeIndex))),
    outcomeConditions: expressions.ofOutcomes,
    schedule,
    factOf: (node, reference) => {
      const tree = trees[node]
      return tree === undefined ? null : nodeFact(tree, reference, texts)
    },
  }
}
