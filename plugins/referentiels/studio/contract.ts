import { z } from 'zod'

import { identifier, nodeCode, semanticVersion } from '../engine/document/codes.ts'
import { findingCodes } from '../engine/findings/finding.ts'
import { columnRoles } from '../texts/column-roles.ts'
import { revisionStatuses } from '../types.ts'
import { columnPreset } from '../workbook/columns/preset.schema.ts'

/**
 * What the studio's views and its server say to each other, over `/api/referentiels-studio`. Nothing here needs
 * Payload or a database: the browser imports it too.
 *
 * Rows (nodes and questions) are named by their ids, which never change; codes may, and what refers to them follows.
 */

export const studioPath = '/referentiels-studio'

/** Bounds of one request. */
export const mostChanges = 500
export const longestValue = 300_000

/** Keys below a row or a part. An item of a list is named by what identifies it (`code`, `target` …), else by its position. */
const path = z.array(z.union([z.string().max(600), z.number().int().min(0)])).max(12)

const rowId = z.uuid()
const revision = z.number().int().min(0)

export const partNames = [
  'title', 'shortTitle', 'description', 'locales', 'defaultLocale', 'derivedFrom', 'publisher', 'rights', 'sources',
  'validFrom', 'validUntil', 'kinds', 'profileFields', 'lists', 'scales', 'scoring', 'subsets', 'dialogue', 'presentation',
  'mappings', 'migrations', 'binding', 'expect',
] as const
export type PartName = (typeof partNames)[number]

const target = z.union([z.strictObject({ row: rowId }), z.strictObject({ part: z.enum(partNames) })])
export type Target = z.infer<typeof target>

/** The row after which something goes: null for the first place, absent for the last. */
const after = rowId.nullable().optional()

export const change = z.discriminatedUnion('kind', [
  /** Writes a field of a row, or a place of a part. A missing item of a list is added at its end. */
  z.strictObject({ kind: z.literal('set'), target, path, value: z.json(), base: revision }),
  z.strictObject({ kind: z.literal('unset'), target, path, base: revision }),
  /** The order of a list's items, named as in paths; items that are not named come after those that are. */
  z.strictObject({ kind: z.literal('arrange'), target, path, keys: z.array(z.string().max(600)).max(5_000), base: revision }),
  /** `id` is made by the client; without a code, the next free one is given. */
  z.strictObject({
    kind: z.literal('add-node'),
    id: rowId,
    parent: rowId.nullable(),
    after,
    code: z.string().max(200).optional(),
    nodeKind: z.string().max(64),
    fields: z.record(z.string(), z.json()),
  }),
  z.strictObject({
    kind: z.literal('add-question'),
    id: rowId,
    node: rowId,
    after,
    code: z.string().max(200).optional(),
    fields: z.record(z.string(), z.json()),
  }),
  /** Copies a node with all below it, or a question, right after it. `id` is that of the copy's first row. */
  z.strictObject({ kind: z.literal('duplicate'), source: rowId, id: rowId }),
  /** `parent`: of a node the new parent or null for the first level; of a question its node. */
  z.strictObject({ kind: z.literal('move'), row: rowId, parent: rowId.nullable(), after, base: revision }),
  /** Gives the row another code; everything in the draft that names it follows. */
  z.strictObject({ kind: z.literal('rename'), row: rowId, code: z.string().max(200), base: revision }),
  /**
   * Writes the numbers that people see (`number`), never codes. `nested`: 1, 1.1, 1.2; `through`: 1, 2, 3 over the whole
   * branch, for nodes of `nodeKinds` (all when absent). Under `parent`, or from the first level for null.
   */
  z.strictObject({
    kind: z.literal('renumber'),
    parent: rowId.nullable(),
    style: z.enum(['nested', 'through']),
    nodeKinds: z.array(z.string().max(64)).max(50).optional(),
  }),
  /** Takes a node with all below it, or a question; subsets and mappings that name it lose those lines. */
  z.strictObject({ kind: z.literal('remove'), row: rowId, base: revision }),
  /** Brings back what a `remove` took: the position of that change in the batch of that sequence number. */
  z.strictObject({ kind: z.literal('restore'), sequence: z.number().int().min(1), index: z.number().int().min(0) }),
  /** The version number under which the draft will be published. */
  z.strictObject({ kind: z.literal('version'), version: z.string().max(40) }),
])
export type Change = z.infer<typeof change>

export const applyRequest = z.strictObject({
  /** Made by the client: the same operation sent twice is applied once, and answered the same. */
  operation: z.uuid(),
  /** The last sequence number that the client has taken in. */
  since: z.number().int().min(0),
  changes: z.array(change).min(1).max(mostChanges),
  /** All or nothing. @default each change by itself */
  atomic: z.boolean().optional(),
  /** Says what would happen, and keeps nothing. */
  dryRun: z.boolean().optional(),
})
export type ApplyRequest = z.infer<typeof applyRequest>

const person = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof person>

