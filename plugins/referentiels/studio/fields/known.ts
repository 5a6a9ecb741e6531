import { readingOrder } from '../model/outline.rules.ts'
import type { Outline } from '../model/outline.rules.ts'
import type { Facts } from './facts.ts'
import type { Known } from './field-spec.ts'

/** What there is to begin a new item with, so that it is no fault before anybody wrote in it. */
export const knownOf = ({ kinds, lists }: Pick<Facts, 'kinds' | 'lists'>, outline: Outline): Known => {
  const nodes = readingOrder(outline)
  return {
    kinds: kinds.map(({ value }) => value),
    firstNode: nodes[0]?.code ?? '',
    firstList: lists[0]?.value,
    countOf: (kind) => nodes.filter((node) => node.kind === kind).length,
  }
}
