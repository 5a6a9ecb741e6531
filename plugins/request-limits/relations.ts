import type { FlattenedField } from 'payload'

type Entity = { readonly flattenedFields: FlattenedField[] }

const pathsIn = (fields: readonly FlattenedField[], at: string): readonly string[] =>
  fields.flatMap((field) => {
    const path = `${at}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') return [path]
    return 'flattenedFields' in field ? pathsIn(field.flattenedFields, `${path}.`) : []
  })

const known = new WeakMap<Entity, readonly string[]>()

/** The paths at which the documents of a collection or a global, and their versions (`parent`), point to other documents. */
export const relationsOf = (entity: Entity): readonly string[] => {
  const paths = known.get(entity) ?? [...pathsIn(entity.flattenedFields, ''), 'parent']
  known.set(entity, paths)
  return paths
}
