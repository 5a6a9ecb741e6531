import type { Access, CollectionSlug, PayloadRequest } from 'payload'

/** `'all'` or the ids of the tenants; an empty list is nothing. */
export type Tenants = 'all' | readonly string[]

/** Which right each operation asks for. A missing operation is nobody's. */
export type TenantCollection<Right extends string> = {
  readonly read: Right
  readonly create?: Right
  readonly update?: Right
  readonly delete?: Right
  /** Operations that stay possible while the tenant is closed (`requireOpen`). @default none */
  readonly whileClosed?: readonly ('create' | 'update' | 'delete')[]
  /** Further grounds on which a row may be read, e.g. that it is one's own. @default none */
  readonly alsoRead?: Access
  /** Further grounds on which a row may be deleted, e.g. that one leaves. @default none */
  readonly alsoDelete?: Access
}

export type TenancyOptions<Right extends string> = {
  /** Slug of the collection of tenants. @example 'organisations' */
  readonly tenants: CollectionSlug
  /** Name of the field that the plugin adds to each row. @example 'organisation' */
  readonly field: string
  /** The field's label in the admin. @example { singular: 'Organisation' } */
  readonly label: string
  /** Slugs of the collections whose rows belong to one tenant. */
  readonly collections: Readonly<Record<string, TenantCollection<Right>>>
  /** Tenants in which the person who asks has the right. Called many times a request: memoise it. */
  readonly tenantsWith: (req: PayloadRequest, right: Right) => Promise<Tenants>
  /** Throws when the tenant's people may not write to it now, e.g. after its subscription's end. @default never */
  readonly requireOpen?: (req: PayloadRequest, tenant: string) => Promise<void>
  /** The error for a row that would move to another tenant. */
  readonly fixedError: () => Error
  /** The error for a relation that points into another tenant; `path` names the field. */
  readonly foreignError: (path: string) => Error
}
