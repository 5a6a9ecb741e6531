import type { Access, PayloadRequest } from 'payload'

import { requestInHand } from '#server/log/request-in-hand.ts'

import { anyOf, inOrganisationsWith, platformAdmins } from './access.ts'

/** The journal is for an organisation's administrators (their organisation) and the platform's. */
export const journalReaders: Access = anyOf(platformAdmins, inOrganisationsWith('journal:read'))

const idOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' ? id : null
}

/** The organisation that a changed row belongs to, for the journal. */
export const auditOrganisationOf = ({
  collection,
  doc,
}: {
  readonly collection: string
  readonly doc: Readonly<Record<string, unknown>>
}): string | null => (collection === 'organisations' ? idOf(doc.id) : idOf(doc.organisation))

/** Where a request keeps who acts before they have a session: whoever opens an account, or joins with a new one. */
const place = 'ownAccount'

/** From here on the journal names this person: « who » is known although nobody is signed in yet. `opening` until they have an id. */
export const actAs = (req: PayloadRequest, user: string): void => {
  req.context[place] = user
}

type Change = { readonly collection: string; readonly document: string | number | null; readonly operation: string }

const ownAccount = ({ context }: PayloadRequest, { collection, document, operation }: Change): string | null => {
  const user = context?.[place]
  if (typeof user !== 'string') return null
  if (user !== 'opening') return user
  // The account itself: the one whom it is for makes it.
  return collection === 'users' && operation === 'create' ? idOf(document) : null
}

/** Who acts, and on whose behalf: the latter is set by the screens of consultants on the request. */
export const auditActorOf = (
  req: PayloadRequest,
  change: Change,
): { readonly user?: { readonly id: string; readonly collection: string }; readonly onBehalfOf: string | null } => {
  const user = ownAccount(req, change)
  return {
    ...(user !== null && { user: { id: user, collection: 'users' } }),
    onBehalfOf: typeof req.context?.onBehalfOf === 'string' ? req.context.onBehalfOf : null,
  }
}

/** The request that an entry belongs to, by the id that stands in the log too. */
export const auditRequestOf = (req: PayloadRequest): string | null => requestInHand()?.id ?? req.headers?.get('x-request-id') ?? null
