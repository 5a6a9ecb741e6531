import type { z } from 'zod'

import { isDomainError } from '#domain/domain-error.ts'
import { storableText } from '#domain/storable-text.rules.ts'
import { storageErrorOf } from '#server/rate-limit/database-error.ts'
import { errorSentences } from '#texts/errors.ts'

/** What a form shows after it was sent: what was typed stays, each field says what is wrong with it. */
export type FormState = {
  readonly status: 'idle' | 'refused' | 'done'
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** A sentence about the whole form. */
  readonly message?: string
}

export const idle: FormState = { status: 'idle', values: {}, errors: {} }

const secret = /password/i

/** The typed values of a form, as text; files and secrets stay out of what is sent back. */
export const typedValues = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data.entries()].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !secret.test(entry[0]) && !entry[0].startsWith('$'),
    ),
  )

/** Reads a form through its schema; the first problem of each field is the one that is shown. */
export const readForm = <T>(
  schema: z.ZodType<T>,
  data: FormData,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly state: FormState } => {
  const parsed = schema.safeParse(
    Object.fromEntries([...data.entries()].map(([name, value]) => [name, typeof value === 'string' ? storableText(value) : value])),
  )
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= message
  return { ok: false, state: { status: 'refused', values: typedValues(data), errors } }
}

/**
 * A rule's refusal, beside a field or above the form; a full disk or a database that is gone, above it. Anything
 * unexpected is thrown on.
 */
export const refused = (data: FormData, error: unknown, field?: string): FormState => {
  const told = isDomainError(error) ? error : storageErrorOf(error)
  if (told === null) throw error
  const sentence = errorSentences[told.code](told.parameters)
  const values = typedValues(data)
  return field === undefined || told !== error
    ? { status: 'refused', values, errors: {}, message: sentence }
    : { status: 'refused', values, errors: { [field]: sentence } }
}

export const done = (message: string): FormState => ({ status: 'done', values: {}, errors: {}, message })
