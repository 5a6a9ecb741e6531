import type { AfterErrorHook } from 'payload'
import { z } from 'zod'

import type { ErrorCode, ErrorParameters } from '#domain/domain-error.ts'
import { errorSentences } from '#texts/errors.ts'

const answer = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })
const paths = z.object({ data: z.array(z.object({ path: z.string() })).min(1) })

/** How the sentences begin that its source holds in English; in the production bundle many become the last two. */
const english =
  /^(The (following path|provided|collection|global)|Missing|Invalid|Unable|Cannot|Collection|Global|Field|ID|No (User|collection|global)|field must|Incorrect|Something went wrong|An unknown error)\b/

const told = (code: ErrorCode, parameters: ErrorParameters = {}) => ({
  response: { errors: [{ code, message: errorSentences[code](parameters) }] },
})

/**
 * The sentences that Payload 3.90 says in English whatever the language: an unreadable body, a bulk change without
 * a condition, a field that cannot be asked about, a mistake of ours. The status stays Payload's; everything that it
 * does translate stays as it is.
 */
export const tellPayloadError: AfterErrorHook = ({ error, result }) => {
  const said = answer.safeParse(result).data?.errors[0]?.message
  if (said === undefined || !english.test(said)) return undefined
  if (said.startsWith('The following path')) {
    const field = paths.safeParse(error).data?.data.map(({ path }) => path).join(', ')
    return told('UNKNOWN_PATH', field === undefined ? {} : { field })
  }
  return told('status' in error && Number(error.status) < 500 ? 'INVALID_INPUT' : 'UNEXPECTED')
}
