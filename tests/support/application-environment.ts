import { publicVariables } from '#server/environment.ts'

type Variables = Readonly<Record<string, string>>

/**
 * The variables of a process of the application under test: what the test says, nothing of the shell's or of
 * a developer's `.env` (an empty value counts as unset and wins over the file).
 */
export const applicationVariables = (variables: Variables): Variables => ({
  ...Object.fromEntries(Object.keys(publicVariables.shape).map((name) => [name, ''])),
  ...variables,
})
