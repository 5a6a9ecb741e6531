/**
 * What browser and server say to each other when a diagnostic moves to a newer version of its référentiel, or to another
 * subset of the same one. The simulation is told in figures; sentences are written where they are shown.
 */
import { z } from 'zod'

export const upgradeRequest = z.strictObject({
  /** The newer revision, as the simulation named it. */
  revision: z.uuid(),
})

export const subsetRequest = z.strictObject({
  /** Code of a subset of the diagnostic's référentiel; null for the whole. */
  subset: z.string().min(1).max(64).nullable(),
})

type Counts = { readonly carried: number; readonly toConfirm: number; readonly setAside: number }

/** 200 of `GET …/upgrade`. */
export type UpgradeSimulation = {
  /** The version that it would move to; null where it is on the newest. */
  readonly target: { readonly revision: string; readonly version: string; readonly title: string } | null
  readonly simulation: {
    readonly answers: Counts
    readonly assessments: Counts
    /** Codes of criteria that wait for a first answer. */
    readonly empty: readonly string[]
    readonly axes: readonly {
      readonly code: string
      readonly label: string
      readonly spokes: readonly {
        readonly code: string
        readonly label: string
        readonly before: number | null
        readonly after: number | null
        readonly continuity: 'continuous' | 'changed' | 'broken'
      }[]
    }[]
    readonly complete: { readonly before: number; readonly after: number }
  } | null
}

/** 200 of `POST …/upgrade`: the new diagnostic, and where it is. */
export type Upgraded = { readonly diagnostic: string; readonly href: string }
