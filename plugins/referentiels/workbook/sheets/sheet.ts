import type { z } from 'zod'

/**
 * What a sheet is, as data: where its rows stand in the document, and which field each column fills. Reader, writer,
 * template and the reference page follow this description; headings and words are French and stand in `texts/`.
 */

/** Keys from a block to one of its fields; a number is a position in a pair. */
export type FieldPath = readonly (string | number)[]

/** What may stand in a cell. */
export type CellForm =
  /** A sentence, in its own column for each language. */
  | 'text'
  /** Sentences in one cell, between semicolons, in its own column for each language. */
  | 'texts'
  /** A code or a bare word, which a spreadsheet must not take for a number. */
  | 'code'
  /** Codes or bare words, between semicolons. */
  | 'codes'
  | 'number'
  /** A number, or the words that say « counts for nothing ». */
  | 'score'
  | 'boolean'
  | 'day'
  /** One of the format's own words, in French. */
  | 'word'
  | 'words'
  /** Old value = new value, between semicolons. */
  | 'values'
  /** The word that says « an empty list », which differs from no list. */
  | 'none'

export type StepPath = readonly string[]

/** One step from a block down to what a row holds. In a path `*` stands for every item of a list. */
export type Step =
  /** Each row is an item of its own. */
  | { readonly kind: 'each'; readonly at: StepPath; readonly fixed?: Readonly<Record<string, string>> }
  /** Rows with the same words in these columns are about one item. */
  | {
      readonly kind: 'group'
      readonly at: StepPath
      readonly by: readonly string[]
      /** The items stand on this other sheet; unless that one says nothing, none is made here. */
      readonly on?: string
    }
  /** Each row is a member of a block that is keyed by what an author names. */
  | { readonly kind: 'entry'; readonly at: StepPath; readonly by: string; readonly value: string }
  /** Each row is a bare word of a list. */
  | { readonly kind: 'item'; readonly at: StepPath; readonly value: string }

export type Filled = {
  readonly step: number
  readonly field: FieldPath
  readonly form: CellForm
  /** A row says nothing without it. */
  readonly isRequired: boolean
  readonly schema: z.core.$ZodType
}

/** Rows of one sheet that stand at one place of the document. */
export type Variant = {
  /** Which rows: those whose column has this word, is filled, or is empty. */
  readonly when?: { readonly column: string; readonly is: string | boolean }
  readonly steps: readonly Step[]
  /** Steps whose list the format needs, even empty. */
  readonly needed: ReadonlySet<Step>
  /** By column. */
  readonly fills: ReadonlyMap<string, Filled>
  /** Among rows of one parent: lower ones first. */
  readonly rank: number
}

export type Column = {
  readonly id: string
  readonly form: CellForm
  /** Its heading is a prefix, and what follows names the member: `profil:public`. */
  readonly isPrefix?: true
  /** The sheet needs it. */
  readonly isRequired: boolean
}

export type Sheet = {
  readonly id: string
  /** `fields`: one row per field of the document, with its name in the first column. */
  readonly shape: 'fields' | 'rows'
  readonly columns: readonly Column[]
  readonly variants: readonly Variant[]
  /** No workbook goes without it. */
  readonly isRequired: boolean
}
