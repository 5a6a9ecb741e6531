import type { PayloadRequest } from 'payload'

import type { Right } from '#domain/rights/rights.rules.ts'
import { organisationsWith } from '#domain/rights/rights.rules.ts'

import { actorOf } from './actor.ts'

/** The organisations in which the person who asks has the right, for the walls of the plugin `tenancy`. */
export const tenantsWith = async (req: PayloadRequest, right: Right): Promise<'all' | readonly string[]> =>
  organisationsWith(await actorOf(req), right)
