import type { PayloadRequest } from 'payload'

/** What a request may ask for. Calls that override access (the system's own) are never limited. */
export type RequestLimitsOptions = {
  /** Who may keep preferences of the admin (open groups, columns of lists). @default everybody who is signed in */
  readonly mayKeepPreferences?: (req: PayloadRequest) => boolean | Promise<boolean>
  /** Preferences of one person; each has a key of 200 characters and 20,000 bytes at most. @default 200 */
  readonly maxPreferences?: number
  /** Documents per answer; `limit=0`, `pagination=false` and greater values mean this many. @default 100 */
  readonly maxLimit?: number
  /** Levels of populated relations; greater values mean this many. @default 2 */
  readonly maxDepth?: number
  /** Conditions in one `where`, all branches together. @default 50 */
  readonly maxConditions?: number
  /** Levels of `and`/`or`, and relations that one path follows. @default 5 */
  readonly maxNesting?: number
  /** Values in the lists (`in`, `not_in`, `all`) of one `where`. @default 500 */
  readonly maxValues?: number
  /** Fields in `sort`. @default 5 */
  readonly maxSortFields?: number
  /** Characters of the query string, decoded conditions included. @default 32768 */
  readonly maxQueryLength?: number
}

export type Limits = Required<Omit<RequestLimitsOptions, 'mayKeepPreferences'>>

export const defaultLimits: Limits = {
  maxPreferences: 200,
  maxLimit: 100,
  maxDepth: 2,
  maxConditions: 50,
  maxNesting: 5,
  maxValues: 500,
  maxSortFields: 5,
  maxQueryLength: 32_768,
}

/** Why a request is refused. */
export type RefusedRequest =
  | { readonly code: 'NOT_A_NUMBER'; readonly parameter: 'limit' | 'depth' | 'page' }
  | { readonly code: 'TOO_MANY_CONDITIONS' | 'NESTED_TOO_DEEP' | 'TOO_MANY_VALUES' | 'SORT_TOO_LONG'; readonly most: number }
  | { readonly code: 'QUERY_TOO_LONG' | 'PREFERENCE_TOO_LARGE' | 'TOO_MANY_PREFERENCES'; readonly most: number }
  | { readonly code: 'NO_PLACES' }
  | { readonly code: 'SORT_THROUGH_RELATION'; readonly path: string }