/** Where something stands in a draft, whatever others do meanwhile. */
export const place = z.object({
  row: z.string().nullable(),
  /** Code of that row, for people. */
  code: z.string().nullable(),
  part: z.string().nullable(),
  path: z.array(z.union([z.string(), z.number()])),
})
export type Place = z.infer<typeof place>

const row = z.object({
  id: z.string(),
  row: z.enum(['node', 'question']),
  code: z.string(),
  /** Of a question: its node's code. */
  node: z.string().nullable(),
  /** Of a node: its parent's code. */
  parent: z.string().nullable(),
  kind: z.string().nullable(),
  /** Among those beside it: any integer, not necessarily the next one. */
  position: z.number(),
  /** The node or question as the format says, without what the other fields hold. */
  data: z.record(z.string(), z.unknown()),
  revision: z.number(),
})
export type Row = z.infer<typeof row>

const part = z.object({ revision: z.number(), value: z.unknown().optional() })
export type Part = z.infer<typeof part>

/** What changed since a sequence number: rows and parts as they are now. */
const news = z.object({
  /** The last change of the draft. */
  sequence: z.number(),
  version: z.string(),
  rows: z.array(row),
  removed: z.array(z.string()),
  /** A part without `value` is gone. */
  parts: z.record(z.string(), part),
})
export type News = z.infer<typeof news>

export const refusalCodes = [
  'CODE_INVALID', 'CODE_TAKEN', 'KIND_UNKNOWN', 'LOOP', 'SHAPE', 'UNKNOWN', 'TOO_LARGE', 'FULL', 'VERSION_INVALID', 'VERSION_TAKEN',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

const changeResult = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('applied'),
    /** Undoes it, in this order. */
    inverse: z.array(change),
    /** Of what was added: the code that it got. */
    code: z.string().optional(),
    /** References elsewhere that followed a new code, or went with what was removed. */
    followed: z.array(place),
  }),
  /** It stands so already. */
  z.object({ status: z.literal('unchanged') }),
  /** Somebody else was there in the meantime; nothing was overwritten. */
  z.object({
    status: z.literal('conflict'),
    reason: z.enum(['changed', 'gone']),
    /** What stands there now; absent when nothing does. */
    theirs: z.unknown().optional(),
    by: person.nullable(),
    at: z.string().nullable(),
    message: z.string(),
  }),
  z.object({ status: z.literal('refused'), code: z.enum(refusalCodes), message: z.string() }),
  /** Another change of an atomic batch was not applied. */
  z.object({ status: z.literal('skipped') }),
])
export type ChangeResult = z.infer<typeof changeResult>

export const applyResult = news.extend({
  /** One for each change, in their order. */
  results: z.array(changeResult),
})
export type ApplyResult = z.infer<typeof applyResult>

export const finding = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.enum(findingCodes),
  place,
  /** JSON pointer into the document of that moment. */
  pointer: z.string(),
  message: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  expected: z.string().optional(),
  suggestion: z.string().optional(),
  /** Offset in an expression. */
  at: z.number().optional(),
})
export type StudioFinding = z.infer<typeof finding>

/** Findings of the state that `sequence` names. */
export const findingsResult = z.object({ sequence: z.number(), findings: z.array(finding) })
export type FindingsResult = z.infer<typeof findingsResult>

export const ownerKinds = ['platform', 'network', 'organisation'] as const
export const owner = z.object({ kind: z.enum(ownerKinds), id: z.string().nullable(), name: z.string().optional() })
export type OwnerView = z.infer<typeof owner>

/** Owners to choose from, where one writes for all of a kind. */
export const ownersResult = z.object({ owners: z.array(owner) })
export type OwnersResult = z.infer<typeof ownersResult>

export const openDraft = z.object({
  id: z.string(),
  referentiel: z.string(),
  version: z.string(),
  title: z.string(),
  owner,
  sequence: z.number(),
  parts: z.record(z.string(), part),
  rows: z.array(row),
  findings: z.array(finding),
  /** Address of the preview, when the application has one. */
  preview: z.string().nullable(),
})
export type OpenDraft = z.infer<typeof openDraft>

export const followRequest = z.strictObject({
  since: z.number().int().min(0),
  /** One window of a person: somebody with two windows is there twice, and shown once. */
  window: z.uuid(),
  /** What has the focus there. */
  at: z.strictObject({ row: rowId.nullable(), part: z.string().max(40).nullable() }).optional(),
  /** True when the window closes. */
  leaving: z.boolean().optional(),
})
export type FollowRequest = z.infer<typeof followRequest>

export const followResult = news.extend({
  /** The others who have the draft open. */
  people: z.array(
    person.extend({ at: z.object({ row: z.string().nullable(), part: z.string().nullable() }).nullable(), seenAt: z.string() }),
  ),
})
export type FollowResult = z.infer<typeof followResult>

/** Ask again after this long: somebody unheard of for `presenceLasts` is gone. */
export const followEvery = 4_000
export const presenceLasts = 15_000

