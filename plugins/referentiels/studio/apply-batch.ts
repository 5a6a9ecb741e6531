import { semanticVersion } from '../engine/document/codes.ts'
import { arrangeList, setPlace, unsetPlace } from './change-fields.ts'
import { addNode, addQuestion, duplicateBranch, moveRow, removeBranch, renameRow, renumberBranch, restoreBranch } from './change-tree.ts'
import type { Removal } from './change-tree.ts'
import type { Change } from './contract/changes.ts'
import { applied, type Desk, type Outcome, refused } from './desk.ts'

/** Applies a batch to a desk, change by change. It holds no database: ids, removals and versions come in as arguments. */

export type Surroundings = {
  /** The last change that the author knew of. */
  readonly since: number
  readonly newId: () => string
  /** What an earlier batch of the log took. */
  readonly removalAt: (sequence: number, index: number) => Removal | undefined
  /** Versions that the référentiel has beside this draft. */
  readonly versions: ReadonlySet<string>
}

export type Applied = { readonly outcomes: readonly Outcome[]; readonly removals: ReadonlyMap<number, Removal> }

export const applyBatch = (desk: Desk, changes: readonly Change[], surroundings: Surroundings): Applied => {
  const removals = new Map<number, Removal>()
  const outcomes = changes.map((change, index): Outcome => {
    switch (change.kind) {
      case 'set':
        return setPlace(desk, change)
      case 'unset':
        return unsetPlace(desk, change)
      case 'arrange':
        return arrangeList(desk, change)
      case 'add-node':
        return addNode(desk, change)
      case 'add-question':
        return addQuestion(desk, change)
      case 'duplicate':
        return duplicateBranch(desk, change, surroundings.newId)
      case 'move':
        return moveRow(desk, change)
      case 'rename':
        return renameRow(desk, change)
      case 'renumber':
        return renumberBranch(desk, change)
      case 'remove':
        return removeBranch(desk, change, { since: surroundings.since, index, keep: (removal) => removals.set(index, removal) })
      case 'restore':
        return restoreBranch(desk, change.sequence === desk.sequence ? removals.get(change.index) : surroundings.removalAt(change.sequence, change.index))
      case 'version':
        return changeVersion(desk, change.version, surroundings.versions)
    }
  })
  return { outcomes, removals }
}

const changeVersion = (desk: Desk, version: string, taken: ReadonlySet<string>): Outcome => {
  if (desk.version === version) return { status: 'unchanged' }
  if (!semanticVersion.safeParse(version).success) return refused('VERSION_INVALID')
  if (taken.has(version)) return refused('VERSION_TAKEN')
  const before = desk.version
  desk.version = version
  return applied([{ kind: 'version', version: before }])
}

/** Whether a change needs the whole draft on the desk, or only the rows and parts that it names. */
export const needsWhole = (change: Change): boolean => {
  if (change.kind === 'version') return false
  if (change.kind === 'arrange') return false
  if (change.kind !== 'set' && change.kind !== 'unset') return true
  // The name of an item: what refers to it follows.
  const last = change.path.at(-1)
  return 'part' in change.target && (last === 'code' || last === 'rulesVersion')
}
