/**
 * What a page of the questionnaire hands to the browser: plain data, texts and labels included. The référentiel
 * itself, the engine and everything about other pages stay on the server.
 */
import type { AnswerValue, AssessmentFields } from '#domain/diagnostic/save-protocol.ts'
import type { QuestionType } from '#plugins/referentiels/engine/document/question.schema.ts'
import type { Level } from '#domain/diagnostic/level.rules.ts'

export type LevelView = Level & {
  readonly label: string
  /** Where there is little room. */
  readonly short: string
  readonly definition: string | null
  /** The answer is refused without a comment. */
  readonly needsComment: boolean
  /** What is expected beside it, in words; empty when nothing is. */
  readonly asks: readonly string[]
}

export type ScaleView = { readonly code: string; readonly isOrdered: boolean; readonly levels: readonly LevelView[] }

export type OptionView = { readonly code: string; readonly label: string; readonly isExclusive?: boolean }

/** A question, or a column of a table. */
export type FieldView = {
  readonly code: string
  readonly type: QuestionType
  readonly prompt: string
  readonly help: string | null
  readonly isRequired: boolean
  /** Key of `PageView.scales`. */
  readonly scale: string | null
  /** Key of `PageView.lists`; null where an outside source gives the options, and one types. */
  readonly list: string | null
  readonly unit: string | null
  readonly unitChoices: readonly string[]
  readonly min: number | null
  readonly max: number | null
  readonly decimals: number | null
  readonly maxLength: number | null
}

/** The answer to a question in one grid. */
export type CellView = {
  /** 0 where nothing repeats. */
  readonly grid: number
  readonly isVisible: boolean
  /** Waited for: counted as missing while it is not there. */
  readonly isExpected: boolean
  readonly revision: number
  readonly value: AnswerValue
  readonly comment: string | null
  /** Carried from an older version and not confirmed yet: why, in a word of the engine. */
  readonly toConfirm: string | null
  /** « Thomas Guilloteau, hier à 16:20 ». */
  readonly detail: string | null
  /** The values that may be chosen, where not all of the scale may. */
  readonly allowed: readonly string[] | null
}

export type QuestionView = FieldView & {
  /** Is the criterion's own rating: its prompt stands above already. */
  readonly isRating: boolean
  /** What each value means here. */
  readonly levelTexts: Readonly<Record<string, string>>
  /** The heading over it: an element below the criterion. */
  readonly heading: string | null
  /** Node whose grids multiply it. */
  readonly repeatedBy: string | null
  readonly columns: readonly FieldView[]
  readonly rows: { readonly min: number; readonly max: number | null } | null
  readonly cells: readonly CellView[]
  /** Last year's answer. */
  readonly previous: AnswerValue
}

export type HelpView = {
  readonly about: string | null
  readonly stakes: string | null
  readonly questions: readonly string[]
  readonly examples: readonly string[]
  readonly evidence: readonly { readonly label: string; readonly from: string | null; readonly isRequired: boolean }[]
  readonly resources: readonly { readonly label: string; readonly href: string | null }[]
  readonly indicators: readonly string[]
}

export type AssessmentView = AssessmentFields & { readonly revision: number; readonly toConfirm: string | null }

export type CriterionView = {
  readonly code: string
  readonly number: string
  readonly title: string
  readonly statement: string | null
  /** The nodes between the page and it that begin with it: « Objectif 1.2 ». */
  readonly headings: readonly { readonly code: string; readonly label: string }[]
  readonly isImperative: boolean
  readonly isOptional: boolean
  readonly applicability: 'applies' | 'doesNotApply' | 'unknown'
  /** Why it does not apply, or is not known to. */
  readonly reason: string | null
  /** Where to complete the profile, when it isn't known whether this applies and the person may. */
  readonly profileHref: string | null
  readonly isWritable: boolean
  /** « Qui répond » and how, as the référentiel says it. */
  readonly facts: readonly string[]
  readonly help: HelpView | null
  readonly questions: readonly QuestionView[]
  readonly assessment: AssessmentView
  /** Mean of its questions, where it has several. */
  readonly score: number | null
}

export type PageEntry = {
  readonly code: string
  /** Tells it from all others. */
  readonly label: string
  /** « Chapitre 1 — La personne » over its themes, and what the page is called below that. */
  readonly group: { readonly label: string; readonly title: string } | null
  readonly href: string
  readonly answered: number
  readonly applicable: number
  /** Criteria of which it isn't known whether they apply. */
  readonly uncertain: number
}

export type GridsView = {
  readonly node: string
  readonly label: string
  readonly numbers: readonly number[]
  readonly mayAdd: boolean
  /** The last one, while nothing is answered in it and the référentiel does not ask for it. */
  readonly removable: number | null
}

export type PageView = {
  readonly diagnostic: string
  readonly person: string
  readonly timeZone: string
  /** `/espace/6590`. */
  readonly home: string
  readonly page: { readonly code: string; readonly title: string; readonly kind: string; readonly position: number }
  readonly pages: readonly PageEntry[]
  readonly answered: number
  readonly applicable: number
  /** « 2025 »: of last year's campaign. */
  readonly previousYear: string | null
  readonly scales: Readonly<Record<string, ScaleView>>
  readonly lists: Readonly<Record<string, readonly OptionView[]>>
  readonly grids: readonly GridsView[]
  readonly criteria: readonly CriterionView[]
  /** False: everything is read-only, and the page says why. */
  readonly isWritable: boolean
  /** The criterion that the address names. */
  readonly asked: string | null
}

/** One criterion on the page of practices. */
export type PracticeView = Pick<
  CriterionView,
  'code' | 'number' | 'title' | 'statement' | 'headings' | 'help' | 'isWritable' | 'assessment'
> & {
  readonly hasHeadings: boolean
  /** « Degré de maturité initial ». */
  readonly answer: {
    readonly level: number | 'star' | null
    readonly sign: string | null
    readonly label: string
    /** Of the scale, for its rounds. */
    readonly scale: readonly Level[] | null
  }
  /** Where to answer, while there is no answer and one may give it. */
  readonly answerHref: string | null
  /** Last year's text. */
  readonly previous: string | null
  /** The levels that one may aim at; none where the criterion has no level of its own. */
  readonly targets: readonly TargetView[]
}

export type TargetView = { readonly code: string; readonly label: string; readonly rank: number | null }
