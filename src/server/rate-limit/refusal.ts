import { type DomainError, statusOfError } from '#domain/domain-error.ts'
import { errorSentences } from '#texts/errors.ts'

/** Seconds after which asking again makes sense; undefined where it never does. */
const retryAfter = ({ code, parameters }: DomainError): number | undefined => {
  if (code === 'TOO_MANY_REQUESTS' || code === 'ACCOUNT_LOCKED') return Number(parameters.minutes ?? 1) * 60
  return code === 'UNAVAILABLE' || code === 'STORAGE_FULL' ? 30 : undefined
}

/** Where to go on, for what went elsewhere. */
const placeOf = ({ code, parameters }: DomainError) =>
  code === 'DIAGNOSTIC_REPLACED' ? { diagnostic: parameters.diagnostic, href: parameters.href } : {}

/** A refusal as the API tells it: in Payload's own shape, with the code, the French sentence and when to retry. */
export const refusal = (error: DomainError): Response => {
  const { code, parameters } = error
  const seconds = retryAfter(error)
  return Response.json(
    { errors: [{ code, message: errorSentences[code](parameters), ...placeOf(error) }] },
    {
      status: statusOfError[code],
      headers: { 'Cache-Control': 'no-store', ...(seconds !== undefined && { 'Retry-After': String(seconds) }) },
    },
  )
}
