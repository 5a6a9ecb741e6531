import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'

const row = z.looseObject({ id: z.string() })

const answers = z.looseObject({
  id: z.string().optional().catch(undefined),
  docs: z.array(row).optional(),
  totalDocs: z.number().optional(),
  token: z.string().optional(),
  values: z.array(z.unknown()).optional(),
})

type Answer = z.infer<typeof answers>

const operations = [
  'create', 'update', 'delete', 'find', 'findByID', 'findDistinct', 'findVersions', 'restoreVersion', 'count', 'login',
  'forgotPassword', 'resetPassword', 'updateGlobal', 'findGlobalVersions', 'restoreGlobalVersion',
] as const

/** Payload's Local API by name, its answers checked instead of typed. */
export type LocalApi = Readonly<Record<(typeof operations)[number], (options: object) => Promise<Answer>>>

/**
 * The Local API of an app that a test makes up: Payload types its calls by the collections of the one app whose
 * types were generated, which is ours. A text that an operation answers comes as `token`.
 */
export const localApi = ({ payload }: { readonly payload: Payload }): LocalApi => {
  const call =
    (name: (typeof operations)[number]) =>
    async (options: object): Promise<Answer> => {
      const operation: unknown = Reflect.get(payload, name)
      if (typeof operation !== 'function') throw new Error(`Payload has no ${name}`)
      const answer: unknown = await Reflect.apply(operation, payload, [options])
      return answers.parse(typeof answer === 'string' ? { token: answer } : answer)
    }
  const api: Record<string, LocalApi['create']> = Object.fromEntries(operations.map((name) => [name, call(name)]))
  if (!isComplete(api)) throw new Error('unreachable: every operation was just put in')
  return api
}

const isComplete = (api: Record<string, LocalApi['create']>): api is LocalApi & Record<string, LocalApi['create']> =>
  operations.every((name) => name in api)

const isSlug = (slug: string): slug is CollectionSlug => slug !== ''

/** The slug of a collection that a test makes up, where Payload's types want one of ours. */
export const slugOf = (slug: string): CollectionSlug => {
  if (!isSlug(slug)) throw new Error('a slug is not empty')
  return slug
}
