import { inTransaction } from '../publication/transaction.ts'
import { deleteDraft } from '../publication/write-version.ts'
import type { Entered } from './enter-draft.ts'
import { StudioFailure } from './failure.ts'
import { lockDraft } from './studio.queries.ts'

/** Takes a draft away for good, with its log; published versions stay as they are. */
export const abandonDraft = ({ req, head }: Entered): Promise<void> =>
  inTransaction({ payload: req.payload, user: req.user }, async (local, database) => {
    if ((await lockDraft(database, head)) === null) throw new StudioFailure('NOT_FOUND')
    await deleteDraft({ req: local, database }, head.id)
    return { isKept: true }
  }).then(() => undefined)
