import { z } from 'zod'

import { schemaAt } from '../../engine/document/schema-at.ts'
import type { DocumentPath } from '../../engine/findings/finding.ts'
import { cellFormOf } from './cell-form.ts'
import type { CellForm, Column, FieldPath, Filled, Sheet, Step, Variant } from './sheet.ts'

/** Where a column's cell goes: a field of the last step's block, or of an earlier one. */
export type Target = FieldPath | { readonly field: FieldPath; readonly step?: number; readonly form?: CellForm; readonly isPrefix?: true }

export type VariantPlan = {
  readonly when?: Variant['when']
  readonly steps: readonly Step[]
  readonly columns: Readonly<Record<string, Target>>
  readonly rank?: number
}

type Plan = {
  readonly shape?: Sheet['shape']
  readonly isRequired?: boolean
  readonly variants: readonly VariantPlan[]
  /** Order of the columns, where several variants share them. */
  readonly order?: readonly string[]
}

const plan = (target: Target) => ('field' in target ? target : { field: target })

/** A path that the format knows: positions stand for any. */
const pathTo = (steps: readonly Step[], last: number, field: FieldPath): DocumentPath => [
  ...steps.slice(0, last + 1).flatMap((step) => [...step.at.map((key) => (key === '*' ? 0 : key)), ...(step.kind === 'entry' ? [] : [0])]),
  ...field,
]

const isOptional = (path: DocumentPath): boolean => {
  const holder = schemaAt(path.slice(0, -1))
  const shape: Readonly<Record<string, z.core.$ZodType>> | undefined = holder instanceof z.ZodObject ? holder.def.shape : undefined
  return shape?.[String(path.at(-1))] instanceof z.ZodOptional
}

/** The schema of a field with its « may be null », which `schemaAt` takes off. */
const fieldSchema = (path: DocumentPath): z.core.$ZodType => {
  const holder = schemaAt(path.slice(0, -1))
  const shape: Readonly<Record<string, z.core.$ZodType>> | undefined = holder instanceof z.ZodObject ? holder.def.shape : undefined
  const schema = shape?.[String(path.at(-1))] ?? schemaAt(path)
  if (!schema) throw new Error(`The format has no ${path.join('.')}`)
  return schema
}

const variantOf = ({ when, steps, columns, rank = 0 }: VariantPlan): Variant => {
  const last = steps.length - 1
  const fills = Object.entries(columns).map(([id, target]): [string, Filled] => {
    const { field, step = last, form } = plan(target)
    const lastStep = steps[step]
    const isBare = lastStep?.kind === 'item' || lastStep?.kind === 'entry'
    const path = isBare ? [...pathTo(steps, step - 1, []), ...lastStep.at, 'x'] : pathTo(steps, step, field)
    const schema = isBare ? (schemaAt(path) ?? z.string()) : fieldSchema(path)
    const isNeeded = isBare || (field.length === 1 && !isOptional(path))
    return [id, { step, field, schema, form: form ?? (isBare && id !== lastStep.value ? 'code' : cellFormOf(schema)), isRequired: isNeeded }]
  })
  const needed = new Set(steps.filter((step, index) => index > 0 && !isOptional(pathTo(steps, index - 1, step.at))))
  return { when, steps, needed, fills: new Map(fills), rank }
}

/** A sheet from its plan: what each cell holds and which ones are needed come from the format's schema. */
export const describeSheet = (id: string, { shape = 'rows', isRequired = false, variants: plans, order }: Plan): Sheet => {
  const variants = plans.map(variantOf)
  const ids = order ?? [...new Set(plans.flatMap(({ columns }) => Object.keys(columns)))]
  const columns = ids.map((column): Column => {
    const fill = variants.map(({ fills }) => fills.get(column)).find((found) => found !== undefined)
    const target = plans.map((each) => each.columns[column]).find((found) => found !== undefined)
    const isPrefix = target !== undefined && 'field' in target && target.isPrefix === true
    return {
      id: column,
      form: fill?.form ?? 'word',
      ...(isPrefix ? { isPrefix: true as const } : {}),
      isRequired: variants.every(({ fills }) => fills.get(column)?.isRequired === true),
    }
  })
  return { id, shape, columns, variants, isRequired }
}
