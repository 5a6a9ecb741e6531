import { z } from 'zod'

import { semanticVersion } from '../../engine/document/codes.ts'
import { revisionStatuses } from '../../types.ts'
import { change } from './changes.ts'
import { finding } from './draft.ts'

/** Codes of nodes by what changed of them. */
export const nodeDifference = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  moved: z.array(z.string()),
  reworded: z.array(z.string()),
  rescored: z.array(z.string()),
  changed: z.array(z.string()),
})

export const changeSizes = ['none', 'patch', 'minor', 'major'] as const

const labelled = z.object({ code: z.string(), title: z.string() })

export const publicationPlan = z.object({
  sequence: z.number(),
  /** Errors first: they keep from publishing. */
  findings: z.array(finding),
  /** The published version that it is compared with; null for a first one. */
  base: z.object({ version: z.string(), publishedAt: z.string() }).nullable(),
  difference: nodeDifference.nullable(),
  /** Titles of the codes of `difference`, as they are now, or were. */
  titles: z.record(z.string(), z.string()),
  /** Parts other than nodes that differ. */
  parts: z.array(z.string()),
  version: z.object({
    current: z.string(),
    proposed: z.string(),
    /** The highest published one: a lower number is kept as an archive. */
    highest: z.string().nullable(),
    size: z.enum(changeSizes),
    /** Why that size, in French, the weightiest first. */
    reasons: z.array(z.string()),
  }),
  /** What is pinned to earlier versions, which stays as it is. */
  running: z.array(z.object({ version: z.string(), status: z.enum(revisionStatuses), uses: z.number() })),
  /** Whether `/simulation` can tell what a move would do to them. */
  maySimulate: z.boolean(),
  /** Old codes without destination, each with what may have become of it, the likeliest first. */
  destinations: z.array(
    labelled.extend({
      isQuestion: z.boolean(),
      proposals: z.array(
        z.object({ kind: z.enum(['renamed', 'merged', 'split', 'removed']), to: z.array(labelled), likeness: z.number() }),
      ),
    }),
  ),
  /** Who will be able to start it. */
  audience: z.enum(['public', 'network', 'organisation']),
})
export type PublicationPlan = z.infer<typeof publicationPlan>

const movedCounts = z.object({ carried: z.number(), toConfirm: z.number(), setAside: z.number() })
const beforeAfter = z.object({ before: z.number().nullable(), after: z.number().nullable() })

/** What the draft, once published, would do to what is pinned to older versions, in figures that name nobody. */
export const simulationResult = z.object({
  /** Null while an error stands. */
  simulation: z
    .object({
      version: z.string(),
      /** How many would be concerned, and on how many of them it was tried. */
      diagnostics: z.number(),
      tried: z.number(),
      answers: movedCounts,
      assessments: movedCounts,
      /** Old codes whose rows would stay behind, the most frequent first. */
      setAside: z.array(labelled.extend({ rows: z.number() })),
      /** One by one, in no telling order; none where scores are not the author's to see. */
      each: z.array(
        z.object({
          answers: movedCounts,
          empty: z.number(),
          /** 0 … 1. */
          complete: beforeAfter,
          /** The figures of the synthesis that would not be the same. */
          changes: z.array(beforeAfter.extend({ axis: z.string(), label: z.string(), isBroken: z.boolean() })),
        }),
      ),
    })
    .nullable(),
})
export type SimulationResult = z.infer<typeof simulationResult>

export const publishRequest = z.strictObject({
  /** What the author saw: a change since then is told instead of published. */
  sequence: z.number().int().min(0),
  version: semanticVersion,
})
export type PublishRequest = z.infer<typeof publishRequest>
/** 422 carries the findings. */
export const publishResult = z.object({ revision: z.string(), version: z.string(), hash: z.string() })
export type PublishStudioResult = z.infer<typeof publishResult>

/** What a later version of its source holds that a derived draft may take, each with the changes that take it. */
export const upstreamResult = z.object({
  source: z.object({ id: z.string(), from: z.string(), to: z.string() }).nullable(),
  items: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      what: z.enum(['added', 'removed', 'changed', 'part', 'recorded']),
      /** The fields that the source changed. */
      fields: z.array(z.string()),
      /** True when the draft changed the same since: taking it gives up one's own. */
      isContested: z.boolean(),
      changes: z.array(change),
    }),
  ),
})
export type UpstreamResult = z.infer<typeof upstreamResult>
