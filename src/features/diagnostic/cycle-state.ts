import { advanceOf } from '#domain/diagnostic/advance.rules.ts'
import { placeToResume } from '#domain/diagnostic/resume.rules.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'

import { listDiagnostics } from './diagnostic.queries.ts'
import { openDiagnostic } from './open-diagnostic.ts'
import { shownNumber } from './page/criterion-view.ts'

/** Where the first half of the cycle stands: what the welcome page shows of the diagnostic and the practices. */
export type CycleState = {
  readonly diagnostic: string
  readonly isOpen: boolean
  /** « Référentiel simplifié · Toute l’organisation » */
  readonly name: string
  readonly campaign: string
  /** How many more of the organisation's diagnostics are open. */
  readonly others: number
  /** Something is answered, if only a part of one criterion. */
  readonly isStarted: boolean
  readonly answered: number
  readonly applicable: number
  /** Where one would go on; null when nothing waits. */
  readonly next: { readonly page: string; readonly title: string; readonly isBegun: boolean; readonly criterion: string; readonly number: string } | null
  readonly assemblyOn: string | null
  readonly described: number
  /** How many criteria carry priority 1, 2 and 3. */
  readonly priorities: readonly [number, number, number]
  readonly mayWrite: boolean
}

/** Of the open diagnostic that was worked on last, else of the latest campaign's; null before the first. */
export const cycleState = async (scope: Scope): Promise<CycleState | null> => {
  if (!scope.rights.has('content:read')) return null
  const all = await listDiagnostics(scope, (await payloadInstance()).db.drizzle)
  const open = all.filter(({ state }) => state === 'open')
  const latest = open.toSorted((one, other) => Number(other.changedAt ?? 0) - Number(one.changedAt ?? 0))[0] ?? all[0]
  if (latest === undefined) return null
  const { diagnostic, evaluation, rows, lock } = await openDiagnostic(scope, latest.id)
  const { answered, applicable } = advanceOf(evaluation)
  const place = placeToResume(evaluation)
  const known = rows.assessments.filter(({ criterion }) => evaluation.compiled.nodeByCode.has(criterion))
  const withPriority = (priority: number) => known.filter((row) => row.priority === priority).length
  return {
    diagnostic: diagnostic.id,
    isOpen: diagnostic.state === 'open',
    name: `${diagnostic.title} · ${diagnostic.scopeLabel}`,
    campaign: diagnostic.campaign.label,
    others: open.filter(({ id }) => id !== diagnostic.id).length,
    isStarted: rows.answers.some(({ value }) => value !== null),
    answered,
    applicable,
    next: place && {
      page: place.page.node.code, title: place.page.node.title, isBegun: place.isBegun,
      criterion: place.criterion.code, number: shownNumber(place.criterion),
    },
    assemblyOn: diagnostic.campaign.assemblyOn,
    described: known.filter(({ practices }) => (practices ?? '').trim() !== '').length,
    priorities: [withPriority(1), withPriority(2), withPriority(3)],
    mayWrite: lock === null,
  }
}
