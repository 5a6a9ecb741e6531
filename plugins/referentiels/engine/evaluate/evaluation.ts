import type { Compiled } from '../compile/compiled.ts'
import type { AnswerValue } from './answers.ts'
import type { EvaluationState } from './state.ts'
import type { AnswerFinding } from './answer-finding.ts'

export type Applicability = 'applies' | 'doesNotApply' | 'unknown'

/** Why a node doesn't apply, or isn't known to. */
export type ApplicabilityReason =
  /** The profile has none of the values expected; `found` is empty where the field isn't filled in. */
  | { readonly code: 'profile'; readonly field: string; readonly expected: readonly string[]; readonly found: readonly string[] }
  /** The condition of this node. */
  | { readonly code: 'condition'; readonly node: string }
  /** A node above. */
  | { readonly code: 'parent'; readonly node: string }
  /** Nothing below it applies. */
  | { readonly code: 'children' }

/** `incomplete`: nothing fails so far and answers are missing. */
export type ImperativeState = 'met' | 'notMet' | 'incomplete'

export type NodeScore = {
  /** Null where nothing below is scored: never 0. */
  readonly value: number | null
  /** Of an imperative node with a score. */
  readonly met?: boolean
}

/** Answers given and answers waited for: applicable, not optional, not computed, each grid apart. */
export type Progress = { readonly answered: number; readonly applicable: number }

/** How many answers each value of one scale has. */
export type Distribution = {
  readonly scale: string
  /** Value → how many, all values of the scale in its order. */
  readonly counts: ReadonlyMap<string, number>
  readonly unanswered: number
  readonly notConcerned: number
  /** Of an ordered scale, over the values with a score: the middle value, or the two middle ones where they differ. */
  readonly median: readonly string[]
}

export type SpokeEvaluation = Progress & {
  readonly value: number | null
  readonly distributions: readonly Distribution[]
}

export type EvaluatedOutcome = { readonly code: string; readonly label: string }

/**
 * What a référentiel is worth with some answers. Codes that it doesn't have answer as if nothing were known of them:
 * they don't apply, and have no score.
 */
export type Evaluation = {
  readonly compiled: Compiled
  /** Of a node: parents follow from what is below them. */
  readonly applicabilityOf: (node: string) => Applicability
  /** Why a node doesn't apply or isn't known to; null where it applies. */
  readonly reasonOf: (node: string) => ApplicabilityReason | null
  /** Declared not concerned, with a reason, or below a criterion that is. */
  readonly isNotConcerned: (node: string) => boolean
  /** Whether a question is shown; in no grid in particular, whether it is in one. */
  readonly isVisible: (question: string, grid?: number) => boolean
  /** What counts as answered: an accepted value, or what a formula gives. Null for none. */
  readonly answerOf: (question: string, grid?: number) => AnswerValue | null
  /** The values of a scale question that may be chosen; of a grid that isn't there yet, those that may be in some case. */
  readonly allowedValuesOf: (question: string, grid?: number) => readonly string[]
  /** The grids below a node with `repeat`, from 1. */
  readonly gridsOf: (node: string) => readonly number[]
  readonly scoreOf: (node: string) => NodeScore
  /** Null for a node that isn't imperative. */
  readonly imperativeOf: (node: string) => ImperativeState | null
  readonly progressOf: (node: string) => Progress
  /** Weighted mean of the highest nodes that have a score. Shown only where the rules say `showOverall`. */
  readonly overall: number | null
  /** Questions shown, each once whatever the number of grids. */
  readonly questions: number
  readonly progress: Progress
  /** 0…1: answered ÷ applicable; 1 where nothing is waited for. */
  readonly complete: number
  /** Axis → spoke. */
  readonly axes: ReadonlyMap<string, ReadonlyMap<string, SpokeEvaluation>>
  readonly outcomes: readonly EvaluatedOutcome[]
  readonly findings: readonly AnswerFinding[]
  /** What `rescore` and `explain` start from; not for reading. */
  readonly state: EvaluationState
}
