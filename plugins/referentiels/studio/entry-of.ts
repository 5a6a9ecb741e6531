import type { DraftEntry } from '../types.ts'
import type { Change } from './contract/changes.ts'
import type { LogLine } from './log.ts'

/** A batch in words of a journal: place by place what stood and what stands there. What was removed is told by its code. */
export const entryOf = (lines: readonly LogLine[]): Pick<DraftEntry, 'before' | 'after'> => {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const line of lines) {
    if (line.outcome.status !== 'applied') continue
    const { place, was, is } = told(line)
    if (!Object.hasOwn(before, place)) before[place] = was
    after[place] = is
  }
  return { before, after }
}

type Told = { readonly place: string; readonly was: unknown; readonly is: unknown }

const told = ({ change, outcome, subject, removal }: LogLine): Told => {
  const code = (outcome.status === 'applied' ? outcome.code : undefined) ?? subject?.code ?? ''
  const [inverse] = outcome.status === 'applied' ? outcome.inverse : []
  switch (change.kind) {
    case 'set':
    case 'unset':
    case 'arrange': {
      const place = [('part' in change.target ? change.target.part : code), ...change.path].join('/')
      return { place, was: valueOf(inverse), is: valueOf(change) }
    }
    case 'add-node':
    case 'add-question':
    case 'duplicate':
      return { place: code, was: null, is: change.kind === 'duplicate' ? { copyOf: subject?.code } : change.fields }
    case 'move':
      return { place: `${code}/place`, was: placeIn(inverse), is: placeIn(change) }
    case 'rename':
      return { place: `${code}/code`, was: inverse?.kind === 'rename' ? inverse.code : null, is: change.code }
    case 'renumber':
      return { place: `${code}/numbers`, was: null, is: change.style }
    case 'remove':
      return { place: code, was: { rows: removal?.rows.map((row) => row.code) ?? [] }, is: null }
    case 'restore':
      return { place: `restored ${change.sequence}`, was: null, is: true }
    case 'version':
      return { place: 'version', was: inverse?.kind === 'version' ? inverse.version : null, is: change.version }
  }
}

const valueOf = (change: Change | undefined): unknown => {
  if (change?.kind === 'set') return change.value
  return change?.kind === 'arrange' ? change.keys : null
}

const placeIn = (change: Change | undefined): unknown =>
  change?.kind === 'move' ? { parent: change.parent, after: change.after ?? null } : null
