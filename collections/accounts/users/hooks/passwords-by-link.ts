import type { CollectionBeforeOperationHook } from 'payload'
import { ValidationError } from 'payload'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import { passwordProblem } from '#domain/identity/password.rules.ts'
import { formTexts } from '#texts/compte.ts'

const credentials = z.object({ email: z.string().catch(''), password: z.string() })
const withPassword = z.object({ data: z.object({ password: z.unknown().refine((value) => value !== undefined) }) })
const creation = z.object({ data: credentials })

/**
 * An account's password changes by a link to its mailbox alone: a session that was left open, or an
 * administrator of the platform, must not become somebody's password. New accounts get one that people may choose.
 */
export const passwordsByLink: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess === true) return args
  if (operation === 'update' && withPassword.safeParse(args).success) throw new DomainError('PASSWORD_BY_LINK')
  if (operation === 'create') {
    const created = creation.safeParse(args)
    const problem = created.success ? passwordProblem(created.data.data) : null
    if (problem !== null) {
      const errors = [{ path: 'password', message: formTexts.password[problem] }]
      throw new ValidationError({ collection: 'users', errors }, req.t)
    }
  }
  return args
}
