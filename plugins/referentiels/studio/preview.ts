import type { PayloadRequest } from 'payload'

import { compile, type CompileOptions } from '../engine/compile/compile.ts'
import type { Compiled } from '../engine/compile/compiled.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { normalise } from '../engine/document/normalise.ts'
import { checkedDraft } from './checked-draft.ts'
import type { StudioFinding } from './contract/draft.ts'
import { enterDraft } from './enter-draft.ts'
import { StudioFailure } from './failure.ts'
import { stateOf } from './open-draft.ts'

export type DraftPreview = {
  readonly id: string
  readonly referentiel: string
  readonly version: string
  readonly sequence: number
  /** Null while an error stands: there is nothing yet that could be answered. */
  readonly ready: { readonly document: ReferentielDocument; readonly compiled: Compiled } | null
  readonly findings: readonly StudioFinding[]
}

/** A draft made ready for use, as a published version would be; null without the right to it, as for one that is not there. */
export const previewOf = async (
  req: PayloadRequest,
  { draft, options = {} }: { readonly draft: string; readonly options?: CompileOptions },
): Promise<DraftPreview | null> => {
  try {
    const state = await stateOf(await enterDraft(req, draft))
    const { document, findings } = checkedDraft(state)
    const { id, referentiel, version, sequence } = state
    const normal = document && normalise(document)
    return { id, referentiel, version, sequence, findings, ready: normal ? { document: normal, compiled: compile(normal, options) } : null }
  } catch (error) {
    if (error instanceof StudioFailure) return null
    throw error
  }
}
