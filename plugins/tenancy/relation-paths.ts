import type { CollectionConfig, CollectionSlug, Field } from 'payload'

/** A relation to rows of tenants, by its path; `[]` stands for each item of a list. */
export type RelationPath = { readonly path: readonly string[]; readonly targets: readonly CollectionSlug[] }

const childrenOf = (field: Field): readonly { readonly at: readonly string[]; readonly fields: Field[] }[] => {
  if (field.type === 'tabs') {
    return field.tabs.map((tab) => ({ at: 'name' in tab && tab.name ? [tab.name] : [], fields: tab.fields }))
  }
  if (field.type === 'blocks') return field.blocks.map(({ fields }) => ({ at: [field.name, '[]'], fields }))
  if (field.type === 'array') return [{ at: [field.name, '[]'], fields: field.fields }]
  if ('fields' in field) return [{ at: 'name' in field && field.name ? [field.name] : [], fields: field.fields }]
  return []
}

const pathsIn = (fields: readonly Field[], at: readonly string[], isTenantRow: (slug: string) => boolean): RelationPath[] =>
  fields.flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload') {
      const targets = (Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]).filter(isTenantRow)
      return targets.length === 0 ? [] : [{ path: [...at, field.name], targets }]
    }
    return childrenOf(field).flatMap((child) => pathsIn(child.fields, [...at, ...child.at], isTenantRow))
  })

/** Every relation of a collection that points to rows which belong to a tenant, however deep it stands. */
export const relationPaths = (
  collection: Pick<CollectionConfig, 'fields'>,
  isTenantRow: (slug: string) => boolean,
): readonly RelationPath[] => pathsIn(collection.fields, [], isTenantRow)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The raw values that stand at a path: ids, documents, or `{ relationTo, value }`; lists are opened. */
export const valuesAt = (data: unknown, path: readonly string[]): readonly unknown[] => {
  const [name, ...rest] = path
  if (name === undefined) return Array.isArray(data) ? data : data === undefined || data === null ? [] : [data]
  if (name === '[]') return Array.isArray(data) ? data.flatMap((item) => valuesAt(item, rest)) : []
  return isRecord(data) ? valuesAt(data[name], rest) : []
}

/** The collection and id that a relation's raw value names. */
export const referenceOf = (
  value: unknown,
  targets: readonly CollectionSlug[],
): { readonly slug: CollectionSlug; readonly id: string } | null => {
  if (isRecord(value) && 'relationTo' in value && 'value' in value) {
    const target = targets.find((slug) => slug === value.relationTo)
    return target === undefined ? null : referenceOf(value.value, [target])
  }
  const id = isRecord(value) ? value.id : value
  const [slug] = targets
  return slug === undefined || (typeof id !== 'string' && typeof id !== 'number') ? null : { slug, id: String(id) }
}
