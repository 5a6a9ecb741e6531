import type { Payload } from 'payload'
import { z } from 'zod'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { DomainError } from '#domain/domain-error.ts'
import { isWithinThemeLimits } from '#domain/rights/theme-limits.rules.ts'
import type { Right } from '#domain/rights/rights.rules.ts'
import { rightsIn } from '#domain/rights/rights.rules.ts'
import { isOpenForWriting } from '#domain/subscription/subscription-state.rules.ts'
import { ancestorsOf } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Database } from '#server/database/database-of.ts'
import type { Caller } from '#server/scope/actor.queries.ts'
import { callerOf, identityOf } from '#server/session/caller.ts'

import { findDiagnostic } from './diagnostic-scope.queries.ts'
import type { WritableDiagnostic } from './diagnostic-scope.queries.ts'
import type { ScoredRows } from './rows.queries.ts'
import { loadSaveFacts } from './save-scope.queries.ts'

/** Who asks, for which diagnostic of which organisation: the first argument of every query of the feature endpoints. */
export type DiagnosticScope = Caller & {
  readonly diagnostic: WritableDiagnostic
  readonly organisation: { readonly id: string }
  readonly rights: ReadonlySet<Right>
  readonly onBehalfOf: string | null
}

/** Nothing has this id: the database is asked all the same whose session it is. */
const noId = '00000000-0000-0000-0000-000000000000'

const isId = (id: string): boolean => z.uuid().safeParse(id).success

/**
 * The scope of a request to a diagnostic. NOT_SIGNED_IN without a session; NOT_FOUND alike for an id that is none,
 * for a diagnostic that does not exist and for one of an organisation where the caller may read nothing.
 */
export const enterDiagnostic = async (
  payload: Payload,
  { headers, id }: { readonly headers: Headers; readonly id: string },
): Promise<DiagnosticScope> => {
  const [caller, diagnostic] = await Promise.all([
    callerOf(payload, headers),
    isId(id) ? findDiagnostic(payload.db.drizzle, id) : null,
  ])
  return scopeOf(caller, diagnostic)
}

/** The same, with the rows that figures are computed from, in one statement: saving is what happens most often. */
export const enterToSave = async (
  payload: Payload,
  { headers, id }: { readonly headers: Headers; readonly id: string },
): Promise<{ readonly scope: DiagnosticScope; readonly rows: ScoredRows }> => {
  const identity = identityOf(payload, headers)
  if (identity === null) throw new DomainError('NOT_SIGNED_IN')
  const { caller, found } = await loadSaveFacts(identity, payload.db.drizzle, isId(id) ? id : noId)
  const scope = scopeOf(caller, found?.diagnostic ?? null)
  if (found === null) throw new DomainError('NOT_FOUND')
  return { scope, rows: found.rows }
}

const scopeOf = (caller: Caller | null, diagnostic: WritableDiagnostic | null): DiagnosticScope => {
  if (caller === null) throw new DomainError('NOT_SIGNED_IN')
  if (diagnostic === null) throw new DomainError('NOT_FOUND')
  const { actor } = caller
  // As in `scopeFor`: the platform's office opens no organisation's contents.
  const rights = rightsIn({ ...actor, staff: 'none' }, diagnostic.organisation)
  if (!rights.has('content:read')) throw new DomainError('NOT_FOUND')
  const isMember = actor.memberships.some(({ organisation }) => organisation === diagnostic.organisation)
  const mandate = actor.mandates.find(({ organisation }) => organisation === diagnostic.organisation)
  return {
    ...caller,
    diagnostic,
    organisation: { id: diagnostic.organisation },
    rights,
    onBehalfOf: isMember ? null : (mandate?.onBehalfOf ?? null),
  }
}

/** Why nothing is written in a diagnostic that is no longer open; of one that was replaced with the way to the new one. */
const closedError = ({ replacedBy, number }: WritableDiagnostic): DomainError =>
  replacedBy === null
    ? new DomainError('DIAGNOSTIC_LOCKED')
    : new DomainError('DIAGNOSTIC_REPLACED', { diagnostic: replacedBy, href: `/espace/${number}/diagnostic/${replacedBy}` })

/** Throws as `requireWritable` does when the diagnostic was closed between a save's reading and its writing. */
export const requireStillOpen = async ({ diagnostic }: DiagnosticScope, database: Database): Promise<void> => {
  const found = await findDiagnostic(database, diagnostic.id)
  if (found === null) throw new DomainError('NOT_FOUND')
  if (found.state !== 'open') throw closedError(found)
}

/** Throws unless the scope may change the diagnostic now: FORBIDDEN, DIAGNOSTIC_LOCKED, DIAGNOSTIC_REPLACED or SUBSCRIPTION_ENDED. */
export const requireWritable = (scope: DiagnosticScope, now: Date): void => requireOpen(scope, 'content:write', now)

/** The same for what an administrator alone does with a whole diagnostic. */
export const requireManageable = (scope: DiagnosticScope, now: Date): void => requireOpen(scope, 'diagnostic:manage', now)

const requireOpen = ({ rights, diagnostic }: DiagnosticScope, right: Right, now: Date): void => {
  if (!rights.has(right)) throw new DomainError('FORBIDDEN')
  if (diagnostic.state !== 'open') throw closedError(diagnostic)
  const { subscriptionEnd, timeZone } = diagnostic
  const end = calendarDateSchema.nullable().parse(subscriptionEnd)
  if (!isOpenForWriting({ end, now, timeZone })) throw new DomainError('SUBSCRIPTION_ENDED')
}

/** Throws OUTSIDE_THEMES unless the caller may write to this node of the diagnostic's référentiel. */
export const requireWithinThemes = ({ actor, diagnostic }: DiagnosticScope, compiled: Compiled, code: string): void => {
  const node = compiled.nodeByCode.get(code)
  const lineage = [code, ...(node === undefined ? [] : ancestorsOf(compiled, node)).map((above) => above.code)]
  const { organisation, referentiel } = diagnostic
  if (!isWithinThemeLimits(actor, { organisation, referentiel, lineage })) throw new DomainError('OUTSIDE_THEMES')
}
