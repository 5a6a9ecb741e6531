import type { PayloadRequest } from 'payload'

import { referentielDocument } from '../engine/document/document.schema.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { documentOf } from '../publication/draft-rows.ts'
import { checkedDraft } from './checked-draft.ts'
import { enterDraft } from './enter-draft.ts'
import { StudioFailure } from './failure.ts'
import { stateOf } from './open-draft.ts'

export type StandingDraft = {
  /** Absent while the draft is not even of the format's shape. */
  readonly document?: ReferentielDocument
  /** Sentences of what keeps it from being published, errors alone. */
  readonly errors: readonly string[]
}

/**
 * A draft as it stands, for a page that shows how it will look; null for whoever may not write it. Errors of meaning do
 * not hide it: one looks at a draft while one mends it.
 */
export const draftAsItStands = async (req: PayloadRequest, draft: string): Promise<StandingDraft | null> => {
  try {
    const state = await stateOf(await enterDraft(req, draft))
    const { document, findings } = checkedDraft(state)
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    if (document !== undefined) return { document, errors }
    const parsed = referentielDocument.safeParse(documentOf(state))
    return parsed.success ? { document: parsed.data, errors } : { errors }
  } catch (error) {
    if (error instanceof StudioFailure) return null
    throw error
  }
}
