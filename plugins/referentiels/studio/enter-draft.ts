import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { optionsOf } from '../options-of.ts'
import { databaseOf } from '../publication/transaction.ts'
import type { ReferentielsDatabase, ReferentielsOptions } from '../types.ts'
import { StudioFailure } from './failure.ts'
import { isAmong, ownersWrittenBy } from './owners.ts'
import { type DraftHead, findDraft } from './studio.queries.ts'

/** A draft that the person may write, as the database says whose it is. */
export type Entered = {
  readonly req: PayloadRequest
  readonly options: ReferentielsOptions
  readonly database: ReferentielsDatabase
  readonly person: string
  readonly head: DraftHead
}

/** Answers alike for a draft that is not there and for one of somebody else's: NOT_FOUND. */
export const enterDraft = async (req: PayloadRequest, draft: string | undefined): Promise<Entered> => {
  const options = optionsOf(req.payload)
  const database = await databaseOf(req)
  const id = z.uuid().safeParse(draft)
  const head = id.success ? await findDraft(database, id.data) : null
  const isAllowed = head !== null && !head.isShipped && isAmong(await ownersWrittenBy(options, req), head.owner)
  if (head === null || !isAllowed || !req.user) throw new StudioFailure('NOT_FOUND')
  return { req, options, database, person: String(req.user.id), head }
}
