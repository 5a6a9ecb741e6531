import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import type { Names } from '../types.ts'

const isSlug = (payload: Payload, slug: string): slug is CollectionSlug => Object.hasOwn(payload.collections, slug)

/**
 * What people of the admin are called there, whoever asks: those who write one draft see each other's names, and may not
 * all be allowed to read each other's accounts.
 */
export const peopleOfAdmin = async (req: PayloadRequest, ids: readonly string[]): Promise<Names> => {
  const { payload } = req
  const collection = payload.config.admin.user
  if (!isSlug(payload, collection)) return new Map()
  const title = payload.collections[collection]?.config.admin.useAsTitle
  const { docs } = await payload.find({ collection, where: { id: { in: [...ids] } }, limit: ids.length, depth: 0, overrideAccess: true, req })
  return new Map(
    docs.map((doc): [string, string] => {
      const known = Object.entries(doc).find(([name]) => name === title)
      const name: unknown = known?.[1]
      return [String(doc.id), typeof name === 'string' ? name : String(doc.id)]
    }),
  )
}
