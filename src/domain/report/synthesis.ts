/**
 * What a diagnostic tells as a whole: where it stands on each axis, how answers spread, how complete it is.
 * Plain figures and the référentiel's own words; French sentences are written in `#texts`, drawings in `#ui/charts`.
 * It holds for any référentiel: nothing here knows a number of levels, a depth or a scale.
 */

export type LevelWords = {
  readonly code: string
  /** What an organisation answers. */
  readonly label: string
  /** What the level is. */
  readonly description: string | null
  readonly score: number | null
  /** On its round, where its rank is not: at most three characters. */
  readonly mark: string
}

/** An ordered scale as it is drawn: its levels from the lowest, the star above them, the values beside any score. */
export type LevelScale = {
  readonly code: string
  readonly label: string
  /** One per score, the lowest first. */
  readonly levels: readonly LevelWords[]
  /** A further value that counts as the highest level. */
  readonly star: LevelWords | null
  /** Values without a score: « réponse inadaptée ». */
  readonly aside: readonly LevelWords[]
}

/** How the answers of one spoke spread over a scale. */
export type SpokeSpread = {
  /** By level, from the lowest. */
  readonly counts: readonly number[]
  readonly star: number
  readonly aside: number
  readonly unanswered: number
  readonly notConcerned: number
  /** Scores of the middle answer, of the two middle ones where they differ; empty where nothing counts. */
  readonly median: readonly number[]
}

export type Spread = {
  readonly scale: LevelScale
  /** One per spoke of the axis, in its order. */
  readonly rows: readonly SpokeSpread[]
}

/** `changed`: the same branch, of which criteria came or went, or that is computed otherwise; `broken`: no figure before. */
export type Continuity = 'continuous' | 'changed' | 'broken'

/** One branch of an axis. A value is null where no answer counts: never zero. */
export type Spoke = {
  readonly code: string
  readonly label: string
  readonly current: number | null
  /** What it would be with the targets reached; null where nothing is aimed at. */
  readonly target: number | null
  /** Of the campaign before, on the same référentiel; null where nothing then measured the same. */
  readonly previous: number | null
  /** Whether what stands before is the same measure: the référentiel, its part or its rules may have changed. */
  readonly continuity: Continuity
  /** Answers given, of those waited for. */
  readonly answered: number
  readonly applicable: number
}

export type Axis = {
  readonly code: string
  /** What its spokes are: « Thème ». */
  readonly label: string
  /** The span of the scores, for the drawing. */
  readonly min: number
  readonly max: number
  readonly spokes: readonly Spoke[]
  /** One per ordered scale that it is answered on, the one of most questions first. */
  readonly spreads: readonly Spread[]
}

export type Completeness = {
  /** Criteria that wait for no more answer, as `advance.rules.ts` counts them. */
  readonly answered: number
  /** Criteria that apply, or may, and are of concern. */
  readonly criteria: number
  readonly notConcerned: number
  /** Criteria that do not apply, by the profile or other answers. */
  readonly notApplicable: number
  /** Criteria of which it is not known whether they apply. */
  readonly unknown: number
  /** 0 to 1, as the engine counts questions. */
  readonly complete: number
}

export type Synthesis = {
  readonly axes: readonly Axis[]
  readonly defaultAxis: string | null
  readonly completeness: Completeness
  /** One mark for the whole, only when the référentiel wants it shown. */
  readonly overall: { readonly value: number | null; readonly max: number } | null
  readonly outcomes: readonly { readonly code: string; readonly label: string }[]
}
