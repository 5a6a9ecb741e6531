import type { CollectionConfig, Config, GlobalConfig, Payload, Plugin } from 'payload'

import { limitedGlobalVersions } from './endpoints/global-versions.ts'
import { limitPreferences, preferences } from './endpoints/preferences.ts'
import { refuseVersions } from './endpoints/no-versions.ts'
import { limitRequest } from './hooks/limit-request.ts'
import { defaultLimits, type RequestLimitsOptions } from './types.ts'

/** Late, so that collections which other plugins add are limited too; before plugins that only watch. */
const late = 900

/**
 * Bounds what one request may cost: documents, depth, conditions and sort fields of every collection and its
 * versions, in REST and in Local API calls that do not override access. Payload 3 has none of these limits.
 */
export const requestLimits = (options: RequestLimitsOptions = {}): Plugin => {
  const limits = { ...defaultLimits, ...options }
  const hook = limitRequest(limits)

  const limitCollection = (collection: CollectionConfig): CollectionConfig => ({
    ...collection,
    hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), hook] },
  })

  const limitGlobal = (global: GlobalConfig): GlobalConfig =>
    global.endpoints === false || !global.versions
      ? global
      : { ...global, endpoints: [...(global.endpoints ?? []), limitedGlobalVersions(global.slug, limits)] }

  // Payload adds its own collections (preferences, locks, jobs) after all plugins.
  const limitOwnCollections = ({ collections }: Payload): void => {
    for (const { config } of Object.values(collections)) {
      config.hooks.beforeOperation ??= []
      if (!config.hooks.beforeOperation.includes(hook)) config.hooks.beforeOperation.push(hook)
      if (config.slug === preferences) limitPreferences(config, options)
      if (!config.versions) refuseVersions(config)
    }
  }

  const plugin = (config: Config): Config => ({
    ...config,
    collections: (config.collections ?? []).map(limitCollection),
    globals: (config.globals ?? []).map(limitGlobal),
    onInit: async (payload) => {
      limitOwnCollections(payload)
      await config.onInit?.(payload)
    },
  })
  return Object.assign(plugin, { order: late, slug: 'request-limits' })
}
