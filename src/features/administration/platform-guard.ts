import { DomainError } from '#domain/domain-error.ts'
import type { Actor } from '#domain/rights/rights.rules.ts'
import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'

/** Throws FORBIDDEN unless the person administers the platform. */
export const requirePlatformAdmin = (scope: Actor): void => {
  if (!isPlatformAdmin(scope)) throw new DomainError('FORBIDDEN')
}
