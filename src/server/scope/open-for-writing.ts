import type { CollectionBeforeValidateHook, PayloadRequest, TypeWithID } from 'payload'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { DomainError } from '#domain/domain-error.ts'
import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'
import { isOpenForWriting } from '#domain/subscription/subscription-state.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'

import { actorOf } from './actor.ts'
import type { Scope } from './scope.ts'
import { findSubscription } from './scope.queries.ts'

/** Is the scope's organisation within its subscription? */
export const isOpen = ({ organisation: { subscription, timeZone } }: Scope, now: Date): boolean =>
  isOpenForWriting({ end: calendarDateSchema.nullable().parse(subscription?.end ?? null), now, timeZone })

/** Throws SUBSCRIPTION_ENDED unless the scope's organisation is within its subscription. */
export const requireOpen = (scope: Scope, now: Date): void => {
  if (!isOpen(scope, now)) throw new DomainError('SUBSCRIPTION_ENDED')
}

/**
 * The same for a write through Payload, whoever the person is but the platform's administrators, who keep accounts in
 * order after the end too. The system's own writes (no person asks) pass: sign-up writes before the subscription is there.
 */
export const requireOpenFor = async (req: PayloadRequest, organisation: string): Promise<void> => {
  const actor = await actorOf(req)
  if (actor === null || isPlatformAdmin(actor)) return
  const { end, timeZone } = await findSubscription(await databaseOf(req), organisation)
  if (!isOpenForWriting({ end: calendarDateSchema.nullable().parse(end), now: new Date(), timeZone })) throw new DomainError('SUBSCRIPTION_ENDED')
}

/** For the organisation's own row. */
export const openOrganisation: CollectionBeforeValidateHook<TypeWithID> = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'update' && originalDoc !== undefined) await requireOpenFor(req, String(originalDoc.id))
  return data
}
