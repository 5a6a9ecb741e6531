import type { Payload } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import { targetAfter } from '#server/referentiels/versions.queries.ts'

import { simulateUpgrade } from './simulate-upgrade.ts'
import { closeProposals, extendThemeLimits, holdSource, insertCarried, replaceDiagnostic } from './upgrade.queries.ts'
import type { Mover } from './upgrade.queries.ts'

export type Move = { readonly diagnostic: string; readonly revision: string }

/**
 * Moves a diagnostic to a newer version of its référentiel: a new diagnostic with what the migration map carries, the old
 * one replaced, both or neither, and nothing deleted. Asked twice, it answers the new diagnostic of the first time. The
 * caller has checked the right. Throws NOT_FOUND for a diagnostic of another organisation and for a version that it can't
 * move to, DIAGNOSTIC_LOCKED for one that is closed, DIAGNOSTIC_REPLACED for one that moved elsewhere.
 */
export const moveDiagnostic = (
  mover: Mover,
  { payload }: { readonly payload: Payload },
  { diagnostic, revision }: Move,
): Promise<string> =>
  inTransaction({ payload }, async (req) => {
    const database = await databaseOf(req)
    const source = await holdSource(mover, database, diagnostic)
    if (source === null) throw new DomainError('NOT_FOUND')
    if (source.successor?.revision === revision) return source.successor.id
    if (source.state === 'replaced') throw new DomainError('DIAGNOSTIC_REPLACED', { diagnostic: source.successor?.id ?? '' })
    if (source.state !== 'open') throw new DomainError('DIAGNOSTIC_LOCKED')
    const target = await targetAfter(database, { from: source.revision, to: revision, organisation: mover.organisation.id })
    const simulated = target === null ? null : await simulateUpgrade(mover, database, { source, target })
    if (target === null || simulated === null) throw new DomainError('NOT_FOUND')
    const { simulation, map, subset, profile } = simulated
    const { answers } = simulation
    const counts = { carried: answers.carried, toConfirm: answers.toConfirm, setAside: answers.setAside }
    const id = await replaceDiagnostic(mover, database, { source, target, subset, profile, counts })
    await insertCarried(mover, database, { from: source.id, to: id, carried: simulation.carried })
    const codes = new Map([...map.fates].map(([from, { routes }]) => [from, routes.map(({ to }) => to)]))
    await extendThemeLimits(mover, database, { referentiel: source.referentiel, codes })
    await closeProposals(mover, database, { diagnostic: source.id, counts })
    return id
  })
