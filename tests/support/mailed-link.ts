import type { Payload } from 'payload'

/** The token of the latest link below this path that was mailed to the person: the only place where it stands. */
export const mailedLink = async (payload: Payload, to: string, path: string): Promise<string> => {
  const { docs } = await payload.find({
    collection: 'mails',
    where: { to: { equals: to } },
    sort: '-createdAt,-id',
    limit: 1,
    overrideAccess: true,
  })
  const [, token] = docs[0]?.text?.match(new RegExp(`${path}([\\w-]+)`)) ?? []
  if (token === undefined) throw new Error(`${to} got no link to ${path}`)
  return token
}