const ownerChoice = z.strictObject({ kind: z.enum(ownerKinds), id: z.string().max(64).nullable() })

export const startRequest = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('blank'),
    id: identifier,
    title: z.string().trim().min(1).max(200),
    owner: ownerChoice,
    /** Labels of the levels, from the top; the last one is answered. @default Thème, Critère */
    levels: z.array(z.string().trim().min(1).max(100)).min(1).max(8).optional(),
  }),
  /** The next version of a référentiel that one may write. */
  z.strictObject({ from: z.literal('version'), revision: z.uuid(), version: semanticVersion.optional() }),
  /** A référentiel of one's own, derived from any that one may read. */
  z.strictObject({
    from: z.literal('derived'),
    revision: z.uuid(),
    id: identifier,
    title: z.string().trim().min(1).max(200),
    owner: ownerChoice,
  }),
])
export type StartRequest = z.infer<typeof startRequest>
export const startResult = z.object({ draft: z.string(), referentiel: z.string(), version: z.string() })
export type StartResult = z.infer<typeof startResult>

/** Beside the file itself (`file`), in the part `options` of a `multipart/form-data`, as JSON. */
export const fileOptions = z.strictObject({
  owner: ownerChoice.optional(),
  dryRun: z.boolean().optional(),
  /** Replaces a draft of the same version that has another content. */
  replace: z.boolean().optional(),
  /** How the columns of a workbook that follows no template are read. */
  preset: columnPreset.optional(),
})
export type FileOptions = z.infer<typeof fileOptions>

/** What stands in a workbook that follows no template. */
export const columnsResult = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      headingRow: z.number(),
      rows: z.number(),
      columns: z.array(
        z.object({
          letters: z.string(),
          heading: z.string(),
          samples: z.array(z.string()),
          distinct: z.number(),
          /** What the column seems to hold; null where nothing is proposed. */
          role: z.enum(columnRoles).nullable(),
          /** The values that say yes, for what is imperative. */
          yes: z.array(z.string()),
        }),
      ),
    }),
  ),
})
export type ColumnsResult = z.infer<typeof columnsResult>

const nodeDifference = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  moved: z.array(z.string()),
  reworded: z.array(z.string()),
  rescored: z.array(z.string()),
  changed: z.array(z.string()),
})

export const fileResult = z.object({
  outcome: z.enum(['created', 'unchanged', 'replaced', 'refused']),
  /** With the place in the file. */
  findings: z.array(
    z.object({
      severity: z.enum(['error', 'warning', 'info']),
      code: z.string(),
      message: z.string(),
      path: z.string(),
      line: z.number().optional(),
      sheet: z.string().optional(),
      row: z.number().optional(),
      column: z.union([z.string(), z.number()]).optional(),
      suggestion: z.string().optional(),
    }),
  ),
  draft: z.string().nullable(),
  referentiel: z.string().nullable(),
  version: z.string().nullable(),
  difference: nodeDifference.optional(),
})
export type FileResult = z.infer<typeof fileResult>

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

export const historyResult = z.object({
  batches: z.array(
    z.object({
      sequence: z.number(),
      at: z.string(),
      by: person.nullable(),
      /** In French, one line each. */
      lines: z.array(z.string()),
      /** Undoes the whole, newest first. Conflicts where somebody went on. */
      inverse: z.array(change),
    }),
  ),
})
export type HistoryResult = z.infer<typeof historyResult>

const versionView = z.object({
  id: z.string(),
  version: z.string(),
  status: z.enum(['draft', ...revisionStatuses]),
  at: z.string().nullable(),
  by: person.nullable(),
  uses: z.number(),
})
export type VersionView = z.infer<typeof versionView>

export const libraryResult = z.object({
  referentiels: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      isShipped: z.boolean(),
      owner,
      /** Whether the person may write it: shipped ones are derived, never written. */
      mayWrite: z.boolean(),
      derivedFrom: z.object({ id: z.string(), version: z.string(), newer: z.string().nullable() }).nullable(),
      /** The newest first. */
      versions: z.array(versionView),
    }),
  ),
  /** For whom the person may start one. */
  owners: z.array(owner),
})
export type LibraryResult = z.infer<typeof libraryResult>

export const exportFormats = ['yaml', 'json', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What every refusal of an endpoint looks like. */
export const studioErrorCodes = [
  'NOT_SIGNED_IN', 'FORBIDDEN_ORIGIN', 'NOT_FOUND', 'INVALID_INPUT', 'TOO_LARGE', 'CHANGED_MEANWHILE', 'REFUSED', 'ID_TAKEN',
  'VERSION_TAKEN', 'NOT_AVAILABLE',
] as const
export type StudioErrorCode = (typeof studioErrorCodes)[number]
export const studioError = z.object({
  errors: z.array(z.object({ code: z.enum(studioErrorCodes), message: z.string() })).min(1),
  findings: z.array(finding).optional(),
})

/** A code as nodes and questions may have it. */
export const isCode = (code: string): boolean => nodeCode.safeParse(code).success
