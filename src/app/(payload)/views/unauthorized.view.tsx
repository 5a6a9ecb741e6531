import type { AdminViewServerProps } from 'payload'

import { isStaff } from '#domain/rights/rights.rules.ts'
import type { Refused } from '#features/administration/refusal.screen.tsx'
import { RefusalScreen } from '#features/administration/refusal.screen.tsx'
import { actorOf } from '#server/scope/actor.ts'

/** `/admin/unauthorized`: the one view that anybody may see. */
export async function UnauthorizedView({ initPageResult: { req } }: AdminViewServerProps) {
  const actor = await actorOf(req)
  const refused: Refused = actor === null ? 'visitor' : isStaff(actor) ? 'staff' : 'member'
  return <RefusalScreen refused={refused} />
}
