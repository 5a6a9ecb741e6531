/**
 * How a person's name is stored and shown (look.md §8). Typed names are kept as typed apart from stray
 * spaces: no rule guesses capitals or particles.
 */
import { z } from 'zod'

import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

export type NameProblem = 'NAME_MISSING' | 'NAME_LENGTH' | 'NAME_FORM'

const longest = 100
/** Control characters, and the signs that no name has but that mail headers and markup give a meaning to. */
const refused = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>"@\\]/u

/** One name as typed, with single spaces, composed letters and at least one letter. */
export const normaliseName = (typed: string): Result<string, NameProblem> => {
  const name = typed.normalize('NFC').replace(/[\p{Zs}\t]+/gu, ' ').trim()
  if (name === '') return failure('NAME_MISSING')
  if ([...name].length > longest) return failure('NAME_LENGTH')
  return refused.test(name) || !/\p{L}/u.test(name) ? failure('NAME_FORM') : ok(name)
}

/** Yields the name as it is stored. The issue's message is a `NameProblem`; the sentence is in the texts. */
export const personNameSchema = z.string().transform((typed, context) => {
  const result = normaliseName(typed)
  if (result.ok) return result.value
  context.addIssue({ code: 'custom', message: result.error })
  return z.NEVER
})

export type PersonName = { readonly firstName: string; readonly lastName: string }

/** « Prénom Nom ». */
export const displayName = ({ firstName, lastName }: PersonName): string => `${firstName} ${lastName}`.trim()

const firstLetter = (name: string): string => /\p{L}\p{M}*/u.exec(name)?.[0] ?? ''

/** A particle in lower case is not what a name is known by: « de la Tour » gives T. */
const withoutParticle = (lastName: string): string => lastName.replace(/^((de|du|des|la|le|les)\s+|d[’'])+/u, '')

/** Two letters for an avatar, one when there is one name, none for an empty name. */
export const initials = ({ firstName, lastName }: PersonName): string =>
  `${firstLetter(firstName)}${firstLetter(withoutParticle(lastName))}`.toLocaleUpperCase('fr')
