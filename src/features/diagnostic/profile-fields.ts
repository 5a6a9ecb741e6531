import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'

import type { EstablishmentChoice } from './campaigns.queries.ts'
import { profileName } from './form-names.ts'

export type ProfileFieldView = {
  readonly name: string
  readonly label: string
  readonly help: string | null
  readonly type: 'single' | 'multi' | 'number' | 'boolean'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly values: readonly string[]
}

/**
 * What is known already of each profile field: the establishment's own profile first, then the organisation's field
 * that the référentiel names as its source. Codes that a list does not have are left out.
 */
export const prefilledProfile = (
  { profileFields }: Compiled,
  { establishment, facts }: { readonly establishment: EstablishmentChoice | null; readonly facts: Readonly<Record<string, string>> },
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    profileFields.map(({ code, source, options, type }) => {
      const fact = source === null || !Object.hasOwn(facts, source) ? undefined : facts[source]
      const known = establishment?.profile[code] ?? (fact === undefined ? [] : [fact])
      const isListed = type === 'single' || type === 'multi'
      return [code, isListed ? known.filter((value) => options.some((option) => option.code === value)) : known]
    }),
  )

export const profileFieldViews = (
  { profileFields }: Compiled,
  values: Readonly<Record<string, readonly string[]>>,
): readonly ProfileFieldView[] =>
  profileFields.map(({ code, label, help, type, options }) => ({
    name: profileName(code),
    label,
    help,
    type,
    options: options.map((option) => ({ value: option.code, label: option.label })),
    values: values[code] ?? [],
  }))
