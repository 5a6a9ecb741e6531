import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { isWithinThemeLimits } from '#domain/rights/theme-limits.rules.ts'
import { isReadOnly, subscriptionState } from '#domain/subscription/subscription-state.rules.ts'
import type { Compiled, CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import { ancestorsOf } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Scope } from '#server/scope/scope.ts'

import type { DiagnosticSummary } from './diagnostic.queries.ts'

/** Why nothing in a diagnostic may change; null while the person may write. The endpoints refuse for the same reasons. */
export type Lock = 'archived' | 'validated' | 'replaced' | 'subscription' | 'reader'

export const lockOf = ({ rights, organisation }: Scope, { state }: Pick<DiagnosticSummary, 'state'>, now: Date): Lock | null => {
  if (state !== 'open') return state
  if (!rights.has('content:write')) return 'reader'
  const { subscription, timeZone } = organisation
  if (subscription === null) return 'subscription'
  return isReadOnly(subscriptionState({ end: calendarDateSchema.parse(subscription.end), now, timeZone })) ? 'subscription' : null
}

/** Whether a criterion is among the branches that the person was given. */
export const isOwnBranch =
  ({ actor, organisation }: Scope, compiled: Compiled) =>
  (criterion: CompiledNode): boolean =>
    isWithinThemeLimits(actor, {
      organisation: organisation.id,
      referentiel: compiled.id,
      lineage: [criterion.code, ...ancestorsOf(compiled, criterion).map(({ code }) => code)],
    })
