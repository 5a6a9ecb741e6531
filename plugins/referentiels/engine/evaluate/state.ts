import type { Value } from '../conditions/value.ts'
import type { Program } from '../compile/program.ts'
import type { AnswerFinding } from './answer-finding.ts'
import type { AnswerValue } from './answers.ts'

/** Three-valued, in the arrays of a state. */
export const no = 0
export const yes = 1
export const unknown = 2

/** Of an imperative node. */
export const verdicts = { none: 0, notMet: 1, met: 2, notMetSoFar: 3, metSoFar: 4 } as const

/** Where the grids of each node and question stand: slot = start + place of the grid; one slot where nothing repeats. */
export type Layout = {
  /** Group → its grids by number, ascending. */
  readonly grids: readonly (readonly number[])[]
  /** Node → first slot, and at the end how many there are. */
  readonly nodeStarts: Int32Array
  readonly questionStarts: Int32Array
}

/** What was given, once read. */
export type Given = {
  /** Group → the grids named or answered in, ascending; the layout may have more, empty ones. */
  readonly mentioned: readonly (readonly number[])[]
  readonly layout: Layout
  readonly profile: ReadonlyMap<string, Value>
  /** Slot → the value, null where there is none or the format forbids it. */
  readonly answers: readonly (AnswerValue | null)[]
  /** Slot → what is wrong with the answer there. */
  readonly answerFindings: ReadonlyMap<number, readonly AnswerFinding[]>
  /** What is wrong elsewhere. */
  readonly otherFindings: readonly AnswerFinding[]
  /** Criterion by index → reason. */
  readonly notConcerned: ReadonlyMap<number, string>
  /** Node → 1 where it is not concerned, or below one that is. */
  readonly isLeftOut: Uint8Array
}

/** What follows, by slot (applies: of nodes; visible to slotScores: of questions), by question and by node. NaN: no score. */
export type Results = {
  readonly applies: Uint8Array
  readonly visible: Uint8Array
  /** 1 where the value is there but may not be chosen. */
  readonly forbidden: Uint8Array
  /** What counts as answered: neither hidden, nor left out, nor forbidden; of computed questions the result. */
  readonly values: (AnswerValue | null)[]
  /** As the scale writes them. */
  readonly slotScores: Float64Array
  /** Mean over the grids, normalised. */
  readonly questionScores: Float64Array
  readonly scores: Float64Array
  readonly verdicts: Uint8Array
  readonly overall: Float64Array
  /** Where all of these but `values` lie. */
  readonly buffer: ArrayBuffer
}

export type EvaluationState = { readonly given: Given; readonly results: Results }

/**
 * All numbers of the results in one block of memory: a copy, which every saved answer takes, is then one copy of bytes.
 */
const viewsOf = (buffer: ArrayBuffer, { nodes, questions, nodeSlots, slots }: Sizes): Omit<Results, 'values' | 'buffer'> => {
  let offset = 0
  const floats = (length: number): Float64Array => {
    const view = new Float64Array(buffer, offset, length)
    offset += view.byteLength
    return view
  }
  const bytes = (length: number): Uint8Array => {
    const view = new Uint8Array(buffer, offset, length)
    offset += view.byteLength
    return view
  }
  return {
    overall: floats(1),
    scores: floats(nodes),
    questionScores: floats(questions),
    slotScores: floats(slots),
    verdicts: bytes(nodes),
    applies: bytes(nodeSlots),
    visible: bytes(slots),
    forbidden: bytes(slots),
  }
}

type Sizes = { readonly nodes: number; readonly questions: number; readonly nodeSlots: number; readonly slots: number }

const floatSize = Float64Array.BYTES_PER_ELEMENT

const bytesOf = ({ nodes, questions, nodeSlots, slots }: Sizes): number =>
  (1 + nodes + questions + slots) * floatSize + nodes + nodeSlots + 2 * slots

const sizesOf = ({ nodeCount, questionCount }: Program, { nodeStarts, questionStarts }: Layout): Sizes => ({
  nodes: nodeCount,
  questions: questionCount,
  nodeSlots: nodeStarts[nodeCount] ?? 0,
  slots: questionStarts[questionCount] ?? 0,
})

export const emptyResults = (program: Program, layout: Layout): Results => {
  const sizes = sizesOf(program, layout)
  const buffer = new ArrayBuffer(bytesOf(sizes))
  return { ...viewsOf(buffer, sizes), values: new Array<AnswerValue | null>(sizes.slots).fill(null), buffer }
}

export const copyResults = (program: Program, layout: Layout, { buffer, values }: Results): Results => {
  const copy = buffer.slice(0)
  return { ...viewsOf(copy, sizesOf(program, layout)), values: values.slice(), buffer: copy }
}

const startsOf = (groups: Int32Array, grids: readonly (readonly number[])[]): Int32Array => {
  const starts = new Int32Array(groups.length + 1)
  for (let index = 0, next = 0; index < groups.length; index += 1) {
    starts[index] = next
    next += grids[groups[index] ?? -1]?.length ?? 1
    starts[index + 1] = next
  }
  return starts
}

/** @param grids by group, ascending; at least one in each */
export const layoutOf = (program: Program, grids: readonly (readonly number[])[]): Layout => {
  const { nodeGroups, questionGroups, singleSlots } = program
  if (grids.every(({ length }) => length === 1)) {
    return { grids, nodeStarts: singleSlots.nodes, questionStarts: singleSlots.questions }
  }
  return { grids, nodeStarts: startsOf(nodeGroups, grids), questionStarts: startsOf(questionGroups, grids) }
}
