import { createLocalReq } from 'payload'

import type { DomainError } from '#domain/domain-error.ts'
import type { Result } from '#domain/result.ts'
import { readLink } from '#server/accounts/access-links.ts'
import type { AccessLink, LinkPurpose } from '#server/accounts/access-links.queries.ts'
import { payloadInstance } from '#server/payload.ts'

/** What the link of a page's address opens now. Changes nothing: mail programs open links before people do. */
export const linkOfPage = async (
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<Result<AccessLink, DomainError>> => {
  const payload = await payloadInstance()
  const req = await createLocalReq({}, payload)
  return readLink(req, { token, purposes, now: new Date() })
}
