import { merge } from 'node-diff3'
import { z } from 'zod'

const merged = z.object({ conflict: z.boolean(), result: z.array(z.string()) })

const lines = (text: string): string[] => text.split('\n')

/**
 * Joins two people's changes to the text that both started from, line by line; null when both changed the same
 * lines: then a person decides.
 */
export const mergeText = ({
  started,
  mine,
  theirs,
}: {
  readonly started: string
  readonly mine: string
  readonly theirs: string
}): string | null => {
  // Both having made the same change is no conflict.
  const { conflict, result } = merged.parse(
    merge(lines(mine), lines(started), lines(theirs), { excludeFalseConflicts: true }),
  )
  return conflict ? null : result.join('\n')
}
