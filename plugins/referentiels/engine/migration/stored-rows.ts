import type { AnswerFindingCode } from '../evaluate/answer-finding.ts'
import type { AnswerValue } from '../evaluate/answers.ts'
import type { CarryingKind } from './migration-map.ts'

/** Why a carried row is to be confirmed: what happened to its code, strongest first, or a value that lost a part. */
export const confirmReasons = ['same', 'renamed', 'reworded', 'rescaled', 'retyped', 'merged', 'split', 'partial'] as const
export type ConfirmReason = (typeof confirmReasons)[number]

export type StoredAnswer = {
  readonly question: string
  /** 0 where nothing repeats. */
  readonly grid: number
  readonly value: unknown
  readonly comment: string | null
  /** Still to be confirmed since an earlier move. */
  readonly toConfirm: ConfirmReason | null
}

export type StoredAssessment = {
  readonly criterion: string
  readonly notConcerned: boolean
  readonly reason: string | null
  readonly toReview: boolean
  readonly practices: string | null
  readonly priority: 1 | 2 | 3 | null
  /** Codes of values of the criterion's scale. */
  readonly target: string | null
  readonly target3: string | null
  readonly toConfirm: ConfirmReason | null
}

export type StoredGrid = { readonly node: string; readonly number: number; readonly label: string | null }

export type StoredRows = {
  readonly answers: readonly StoredAnswer[]
  readonly assessments: readonly StoredAssessment[]
  readonly grids: readonly StoredGrid[]
}

export type AnswerPlace = { readonly question: string; readonly grid: number }

export type CarriedAnswer = Omit<StoredAnswer, 'value'> & {
  readonly value: AnswerValue | null
  /** The old answers that it comes from, in the order of the old document. */
  readonly from: readonly AnswerPlace[]
  /** The same value and comment as the one old answer that it comes from. */
  readonly isVerbatim: boolean
}

export type CarriedAssessment = StoredAssessment & { readonly from: readonly string[] }

/** Why something stays behind, readable in the old diagnostic: « à rattacher ». */
export type AsideReason =
  /** The author removed the code, or nothing says where it went. */
  | 'removed'
  /** The new code asks nothing of that kind. */
  | 'not-asked'
  /** The map gives the value no successor. */
  | 'dropped'
  /** Too long once joined. */
  | 'too-long'
  /** A criterion that everybody must answer can't be « not concerned »; or only some of those merged were. */
  | 'not-concerned'
  /** What the new question says of the value. */
  | AnswerFindingCode

/** What became of one old row. */
export type Outcome = {
  readonly row: ({ readonly kind: 'answer' } & AnswerPlace) | { readonly kind: 'assessment'; readonly criterion: string }
  readonly status: 'carried' | 'toConfirm' | 'setAside'
  readonly change: CarryingKind | 'removed'
  /** Codes where it, or a part of it, stands now. */
  readonly to: readonly string[]
  /** Parts that stay behind: of a row set aside all of it. */
  readonly aside: readonly AsideReason[]
}

export type Carried = {
  readonly answers: readonly CarriedAnswer[]
  readonly assessments: readonly CarriedAssessment[]
  readonly grids: readonly StoredGrid[]
  /** One for each old row that said something. */
  readonly outcomes: readonly Outcome[]
}

/** As the feature endpoints take them. */
export const longestComment = 20_000
export const longestPractices = 100_000
