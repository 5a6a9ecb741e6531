import type { TextFieldSingleValidation } from 'payload'
import type { z } from 'zod'

import { emptyField, fieldSentence } from '#texts/fields.ts'

/** A field's check by a rule's zod schema, whose messages are codes. */
export const checkedBy =
  (schema: z.ZodType): TextFieldSingleValidation =>
  (value, { required }) => {
    if (value === undefined || value === null || value === '') return required ? emptyField : true
    const result = schema.safeParse(value)
    return result.success || fieldSentence(result.error.issues[0]?.message ?? '')
  }
