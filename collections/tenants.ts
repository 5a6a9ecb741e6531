import type { Right } from '#domain/rights/rights.rules.ts'
import { ownRows } from '#server/scope/access.ts'
import type { TenantCollection } from '#plugins/tenancy/types.ts'

import { ledNetworks } from './networks/access.ts'

/** Which right each operation asks for, by collection. The plugin `tenancy` builds the walls from it. */
export const tenantCollections: Readonly<Record<string, TenantCollection<Right>>> = {
  establishments: {
    read: 'organisation:read',
    create: 'organisation:write',
    update: 'organisation:write',
    delete: 'organisation:write',
  },
  memberships: {
    read: 'team:read',
    update: 'team:manage',
    delete: 'team:manage',
    whileClosed: ['delete'],
    alsoRead: ownRows('user'),
    alsoDelete: ownRows('user'),
  },
  mandates: {
    read: 'team:read',
    update: 'team:manage',
    delete: 'team:manage',
    whileClosed: ['delete'],
    alsoRead: ownRows('consultant'),
  },
  'network-memberships': {
    read: 'organisation:read',
    update: 'organisation:write',
    // What a network sees can be lowered at any time.
    whileClosed: ['update'],
    alsoRead: ledNetworks('network'),
  },
  campaigns: {
    read: 'content:read',
    create: 'diagnostic:manage',
    update: 'diagnostic:manage',
  },
  diagnostics: {
    read: 'content:read',
    create: 'diagnostic:manage',
    update: 'diagnostic:manage',
  },
  // Written by the feature endpoints alone, by SQL under a scope.
  grids: { read: 'content:read' },
  assessments: { read: 'content:read' },
  answers: { read: 'content:read' },
}
