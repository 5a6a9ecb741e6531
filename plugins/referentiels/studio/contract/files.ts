import { z } from 'zod'

import { identifier } from '../../engine/document/codes.ts'
import { columnRoles } from '../../texts/column-roles.ts'
import { columnPreset } from '../../workbook/columns/preset.schema.ts'
import { ownerChoice } from './library.ts'
import { nodeDifference } from './publication.ts'

/** Beside the file itself (`file`), in the part `options` of a `multipart/form-data`, as JSON. */
export const fileOptions = z.strictObject({
  owner: ownerChoice.optional(),
  dryRun: z.boolean().optional(),
  /** Replaces a draft of the same version that has another content. */
  replace: z.boolean().optional(),
  /** How the columns of a workbook that follows no template are read. */
  preset: columnPreset.optional(),
  /** One that the application knows, instead: by its name, for a référentiel of this id and title. */
  known: z.strictObject({ name: z.string().max(200), id: identifier, title: z.string().trim().min(1).max(200) }).optional(),
})
export type FileOptions = z.infer<typeof fileOptions>

/** What stands in a workbook that follows no template. */
export const columnsResult = z.object({
  /** What the application knows to read it by; `into`: the référentiel whose wording it would replace. */
  known: z.array(z.object({ name: z.string(), label: z.string(), title: z.string(), into: z.object({ title: z.string(), version: z.string() }).nullable() })),
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
