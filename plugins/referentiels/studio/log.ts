import { z } from 'zod'

import type { Removal } from './change-tree.ts'
import type { Change } from './contract/changes.ts'
import type { Outcome } from './desk.ts'

/** What the log keeps of one change: what was asked, what came of it, what it was about and what it took. */
export type LogLine = {
  readonly change: Change
  readonly outcome: Outcome
  readonly subject: { readonly code: string; readonly row: 'node' | 'question'; readonly title: string | null } | null
  readonly removal?: Removal
}

/** Our own writing, read back: whoever can alter the log can alter the draft itself. */
const line = z.custom<LogLine>((value) => typeof value === 'object' && value !== null && 'change' in value && 'outcome' in value)

export const logLines = (changes: readonly unknown[]): readonly LogLine[] => z.array(line).parse(changes)
