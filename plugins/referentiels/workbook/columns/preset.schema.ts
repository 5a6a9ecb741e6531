import { z } from 'zod'

import { identifier } from '../../engine/document/codes.ts'

/**
 * How the columns of a sheet that follows no template are read: which heading holds what, level by level. A preset is
 * data (`referentiels/<id>/presets/*.yaml`); it makes a document, or replaces the wording of one without touching codes.
 */

export const presetFormat = 'colonnes/1'

const heading = z.string().min(1).max(200)

/** A cell, and what is made of it. */
const cell = z.union([
  heading,
  z.strictObject({
    heading,
    /** Of a code written in parts (`3.6.2`), only so many of the first. */
    parts: z.number().int().min(1).max(10).optional(),
    /** What comes before it in the code. */
    prefix: z.string().max(20).optional(),
  }),
])

/** Several texts in one cell: a line each, or between semicolons. */
const many = z.union([heading, z.strictObject({ heading, split: z.enum(['lines', 'semicolons']).optional() })])

const fields = z.strictObject({
  kind: identifier,
  /** What people call it, in a document that is made. Default: the kind. */
  label: z.string().min(1).max(200).optional(),
  /** Without it, codes follow the order of the rows: 1, 1.1. */
  code: cell.optional(),
  number: cell.optional(),
  title: cell.optional(),
  statement: cell.optional(),
  about: cell.optional(),
  stakes: cell.optional(),
  respondent: cell.optional(),
  externalCode: cell.optional(),
  /** The cell's words that say yes; any other says no. */
  imperative: z.strictObject({ heading, yes: z.array(z.string().min(1).max(200)).min(1).max(50) }).optional(),
  questions: z
    .strictObject({
      heading,
      split: z.enum(['lines', 'semicolons']).optional(),
      /** `{code}` is the element's, `{n}` the question's place. */
      code: z.string().min(1).max(100).regex(/\{n\}/).optional(),
      type: z.string().min(1).max(20).optional(),
      scale: identifier.optional(),
    })
    .optional(),
  evidence: many.optional(),
  inspiringQuestions: many.optional(),
  examples: many.optional(),
  /** The scale on which every element of this level is rated that asks no question of its own. */
  rating: identifier.optional(),
})

/** An element is told by its code, or by its title. */
const level = fields.refine(({ code, title }) => code !== undefined || title !== undefined, { path: ['title'] })

export const columnPreset = z.strictObject({
  format: z.literal(presetFormat),
  label: z.string().min(1).max(200),
  /** The sheet; default: the one whose headings match best. */
  sheet: z.string().min(1).max(100).optional(),
  /** The référentiel whose wording is replaced. Without it a document is made. */
  into: identifier.optional(),
  /** Fields of the document that is made: id, version, title, rights, scales… */
  document: z.record(z.string(), z.unknown()),
  levels: z.array(level).min(1).max(20),
  /** Headings that are known and left out. */
  ignored: z.array(heading).max(200).optional(),
})

export type ColumnPreset = z.infer<typeof columnPreset>
export type PresetLevel = ColumnPreset['levels'][number]
export type PresetCell = z.infer<typeof cell>
