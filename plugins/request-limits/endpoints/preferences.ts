import { APIError, type CollectionBeforeOperationHook, Forbidden, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { sentence } from '../texts/fr.ts'
import { defaultLimits, type RefusedRequest, type RequestLimitsOptions } from '../types.ts'

/** Payload's own collection of what the admin remembers for each person. */
export const preferences = 'payload-preferences'

const longestKey = 200
const mostBytes = 20_000

const refuse = (refused: RefusedRequest): never => {
  throw new APIError(sentence(refused), 400, { code: refused.code }, true)
}

const isWrite = (operation: string): boolean => operation === 'create' || operation === 'update'

const requireSmall = ({ key, value }: { readonly key: unknown; readonly value: unknown }): void => {
  if ((typeof key === 'string' ? key : '').length > longestKey) refuse({ code: 'PREFERENCE_TOO_LARGE', most: longestKey })
  if (Buffer.byteLength(JSON.stringify(value ?? null)) > mostBytes) refuse({ code: 'PREFERENCE_TOO_LARGE', most: mostBytes })
}

/**
 * Bounds what a person can leave there: Payload lets everybody who is signed in store any value under any key, and its
 * endpoint `POST /<key>` runs no hook and no access function.
 */
export const limitPreferences = (
  config: SanitizedCollectionConfig,
  { mayKeepPreferences: mayKeep = () => true, maxPreferences: most = defaultLimits.maxPreferences }: RequestLimitsOptions,
): void => {
  const requireRoom = async (req: PayloadRequest, key: unknown): Promise<void> => {
    if (!req.user || !(await mayKeep(req))) throw new Forbidden(req.t)
    const { totalDocs } = await req.payload.count({
      collection: preferences,
      where: { 'user.value': { equals: req.user.id }, key: { not_equals: key } },
      overrideAccess: false,
      user: req.user,
      req,
    })
    if (totalDocs >= most) refuse({ code: 'TOO_MANY_PREFERENCES', most })
  }

  const beforeOperation: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
    if (overrideAccess === true || !isWrite(operation)) return args
    const data: Readonly<Record<string, unknown>> = 'data' in args && typeof args.data === 'object' ? { ...args.data } : {}
    requireSmall({ key: data.key, value: data.value })
    await requireRoom(req, data.key)
    return args
  }
  config.hooks.beforeOperation = [...(config.hooks.beforeOperation ?? []), beforeOperation]

  config.endpoints = (config.endpoints || []).map((endpoint) => {
    if (endpoint.method !== 'post' || endpoint.path !== '/:key') return endpoint
    const { handler } = endpoint
    return {
      ...endpoint,
      handler: async (req: PayloadRequest) => {
        const text = (await req.text?.()) ?? ''
        requireSmall({ key: req.routeParams?.key, value: text })
        await requireRoom(req, req.routeParams?.key)
        // The body was read above, and can be only once.
        return handler(Object.assign(req, { json: () => Promise.resolve(text === '' ? {} : JSON.parse(text)) }))
      },
    }
  })
}
