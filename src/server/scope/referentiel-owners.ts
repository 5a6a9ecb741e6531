import type { PayloadRequest } from 'payload'

import { organisationsOf, ownersWrittenBy } from '#domain/rights/referentiel-owners.rules.ts'
import type { ReferentielOwner } from '#domain/rights/referentiel-owners.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'

import { actorOf } from './actor.ts'
import { networksOf } from './names.queries.ts'

/** For whom the person who asks writes référentiels. */
export const referentielsWrittenBy = async (req: PayloadRequest): Promise<readonly ReferentielOwner[]> =>
  ownersWrittenBy(await actorOf(req))

/** Whose référentiels the person may see once they are published: those of their organisations, and of their networks. */
export const referentielsReadBy = async (req: PayloadRequest): Promise<readonly ReferentielOwner[]> => {
  const organisations = organisationsOf(await actorOf(req))
  const networks = await networksOf(await databaseOf(req), organisations)
  return [
    ...organisations.map((id) => ({ kind: 'organisation' as const, id })),
    ...networks.map((id) => ({ kind: 'network' as const, id })),
  ]
}
