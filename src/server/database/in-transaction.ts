import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload, PayloadRequest, TypedUser } from 'payload'

/**
 * Runs `work` in one transaction and hands it the request that every nested call must pass on.
 * Whatever throws rolls everything back, mails and jobs included.
 */
export const inTransaction = async <T>(
  { payload, user = null }: { readonly payload: Payload; readonly user?: TypedUser | null },
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  await initTransaction(req)
  try {
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
