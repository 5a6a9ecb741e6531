/**
 * What people answer, and the facts about the organisation that decide what is asked. Values come from outside:
 * `evaluate` and `checkAnswer` check them against the question, and refuse what the format forbids.
 */

/** A number with the unit that was chosen, where the question offers several. */
export type Quantity = { readonly amount: number; readonly unit: string }

export type TableCell = string | number | boolean | Quantity | readonly string[]
/** By column; what isn't filled in is absent. */
export type TableRow = Readonly<Record<string, TableCell>>

/**
 * By type: a value's or option's code (scale, single), codes (multi), a number (number, percent, year, computed), a
 * boolean, a text (text, longText, link, file), a day `2026-11-25`, a quantity, rows of a table by column.
 */
export type AnswerValue = string | number | boolean | Quantity | readonly string[] | readonly TableRow[]

/** An answer as it is stored: grid 0 where nothing repeats. */
export type AnswerRow = {
  readonly question: string
  readonly grid: number
  readonly value: unknown
  readonly comment?: string | null
}

/** Question → value, `{value, comment}` or `{grids: {'1': value or {value, comment}, …}}`. */
export type AnswersByQuestion = Readonly<Record<string, unknown>>

export type ProfileValue = string | number | boolean

/** Field → values. A field without value is unknown, and hides nothing. */
export type Profile = Readonly<Record<string, ProfileValue | readonly ProfileValue[] | null | undefined>>

export type EvaluationInput = {
  readonly profile?: Profile
  readonly answers?: AnswersByQuestion | readonly AnswerRow[]
  /** Criterion → why it doesn't concern the organisation. */
  readonly notConcerned?: Readonly<Record<string, string>>
  /** Grids that exist though nothing is answered in them: node with `repeat` → numbers, from 1. */
  readonly grids?: Readonly<Record<string, readonly number[]>>
}
