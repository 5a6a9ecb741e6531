import type { CollectionBeforeOperationHook, CollectionConfig, Field, FieldAccess, Plugin } from 'payload'

export type FixedFieldsOptions = {
  /** The error for a field that this person may not change; `label` is its label, or else its name. */
  readonly fixedError: (label: string) => Error
}

type Guarded = { readonly name: string; readonly label: string; readonly update: FieldAccess }

const guardedFields = (fields: readonly Field[]): readonly Guarded[] =>
  fields.flatMap((field) => {
    if (!('name' in field) || !('access' in field) || field.access?.update === undefined) return []
    const label = 'label' in field && typeof field.label === 'string' ? field.label : field.name
    return [{ name: field.name, label, update: field.access.update }]
  })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A relation is the same whether it was populated or not, and an empty value whether it is named or not. */
const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plain) : isRecord(value) && 'id' in value ? value.id : (value ?? null)

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

const refuseChanges =
  ({ fixedError }: FixedFieldsOptions): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    if (overrideAccess === true || operation !== 'update') return args
    const given: unknown = args
    if (!isRecord(given)) return args
    const { id, data } = given
    if (!isRecord(data) || (typeof id !== 'string' && typeof id !== 'number')) return args
    const named = guardedFields(collection.fields).filter(({ name }) => data[name] !== undefined)
    if (named.length === 0) return args
    const stored: unknown = await req.payload.findByID({
      collection: collection.slug,
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      user: req.user,
      req,
    })
    // Not theirs, or not there: the operation itself says so.
    if (!isRecord(stored)) return args
    for (const { name, label, update } of named) {
      if (isSame(data[name], stored[name])) continue
      if (!(await update({ req, id, data, doc: stored, siblingData: data }))) throw fixedError(label)
    }
    return args
  }

/**
 * Tells a person which field they may not change. Payload drops a forbidden value and answers 200, as if it had been
 * stored. Top-level fields of one document: what a bulk change drops stays dropped.
 */
export const fixedFields =
  (options: FixedFieldsOptions): Plugin =>
  (config) => ({
    ...config,
    collections: (config.collections ?? []).map((collection: CollectionConfig) => ({
      ...collection,
      hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), refuseChanges(options)] },
    })),
  })
