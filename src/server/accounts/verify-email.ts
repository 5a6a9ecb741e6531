import type { PayloadRequest } from 'payload'

/** Notes that a person proved to read the mailbox: they followed a link that only it received. */
export const verifyEmail = async (
  req: PayloadRequest,
  { user, email, now }: { readonly user: string; readonly email: string; readonly now: Date },
): Promise<void> => {
  await req.payload.update({
    collection: 'users',
    // The address may have changed since the link was sent.
    where: { id: { equals: user }, email: { equals: email }, emailVerifiedAt: { exists: false } },
    data: { emailVerifiedAt: now.toISOString() },
    overrideAccess: true,
    req,
  })
}
