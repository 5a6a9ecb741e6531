import type { Access, PayloadRequest } from 'payload'

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

/** On whose behalf a person works: set by the screens of consultants on the request. */
export const auditActorOf = (req: PayloadRequest): { readonly onBehalfOf: string | null } => ({
  onBehalfOf: typeof req.context?.onBehalfOf === 'string' ? req.context.onBehalfOf : null,
})
