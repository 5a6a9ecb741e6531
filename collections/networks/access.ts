import type { Access } from 'payload'

import { organisationsWith } from '#domain/rights/rights.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { whereOrganisationIn } from '#server/scope/access.ts'
import { actorOf } from '#server/scope/actor.ts'

import { networksOfOrganisations } from './networks.queries.ts'

/** Rows of the networks that the person leads; `path` is the column that names the network. */
export const ledNetworks =
  (path: string): Access =>
  async ({ req }) =>
    whereOrganisationIn((await actorOf(req))?.networks ?? [], path)

/** Networks that the person leads, or that an organisation of theirs belongs to today. */
export const ledOrJoinedNetworks: Access = async ({ req }) => {
  const actor = await actorOf(req)
  const organisations = organisationsWith(actor, 'organisation:read')
  if (organisations === 'all') return true
  const joined =
    organisations.length === 0 ? [] : await networksOfOrganisations(await databaseOf(req), organisations)
  return whereOrganisationIn([...new Set([...(actor?.networks ?? []), ...joined])], 'id')
}

/** The same networks, for rows that name theirs in `network`. */
export const ofLedOrJoinedNetworks: Access = async (args) => {
  const rows = await ledOrJoinedNetworks(args)
  return typeof rows === 'boolean' ? rows : { network: rows.id ?? { in: [] } }
}
