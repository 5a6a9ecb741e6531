import { z } from 'zod'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

export type EmailProblem = 'EMAIL_LENGTH' | 'EMAIL_FORM'

/** RFC 5321 §4.5.3.1: 64 octets before the @, and a path of 256 with its brackets. */
const longest = 254
const longestLocalPart = 64

const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
const localPart = new RegExp(`^${atom}(\\.${atom})*$`)
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
/** At least two labels, the last of them starting with a letter: no bare host, no IP address. */
const domain = new RegExp(`^(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`)

/**
 * An e-mail address as people type it, in the one form under which it is stored, compared and written to:
 * without surrounding spaces, in lower case on both sides of the @. Plain letters only (an accent is nearly
 * always a slip, and mail servers disagree); no control character, quote or line break can get through.
 */
export const normaliseEmail = (typed: string): Result<string, EmailProblem> => {
  const email = typed.trim().toLowerCase()
  if (email.length > longest) return failure('EMAIL_LENGTH')
  const at = email.lastIndexOf('@')
  const [local, host] = [email.slice(0, Math.max(at, 0)), email.slice(at + 1)]
  if (local.length > longestLocalPart) return failure('EMAIL_LENGTH')
  return localPart.test(local) && domain.test(host) ? ok(email) : failure('EMAIL_FORM')
}

/** Yields the normalised address. The issue's message is an `EmailProblem`; the sentence is in the texts. */
export const emailSchema = z.string().transform((typed, context) => {
  const result = normaliseEmail(typed)
  if (result.ok) return result.value
  context.addIssue({ code: 'custom', message: result.error })
  return z.NEVER
})
