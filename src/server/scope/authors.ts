import type { PayloadRequest } from 'payload'

import { isStaff } from '#domain/rights/rights.rules.ts'

import { actorOf } from './actor.ts'

/** Who writes the platform's référentiels: CRESS staff and the platform's administrators (domain.md §4.1). */
export const platformAuthors = async (req: PayloadRequest): Promise<boolean> => isStaff(await actorOf(req))
