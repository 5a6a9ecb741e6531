import { z } from 'zod'

import { emailSchema } from '#domain/identity/email.rules.ts'
import { normaliseLabel } from '#domain/identity/label.rules.ts'
import { passwordProblem } from '#domain/identity/password.rules.ts'
import { normaliseName } from '#domain/identity/person-name.rules.ts'
import type { Result } from '#domain/result.ts'
import { formTexts } from '#texts/compte.ts'

/** Through a rule of the domain, with what to do about each of its problems. */
const ruled = <Problem extends string>(
  rule: (typed: string) => Result<string, Problem>,
  sentences: Readonly<Record<Problem, string>>,
) =>
  z.string().transform((typed, context) => {
    const result = rule(typed)
    if (result.ok) return result.value
    context.addIssue({ code: 'custom', message: sentences[result.error] })
    return z.NEVER
  })

const name = (missing: string) =>
  ruled(normaliseName, { NAME_MISSING: missing, NAME_LENGTH: formTexts.tooLong, NAME_FORM: formTexts.nameForm })

const organisation = ruled((typed) => normaliseLabel(typed, 200), {
  LABEL_MISSING: formTexts.organisation,
  LABEL_LENGTH: formTexts.tooLong,
  LABEL_FORM: formTexts.labelForm,
})

const email = z.string().transform((value, context) => {
  const parsed = emailSchema.safeParse(value)
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: formTexts.email })
  return z.NEVER
})

/** Checked with its field, so that a form with other mistakes tells this one too. */
const password = z.string().superRefine((value, context) => {
  const problem = passwordProblem({ password: value, email: '' })
  if (problem !== null) context.addIssue({ code: 'custom', message: formTexts.password[problem] })
})

/** Once address and password are each right: the one must not repeat the other. */
const notTheAddress = <T extends { readonly password: string; readonly email: string }>(
  value: T,
  context: z.RefinementCtx<T>,
): void => {
  const problem = passwordProblem(value)
  if (problem !== null) context.addIssue({ code: 'custom', path: ['password'], message: formTexts.password[problem] })
}

export const signInSchema = z.object({
  email,
  password: z.string().min(1, formTexts.passwordMissing).max(1000, formTexts.tooLong),
  suite: z.string().max(500).optional(),
})

export const signUpSchema = z
  .object({
    organisation,
    headcount: z
      .string()
      .trim()
      .optional()
      .transform((value, context) => {
        if (value === undefined || value === '') return undefined
        if (/^\d{1,6}$/.test(value)) return Number(value)
        context.addIssue({ code: 'custom', message: formTexts.headcount })
        return z.NEVER
      }),
    firstName: name(formTexts.firstName),
    lastName: name(formTexts.lastName),
    email,
    password,
  })
  .superRefine(notTheAddress)

export const newPersonSchema = z.object({
  token: z.string(),
  firstName: name(formTexts.firstName),
  lastName: name(formTexts.lastName),
  password,
})

export const requestPasswordSchema = z.object({ email })

export const resetPasswordSchema = z.object({ token: z.string(), password })

export const tokenSchema = z.object({ token: z.string() })
