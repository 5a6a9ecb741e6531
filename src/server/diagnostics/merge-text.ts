import { diff3Merge } from 'node-diff3'
import { z } from 'zod'

const regions = z.array(
  z.union([
    z.object({ ok: z.array(z.string()) }),
    z.object({ conflict: z.object({ a: z.array(z.string()), b: z.array(z.string()) }) }),
  ]),
)

export type MergedText = {
  readonly text: string
  /** True when both changed the same lines: `text` then holds both versions, theirs first, and a person decides. */
  readonly contradicts: boolean
}

const lines = (text: string): string[] => text.split('\n')

/** Joins two people's changes to the text that both started from, line by line. */
export const mergeText = ({
  started,
  mine,
  theirs,
}: {
  readonly started: string
  readonly mine: string
  readonly theirs: string
}): MergedText => {
  // Both having made the same change is no contradiction.
  const merged = regions.parse(diff3Merge(lines(mine), lines(started), lines(theirs), { excludeFalseConflicts: true }))
  return {
    text: merged.flatMap((region) => ('ok' in region ? region.ok : [...region.conflict.b, ...region.conflict.a])).join('\n'),
    contradicts: merged.some((region) => 'conflict' in region),
  }
}
