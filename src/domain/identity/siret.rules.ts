import { z } from 'zod'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

import { passesLuhn } from './luhn.ts'

export type SiretProblem = 'SIRET_LENGTH' | 'SIRET_KEY'

/** La Poste has more establishments than Luhn's keys allow: INSEE gives hers a digit sum that 5 divides. */
const laPoste = '356000000'

const hasKey = (siret: string): boolean => {
  if (passesLuhn(siret)) return true
  const sum = [...siret].reduce((total, digit) => total + Number(digit), 0)
  return siret.startsWith(laPoste) && sum % 5 === 0
}

/** What is wrong with a SIRET written without spaces; null when nothing is. */
export const siretProblem = (value: string): SiretProblem | null => {
  if (!/^\d{14}$/.test(value)) return 'SIRET_LENGTH'
  return hasKey(value) ? null : 'SIRET_KEY'
}

/** A SIRET as people type it, spaces of any kind inside, to 14 digits. */
export const parseSiret = (typed: string): Result<string, SiretProblem> => {
  const siret = typed.replace(/\s/gu, '')
  const problem = siretProblem(siret)
  return problem === null ? ok(siret) : failure(problem)
}

/** Exactly 14 digits with their key. The issue's message is a `SiretProblem`; the sentence is in the texts. */
export const siretSchema = z.string().superRefine((value, context) => {
  const problem = siretProblem(value)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})
