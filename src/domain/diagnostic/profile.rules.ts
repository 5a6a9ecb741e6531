/**
 * What a profile may say: values by field, as the référentiel names both. Decides whether a profile fits; what follows
 * from it is the engine's.
 */
export type ProfileField = {
  readonly code: string
  readonly type: string
  /** Null where the values come from outside of the référentiel, or the type has none. */
  readonly options: readonly { readonly code: string }[] | null
}

const isNumber = (value: string): boolean => /^-?\d{1,15}(\.\d{1,6})?$/.test(value)

const fits = ({ type, options }: ProfileField, values: readonly unknown[]): boolean =>
  values.every((value) => {
    if (typeof value !== 'string') return false
    if (type === 'number') return isNumber(value)
    if (type === 'boolean') return value === 'true' || value === 'false'
    return value.length <= 64 && (options?.some(({ code }) => code === value) ?? true)
  })

/** The field that does not fit, by its name as it was given and cut short; null for a profile that fits. */
export const profileProblem = (profile: unknown, fields: readonly ProfileField[]): string | null => {
  if (typeof profile !== 'object' || profile === null || Array.isArray(profile)) return '{}'
  for (const [name, values] of Object.entries(profile)) {
    const field = fields.find(({ code }) => code === name)
    const isList = Array.isArray(values)
    const isSingle = field !== undefined && field.type !== 'multi'
    if (field === undefined || !isList || (isSingle && values.length > 1) || values.length > 50 || !fits(field, values)) return name.slice(0, 64)
  }
  return null
}
