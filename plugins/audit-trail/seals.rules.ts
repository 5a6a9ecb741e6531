import { createHash } from 'node:crypto'

import { canonicalJson } from './canonical-json.ts'
import type { Json } from './types.ts'

/** What the first seal is chained to. */
export const genesis = '0'.repeat(64)

/** An entry as it is hashed: all of its columns, its instant in UTC. */
export type SealedContent = { readonly [column: string]: Json }

/** SHA-256, in hexadecimal, of the previous seal's hash followed by the entry's canonical JSON. */
export const sealHash = (previousHash: string, content: SealedContent): string =>
  createHash('sha256').update(previousHash).update(canonicalJson(content)).digest('hex')

export type Link = { readonly entry: string; readonly previousHash: string; readonly hash: string }

/** The links that continue a chain, in the order of the entries. */
export const linksAfter = (
  previousHash: string,
  entries: readonly { readonly id: string; readonly content: SealedContent }[],
): readonly Link[] => {
  const links: Link[] = []
  for (const { id, content } of entries) {
    const previous = links.at(-1)?.hash ?? previousHash
    links.push({ entry: id, previousHash: previous, hash: sealHash(previous, content) })
  }
  return links
}

export type Seal = Link & {
  readonly position: number
  /** Null when the entry is gone. */
  readonly content: SealedContent | null
}

/** What is wrong with a chain. */
export type ChainProblem = 'POSITION_MISSING' | 'LINK_BROKEN' | 'ENTRY_MISSING' | 'ENTRY_ALTERED'

export type Head = { readonly position: number; readonly hash: string }

/** What is wrong with the seal that follows `head`; undefined when all is well. */
export const problemOf = (head: Head, seal: Seal): ChainProblem | undefined => {
  if (seal.position !== head.position + 1) return 'POSITION_MISSING'
  if (seal.previousHash !== head.hash) return 'LINK_BROKEN'
  if (seal.content === null) return 'ENTRY_MISSING'
  return sealHash(seal.previousHash, seal.content) === seal.hash ? undefined : 'ENTRY_ALTERED'
}
