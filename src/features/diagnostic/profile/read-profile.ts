import type { FormState } from '#features/forms/form-state.ts'
import type { CompiledProfileField } from '#plugins/referentiels/engine/compile/compiled.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import { profileName } from '../form-names.ts'

const { errors } = diagnosticTexts.create

/** The values of one profile field as its type wants them; « false » where a number was expected and is none. */
const profileValues = ({ code, type, options }: CompiledProfileField, data: FormData): readonly string[] | false => {
  const given = data.getAll(profileName(code)).filter((value): value is string => typeof value === 'string' && value !== '')
  if (type === 'number') return given.every((value) => /^\d+([.,]\d+)?$/.test(value)) ? given.map((value) => value.replace(',', '.')) : false
  if (type === 'boolean') return given.filter((value) => value === 'true' || value === 'false')
  return given.filter((value) => options.some((option) => option.code === value))
}

/** The profile that a form sends, and what is wrong with it, by the names of its fields. */
export const readProfile = (fields: readonly CompiledProfileField[], data: FormData) => {
  const read = fields.map((field) => ({ field, values: profileValues(field, data) }))
  const wrong = read.filter(({ values }) => values === false)
  return {
    errors: Object.fromEntries(wrong.map(({ field }) => [profileName(field.code), errors.number])),
    profile: Object.fromEntries(read.flatMap(({ field, values }) => (values === false || values.length === 0 ? [] : [[field.code, values]]))),
  }
}

/** What was typed, values that a field has several of joined: a refused form shows them again. */
export const again = (state: FormState, data: FormData): FormState => ({
  ...state,
  values: {
    ...state.values,
    ...Object.fromEntries([...new Set(data.keys())].filter((name) => name.startsWith(profileName(''))).map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string').join(' ')])),
  },
})
