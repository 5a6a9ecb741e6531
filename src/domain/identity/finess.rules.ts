import { z } from 'zod'

/**
 * A FINESS number: the département in two signs (`2A` and `2B` for Corse), then seven digits.
 *
 * Only the form is checked. The last digit of numbers that we know follows Luhn's rule, but we found no public
 * text that promises it for every number (Corse, oldest entries): refusing a real establishment would be worse
 * than letting a slip through.
 */
export const isFiness = (value: string): boolean => /^(\d{2}|2[AB])\d{7}$/.test(value)

/** Its only issue has the message FINESS; the sentence is in the texts. */
export const finessSchema = z.string().refine(isFiness, 'FINESS')
