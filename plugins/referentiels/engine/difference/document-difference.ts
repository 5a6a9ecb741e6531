import type { ReferentielDocument } from '../document/document.schema.ts'
import { normalise } from '../document/normalise.ts'
import { type NodeDifference, nodeDifference } from './node-difference.ts'
import { changeBetween, nextVersion, type VersionChange } from './version-change.ts'

export type DocumentDifference = {
  readonly nodes: NodeDifference
  readonly change: VersionChange
  /** The lowest version that says this change. */
  readonly nextVersion: string
}

/** How two checked documents differ, whatever their order and the defaults that they write out. */
export const documentDifference = (before: ReferentielDocument, after: ReferentielDocument): DocumentDifference => {
  const [old, now] = [normalise(before), normalise(after)]
  const change = changeBetween(old, now)
  return { nodes: nodeDifference(old, now), change, nextVersion: nextVersion(old.version, change) }
}
