import type { AfterErrorHook } from 'payload'

import { isDomainError, statusOfError } from '#domain/domain-error.ts'
import { errorSentences } from '#texts/errors.ts'

/** Turns a rule's refusal into its status and its French sentence, on every endpoint of Payload. */
export const tellDomainError: AfterErrorHook = ({ error }) => {
  if (!isDomainError(error)) return undefined
  const { code, parameters } = error
  return {
    status: statusOfError[code],
    response: { errors: [{ name: error.name, code, message: errorSentences[code](parameters) }] },
  }
}
