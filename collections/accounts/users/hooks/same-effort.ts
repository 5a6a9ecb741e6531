import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

import type { CollectionBeforeOperationHook } from 'payload'
import { z } from 'zod'

import { databaseOf } from '#server/database/database-of.ts'

import { hasPassword } from '../accounts.queries.ts'

const derive = promisify(pbkdf2)

/** What Payload 3.90 spends on each password that it checks: nearly all the time that a sign-in takes. */
const effort = { iterations: 600_000, keyLength: 32, digest: 'sha256' } as const

const signIn = z.object({ data: z.object({ email: z.string(), password: z.string() }) })

/**
 * An address without an account takes as long to refuse as one with a wrong password: Payload would answer at once, and
 * so tell anybody who has an account. Behind the rate limits, which bound what it can be made to cost.
 */
export const sameEffort: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const asked = operation === 'login' ? signIn.safeParse(args).data?.data : undefined
  if (asked === undefined) return args
  if (!(await hasPassword(await databaseOf(req), asked.email.trim()))) {
    await derive(asked.password, randomBytes(32).toString('hex'), effort.iterations, effort.keyLength, effort.digest)
  }
  return args
}
