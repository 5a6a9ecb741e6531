import { type Endpoint, type GlobalSlug, NotFound, type Payload, type PayloadRequest, type SelectType, type Where } from 'payload'

import { limitedArguments } from '../hooks/limit-request.ts'
import { relationsOf } from '../relations.ts'
import type { Limits } from '../types.ts'

const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value

const isWhere = (value: unknown): value is Where => typeof value === 'object' && value !== null && !Array.isArray(value)

const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const selectOf = (value: unknown): SelectType | undefined => {
  if (!isWhere(value)) return undefined
  return Object.fromEntries(Object.keys(value).map((name) => [name, true]))
}

const hasGlobal = ({ globals }: Payload, slug: string): slug is GlobalSlug =>
  globals.config.some((global) => global.slug === slug)

/**
 * Stands in for Payload's own `GET /api/globals/<slug>/versions`: the only list without a hook before its
 * operation, in which it could be limited.
 */
export const limitedGlobalVersions = (slug: string, limits: Limits): Endpoint => ({
  path: '/versions',
  method: 'get',
  handler: async (req: PayloadRequest) => {
    if (!hasGlobal(req.payload, slug)) throw new NotFound(req.t)
    const { depth, limit, page, select, sort, where } = req.query
    const asked = { depth: numberOf(depth), limit: numberOf(limit), page: numberOf(page), sort, where }
    const global = req.payload.globals.config.find((candidate) => candidate.slug === slug)
    const args = limitedArguments('read', asked, limits, global === undefined ? [] : relationsOf(global))
    const versions = await req.payload.findGlobalVersions({
      slug,
      depth: asNumber(args.depth),
      limit: asNumber(args.limit),
      page: asNumber(args.page),
      select: selectOf(select),
      sort: typeof sort === 'string' ? sort.split(',') : undefined,
      where: isWhere(where) ? where : undefined,
      overrideAccess: false,
      req,
    })
    return Response.json(versions)
  },
})
