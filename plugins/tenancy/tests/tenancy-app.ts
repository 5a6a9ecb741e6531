import { randomUUID } from 'node:crypto'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, getPayload, type CollectionConfig, type Payload, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { type LocalApi, localApi, slugOf } from '../../../tests/support/local-api.ts'
import { tenancy } from '../index.ts'

type Right = 'read' | 'write'

const houses: CollectionConfig = { slug: 'houses', fields: [{ name: 'name', type: 'text' }] }

const people: CollectionConfig = {
  slug: 'people',
  auth: true,
  fields: [
    { name: 'reads', type: 'text', hasMany: true },
    { name: 'writes', type: 'text', hasMany: true },
  ],
}

/** Has versions, whose access Payload leaves open. */
const letters: CollectionConfig = {
  slug: 'letters',
  versions: { drafts: true },
  fields: [{ name: 'title', type: 'text' }],
}

/** Points to letters in every way that a relation can stand in a document. */
const bundles: CollectionConfig = {
  slug: 'bundles',
  versions: { drafts: true },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'letter', type: 'relationship', relationTo: slugOf('letters') },
    { name: 'letters', type: 'relationship', relationTo: slugOf('letters'), hasMany: true },
    { name: 'anything', type: 'relationship', relationTo: [slugOf('letters'), slugOf('people')] },
    { name: 'group', type: 'group', fields: [{ name: 'letter', type: 'relationship', relationTo: slugOf('letters') }] },
    { name: 'rows', type: 'array', fields: [{ name: 'letter', type: 'relationship', relationTo: slugOf('letters') }] },
    { type: 'row', fields: [{ name: 'inRow', type: 'relationship', relationTo: slugOf('letters') }] },
    {
      type: 'tabs',
      tabs: [
        { name: 'tab', fields: [{ name: 'letter', type: 'relationship', relationTo: slugOf('letters') }] },
        { label: 'Without a name', fields: [{ name: 'inTab', type: 'relationship', relationTo: slugOf('letters') }] },
      ],
    },
    {
      name: 'blocks',
      type: 'blocks',
      blocks: [{ slug: 'quote', fields: [{ name: 'letter', type: 'relationship', relationTo: slugOf('letters') }] }],
    },
  ],
}

class Refusal extends Error {
  readonly status = 422
}

const rightsOf = z.object({ reads: z.array(z.string()).nullish(), writes: z.array(z.string()).nullish() })

const tenantsWith = async ({ user }: PayloadRequest, right: Right): Promise<readonly string[]> => {
  const { reads, writes } = rightsOf.parse(user ?? {})
  return (right === 'read' ? reads : writes) ?? []
}

export type TenancyApp = { readonly payload: Payload; readonly api: LocalApi }

/** The smallest Payload app with the plugin, on an empty database. */
export const tenancyApp = async (databaseUrl: string): Promise<TenancyApp> => {
  const rights = { read: 'read', create: 'write', update: 'write', delete: 'write' } as const
  const config = await buildConfig({
    secret: randomUUID(),
    telemetry: false,
    logger: { options: { level: 'silent' } },
    graphQL: { disable: true },
    db: postgresAdapter({ pool: { connectionString: databaseUrl }, idType: 'uuidv7', push: true }),
    collections: [houses, people, letters, bundles],
    plugins: [
      tenancy<Right>({
        tenants: slugOf('houses'),
        field: 'house',
        label: 'House',
        collections: { letters: rights, bundles: rights },
        tenantsWith,
        fixedError: () => new Refusal('fixed'),
        foreignError: (path) => new Refusal(`foreign ${path}`),
      }),
    ],
  })
  const payload = await getPayload({ config, key: databaseUrl })
  return { payload, api: localApi({ payload }) }
}
