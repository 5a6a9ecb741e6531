import { z } from 'zod'

import { nodeCode } from '../../engine/document/codes.ts'
import { person, place } from './people.ts'

/**
 * What the studio's views and its server say to each other, over `/api/referentiels-studio`. Nothing in this folder needs
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

export const rowId = z.uuid()
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

export const row = z.object({
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

export const part = z.object({ revision: z.number(), value: z.unknown().optional() })
export type Part = z.infer<typeof part>

/** What changed since a sequence number: rows and parts as they are now. */
export const news = z.object({
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

/** A code as nodes and questions may have it. */
export const isCode = (code: string): boolean => nodeCode.safeParse(code).success
