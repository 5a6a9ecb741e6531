import { isDeepStrictEqual } from 'node:util'

import type { CollectionBeforeValidateHook } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import type { ErrorCode } from '#domain/domain-error.ts'

type Row = { readonly id: string } & Readonly<Record<string, unknown>>

type Closing = {
  /** States in which the row may still be changed. */
  readonly open: readonly string[]
  /** What stays as it is in every other state. */
  readonly fields: readonly string[]
  readonly code: ErrorCode
}

/** What was validated or archived stays as it was then, by every channel: throws the code. */
export const keepClosed =
  ({ open, fields, code }: Closing): CollectionBeforeValidateHook<Row> =>
  ({ data, originalDoc, operation }) => {
    if (operation !== 'update' || data === undefined || originalDoc === undefined || open.includes(String(originalDoc['state']))) return data
    const isChanged = (field: string): boolean => field in data && data[field] !== undefined && !isDeepStrictEqual(data[field], originalDoc[field])
    if (fields.some(isChanged)) throw new DomainError(code)
    return data
  }
