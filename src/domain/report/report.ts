/**
 * The autodiagnostic as it goes on paper: who, on what, when, the synthesis, then every criterion in the order of the
 * screen. Pure data: built from the compiled référentiel, its evaluation and the stored rows; printed by
 * `#features/rapport`.
 */
import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import type { WhiteLabelColours } from '#domain/white-label/white-label.rules.ts'

import type { LevelReached } from './level-scale.rules.ts'
import type { LevelScale, Synthesis } from './synthesis.ts'

/** One answer, ready to be written. */
export type ReportAnswer =
  | { readonly kind: 'level'; readonly level: LevelReached; readonly label: string; readonly hasStar: boolean }
  /** A value of a scale that counts in no mean, with the mark that tells it from others. */
  | { readonly kind: 'aside'; readonly label: string; readonly mark: string }
  | { readonly kind: 'choices'; readonly labels: readonly string[] }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null; readonly decimals: number | null }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly (ReportAnswer | null)[])[] }

/** An answer of one grid; `grid` is null where nothing repeats. */
export type ReportReply = {
  readonly grid: string | null
  readonly answer: ReportAnswer | null
  readonly comment: string | null
  /** Carried from an older version of the référentiel, and nobody has confirmed it yet. */
  readonly isToConfirm: boolean
}

export type ReportQuestion = {
  readonly code: string
  /** Null when it is the criterion itself that is rated. */
  readonly prompt: string | null
  readonly replies: readonly ReportReply[]
}

export type ReportCriterion = {
  readonly code: string
  readonly number: string | null
  readonly title: string
  readonly statement: string | null
  /** Titles of the nodes between the page and the criterion. */
  readonly path: readonly string[]
  readonly isImperative: boolean
  /** Null unless imperative: whether it is met; null too while it cannot be told. */
  readonly isMet: boolean | null
  readonly notConcerned: { readonly reason: string } | null
  readonly isToReview: boolean
  /** Something of it was carried from an older version of the référentiel, and waits to be confirmed. */
  readonly isToConfirm: boolean
  readonly questions: readonly ReportQuestion[]
  /** The criterion's score, shown when several questions make it. */
  readonly score: number | null
  readonly practices: string | null
  readonly priority: 1 | 2 | 3 | null
  readonly target: ReportTarget | null
}

export type ReportTarget = { readonly level: LevelReached; readonly label: string }

export type ReportPage = {
  readonly code: string
  readonly number: string | null
  readonly title: string
  /** Titles of what stands above the page. */
  readonly path: readonly string[]
  /** What is asked above all criteria. */
  readonly questions: readonly ReportQuestion[]
  readonly criteria: readonly ReportCriterion[]
}

export type ReportNetwork = {
  readonly name: string
  readonly line: string | null
  readonly colours: WhiteLabelColours
}

export type AutodiagnosticReport = {
  readonly organisation: { readonly name: string; readonly establishment: string | null; readonly network: ReportNetwork | null }
  /** `previous`: the label of the campaign that the report compares with. */
  readonly campaign: { readonly label: string; readonly assemblyOn: CalendarDate | null; readonly previous: string | null }
  readonly referentiel: {
    readonly title: string
    readonly version: string
    /** The part of the référentiel that is answered, when it is not the whole. */
    readonly subset: string | null
    /** What is said of it first: that it is not official, say. */
    readonly banner: string | null
    /** What its publisher asks to be said of it. */
    readonly attribution: string | null
  }
  /** The day on which it was printed, in the organisation's time zone. */
  readonly date: CalendarDate
  readonly synthesis: Synthesis
  readonly scales: readonly LevelScale[]
  readonly pages: readonly ReportPage[]
}
