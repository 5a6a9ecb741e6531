import type { Access, CollectionConfig, Config, Field, Plugin } from 'payload'

import { fixedTenant, mayCreate, openTenant, openTenantOnDelete, ownRelations, rowsWith } from './guards/tenant-guards.ts'
import { relationPaths } from './relation-paths.ts'
import type { TenancyOptions, TenantCollection } from './types.ts'

const either =
  (first: Access, second: Access | undefined): Access =>
  async (args) => {
    if (second === undefined) return first(args)
    const [one, other] = await Promise.all([first(args), second(args)])
    if (one === true || other === true) return true
    const wheres = [one, other].filter((answer) => typeof answer === 'object')
    return wheres.length === 0 ? false : { or: wheres }
  }

const tenantField = <Right extends string>(options: TenancyOptions<Right>): Field => ({
  name: options.field,
  label: options.label,
  type: 'relationship',
  relationTo: options.tenants,
  required: true,
  index: true,
  admin: { position: 'sidebar' },
})

const enclose = <Right extends string>(
  collection: CollectionConfig,
  rules: TenantCollection<Right>,
  options: TenancyOptions<Right>,
): CollectionConfig => {
  const fields = [tenantField(options), ...collection.fields]
  const paths = relationPaths({ fields: collection.fields }, (slug) => slug in options.collections)
  return {
    ...collection,
    fields,
    // Its locks can be read and forged by any signed-in user of Payload 3.
    lockDocuments: false,
    access: {
      ...collection.access,
      read: either(rowsWith(options, rules.read), rules.alsoRead),
      readVersions: rowsWith(options, rules.read, 'version.'),
      create: mayCreate(options, rules.create),
      update: rowsWith(options, rules.update),
      delete: either(rowsWith(options, rules.delete), rules.alsoDelete),
    },
    hooks: {
      ...collection.hooks,
      beforeValidate: [
        fixedTenant(options),
        openTenant(options, rules),
        ownRelations(options, paths),
        ...(collection.hooks?.beforeValidate ?? []),
      ],
      beforeDelete: [openTenantOnDelete(options, rules), ...(collection.hooks?.beforeDelete ?? [])],
    },
  }
}

/**
 * Puts the tenant on every row of the named collections and walls around them: reads, writes and versions
 * are limited to the person's tenants, a row never moves, and its relations stay inside its tenant.
 */
export const tenancy =
  <Right extends string>(options: TenancyOptions<Right>): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: (config.collections ?? []).map((collection) => {
      const rules = options.collections[collection.slug]
      return rules === undefined ? collection : enclose(collection, rules, options)
    }),
  })
