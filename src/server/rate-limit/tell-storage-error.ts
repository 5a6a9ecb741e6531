import type { AfterErrorHook } from 'payload'

import { statusOfError } from '#domain/domain-error.ts'
import { errorSentences } from '#texts/errors.ts'

import { storageErrorOf } from './database-error.ts'

/**
 * Tells a full disk (507) and an unreachable database (503) from a mistake of ours (500), on every endpoint of
 * Payload. Payload answers its endpoints' errors itself, so a wrapper around them never sees them.
 */
export const tellStorageError: AfterErrorHook = ({ error }) => {
  const told = storageErrorOf(error)
  if (told === null) return undefined
  const { code, parameters } = told
  return { status: statusOfError[code], response: { errors: [{ name: told.name, code, message: errorSentences[code](parameters) }] } }
}
