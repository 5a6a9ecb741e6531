import type { Payload } from 'payload'
import type { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import { personHeader } from '#domain/diagnostic/save-paths.ts'
import type { SaveConflict } from '#domain/diagnostic/save-protocol.ts'
import { storableText } from '#domain/storable-text.rules.ts'
import { guardRest } from '#server/rate-limit/guard-rest.ts'
import { answerSentence } from '#texts/answers.ts'
import { errorSentences } from '#texts/errors.ts'

import type { DiagnosticScope } from './diagnostic-scope.ts'
import { enterToSave } from './diagnostic-scope.ts'
import type { SaveMeans, SaveOutcome } from './save-outcome.ts'

type Save<Request> = (
  scope: DiagnosticScope,
  means: SaveMeans,
  what: { readonly code: string; readonly request: Request },
) => Promise<SaveOutcome>

type Route = { readonly params: Promise<{ readonly diagnostic: string; readonly code: string }> }

const answered = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

const told = (outcome: SaveOutcome): Response => {
  switch (outcome.kind) {
    case 'saved':
      return answered(outcome.saved)
    case 'refused':
      return answered(
        { errors: outcome.findings.map((finding) => ({ ...finding, message: answerSentence(finding) })) },
        422,
      )
    case 'conflict': {
      const code = 'CHANGED_MEANWHILE'
      const conflict: SaveConflict = { errors: [{ code, message: errorSentences[code]({}) }], ...outcome.conflict }
      return answered(conflict, 409)
    }
  }
}

const utf8 = new TextDecoder()

/** Nothing where it is no JSON, or names what no column can be called: that would vanish without a word. */
const jsonOf = (body: Uint8Array | null): unknown => {
  try {
    return JSON.parse(utf8.decode(body ?? undefined), (name, value: unknown) => {
      if (name === '__proto__') throw new DomainError('INVALID_INPUT')
      return typeof value === 'string' ? storableText(value) : value
    })
  } catch {
    return undefined
  }
}

/** On a shared machine an open page may outlive its person's session: what it sends is never taken for its successor's. */
const requireSamePerson = ({ person }: DiagnosticScope, headers: Headers): void => {
  const owner = headers.get(personHeader)
  if (owner !== null && owner !== person.id) throw new DomainError('NOT_SIGNED_IN')
}

/**
 * One of the two endpoints that save a field of a diagnostic: limits, whose session it is, scope, the body's shape, then `save`.
 * 200 saved, 409 with what stands there, 422 with what is wrong, and the refusals of every endpoint.
 */
export const saveEndpoint = <Schema extends z.ZodType>(
  payloadOf: () => Promise<Payload>,
  { schema, save }: { readonly schema: Schema; readonly save: Save<z.output<Schema>> },
) =>
  guardRest<Route>(
    async (request, { params }, body) => {
      const parsed = schema.safeParse(jsonOf(body))
      const [payload, { diagnostic, code }] = await Promise.all([payloadOf(), params])
      const { scope, rows } = await enterToSave(payload, { headers: request.headers, id: diagnostic })
      requireSamePerson(scope, request.headers)
      if (!parsed.success) throw new DomainError('INVALID_INPUT')
      return told(await save(scope, { database: payload.db.drizzle, rows, now: new Date() }, { code, request: parsed.data }))
    },
    { payload: payloadOf, takesBytes: true },
  )
