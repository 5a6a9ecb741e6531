import type { PayloadRequest } from 'payload'

import { isStaff } from '#domain/rights/rights.rules.ts'
import { actorOf } from '#server/scope/actor.ts'

/** The admin is for the platform's team; organisations have the front office. */
export const mayOpenAdmin = async ({ req }: { req: PayloadRequest }): Promise<boolean> => isStaff(await actorOf(req))
