/**
 * What an organisation, a network or one of their sites may be called: one line of text. Labels end up in the
 * subjects of mails, in file names and in cells, where a line break or an invisible sign means something else.
 */
import { z } from 'zod'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

export type LabelProblem = 'LABEL_MISSING' | 'LABEL_LENGTH' | 'LABEL_FORM'

/** Control and invisible signs, line and paragraph breaks, and the brackets of markup. */
const refused = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]/u

/** One line as typed, with single spaces, composed letters and at least one letter or digit. */
export const normaliseLabel = (typed: string, longest: number): Result<string, LabelProblem> => {
  const label = typed.normalize('NFC').replace(/[\p{Zs}\t]+/gu, ' ').trim()
  if (label === '') return failure('LABEL_MISSING')
  if ([...label].length > longest) return failure('LABEL_LENGTH')
  return refused.test(label) || !/[\p{L}\p{N}]/u.test(label) ? failure('LABEL_FORM') : ok(label)
}

/** Yields the label as it is stored. The issue's message is a `LabelProblem`; the sentence is in the texts. */
export const labelSchema = (longest: number) =>
  z.string().transform((typed, context) => {
    const result = normaliseLabel(typed, longest)
    if (result.ok) return result.value
    context.addIssue({ code: 'custom', message: result.error })
    return z.NEVER
  })
