import type { PayloadRequest } from 'payload'

/** Notes that a person proved to read the mailbox: they followed a link that only it received. */
export const verifyEmail = async (req: PayloadRequest, user: string, now: Date): Promise<void> => {
  await req.payload.update({
    collection: 'users',
    where: { id: { equals: user }, emailVerifiedAt: { exists: false } },
    data: { emailVerifiedAt: now.toISOString() },
    overrideAccess: true,
    req,
  })
}
