import type { Access, CollectionBeforeDeleteHook, CollectionBeforeValidateHook, CollectionSlug, PayloadRequest, Where } from 'payload'

import { referenceOf, valuesAt } from '../relation-paths.ts'
import type { RelationPath } from '../relation-paths.ts'
import type { TenancyOptions, TenantCollection, Tenants } from '../types.ts'

const whereIn = (tenants: Tenants, path: string): boolean | Where => {
  if (tenants === 'all') return true
  return tenants.length === 0 ? false : { [path]: { in: [...tenants] } }
}

/** The tenant that a document or its data names; Payload types both as anything. */
const tenantIn = (data: unknown, field: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined

const idOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

/** Rows of the tenants in which the person has the right. `prefix` is `version.` for version rows. */
export const rowsWith =
  <Right extends string>(options: TenancyOptions<Right>, right: Right | undefined, prefix = ''): Access =>
  async ({ req }) =>
    right === undefined ? false : whereIn(await options.tenantsWith(req, right), `${prefix}${options.field}`)

/**
 * Whether a row may be created: computed from its data, because Payload takes a `Where` that `create`
 * returns for a yes. Without data (the question « may I create anything ») any tenant will do.
 */
export const mayCreate =
  <Right extends string>(options: TenancyOptions<Right>, right: Right | undefined): Access =>
  async ({ req, data }) => {
    if (right === undefined) return false
    const tenants = await options.tenantsWith(req, right)
    if (tenants === 'all') return true
    if (data === undefined) return tenants.length > 0
    const tenant = idOf(tenantIn(data, options.field))
    return tenant !== null && tenants.includes(tenant)
  }

/** A row never moves to another tenant, whoever asks. */
export const fixedTenant =
  <Right extends string>(options: TenancyOptions<Right>): CollectionBeforeValidateHook =>
  ({ data, operation, originalDoc }) => {
    const tenant = tenantIn(data, options.field)
    if (operation !== 'update' || tenant === undefined) return data
    if (idOf(tenant) !== idOf(tenantIn(originalDoc, options.field))) throw options.fixedError()
    return data
  }

/** Whether people have this operation at all, and lose it while their tenant is closed; the others are the system's own. */
const isClosable = <Right extends string>(rules: TenantCollection<Right>, operation: 'create' | 'update' | 'delete'): boolean =>
  rules[operation] !== undefined && rules.whileClosed?.includes(operation) !== true

/** A tenant that is closed takes no new row and no change. */
export const openTenant =
  <Right extends string>(options: TenancyOptions<Right>, rules: TenantCollection<Right>): CollectionBeforeValidateHook =>
  async ({ data, operation, originalDoc, req }) => {
    const tenant = idOf(tenantIn(originalDoc, options.field)) ?? idOf(tenantIn(data, options.field))
    if (tenant !== null && isClosable(rules, operation)) await options.requireOpen?.(req, tenant)
    return data
  }

/** And loses none. */
export const openTenantOnDelete =
  <Right extends string>(options: TenancyOptions<Right>, rules: TenantCollection<Right>): CollectionBeforeDeleteHook =>
  async ({ collection, id, req }) => {
    if (!isClosable(rules, 'delete') || options.requireOpen === undefined) return
    const tenant = await tenantOf(req, { slug: collection.slug, id: String(id) }, options.field)
    if (tenant !== null) await options.requireOpen(req, tenant)
  }

const tenantOf = async (
  req: PayloadRequest,
  reference: { readonly slug: CollectionSlug; readonly id: string },
  field: string,
): Promise<string | null> => {
  const row = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: reference.slug,
    where: { id: { equals: reference.id } },
    req,
  })
  return row === null ? null : idOf(row[field])
}

/** Each relation to a tenant's row must point into the row's own tenant; an unknown id is refused alike. */
export const ownRelations =
  <Right extends string>(
    options: TenancyOptions<Right>,
    paths: readonly RelationPath[],
  ): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    const tenant = idOf(tenantIn(data, options.field)) ?? idOf(tenantIn(originalDoc, options.field))
    for (const { path, targets } of paths) {
      for (const value of valuesAt(data, path)) {
        const reference = referenceOf(value, targets)
        if (reference === null) continue
        if ((await tenantOf(req, reference, options.field)) !== tenant) throw options.foreignError(path.join('.'))
      }
    }
    return data
  }
