/**
 * Proposes the migration lines of a new version from the difference with the old one (`referentiel-format.md` §3.8): by
 * the likeness of texts and codes, each line with its reason. It proposes; the author confirms.
 */
import { nodeDifference } from '../difference/node-difference.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { editDistance } from '../edit-distance.ts'
import { askedContent } from './asked-content.ts'
import { codeFacts, type CodeFacts } from './code-facts.ts'
import { containment, likeness } from './likeness.ts'
import type { MigrationItem } from './migration-map.ts'
import { proposedValues, valuesAt } from './propose-values.ts'

export const proposalReasons = [
  'same-external-code', 'same-text', 'alike-text', 'alike-code', 'merged-into', 'split-into',
  'type-changed', 'scale-changed', 'words-changed', 'code-reused', 'nothing-alike',
] as const
export type ProposalReason = (typeof proposalReasons)[number]

export type Proposal = {
  readonly item: MigrationItem
  readonly reason: ProposalReason
  /** 0…1, of the texts before and after; null where none was compared. */
  readonly likeness: number | null
}

/** From here a text is taken for the same thing said otherwise. */
const alike = 0.55
/** From here one text is taken to be a part of another. */
const part = 0.6
/** Below, a code that stayed seems to stand for something else. */
const foreign = 0.25
const nearestLooked = 12
/** A word of more texts than this tells none of them from another. */
const commonWord = 100

type Pair = { readonly old: CodeFacts; readonly now: CodeFacts; readonly near: number; readonly reason: ProposalReason }

const codeLikeness = (one: string, other: string): number => 1 - editDistance(one, other) / Math.max(one.length, other.length)

const pairOf = (old: CodeFacts, now: CodeFacts, parents: ReadonlyMap<string, string>): Pair => {
  if (old.externalCode !== null && old.externalCode === now.externalCode) return { old, now, near: 1, reason: 'same-external-code' }
  const texts = likeness(old.print, now.print)
  const codes = codeLikeness(old.code, now.code)
  const isNeighbour = old.parent !== null && now.parent !== null && (parents.get(old.parent) ?? old.parent) === now.parent
  const near = Math.min(1, texts + (codes >= 0.7 ? 0.1 : 0) + (isNeighbour ? 0.05 : 0) + (old.number !== null && old.number === now.number ? 0.05 : 0))
  const reason = texts === 1 ? 'same-text' : texts >= alike ? 'alike-text' : 'alike-code'
  return { old, now, near, reason }
}

/** Pairs worth a look: those that share an external code, or the rarest of their words. */
const pairsBetween = (olds: readonly CodeFacts[], nows: readonly CodeFacts[], parents: ReadonlyMap<string, string>): readonly Pair[] => {
  const byWord = new Map<string, CodeFacts[]>()
  for (const now of nows) {
    for (const word of [...now.print.words, `\0${now.externalCode ?? now.code}`]) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [now])
      else known.push(now)
    }
  }
  return olds.flatMap((old) => {
    const weights = new Map<CodeFacts, number>()
    for (const word of [...old.print.words, `\0${old.externalCode ?? old.code}`]) {
      const found = byWord.get(word) ?? []
      if (found.length > commonWord) continue
      for (const now of found) if (now.sort === old.sort) weights.set(now, (weights.get(now) ?? 0) + 1 / found.length)
    }
    const looked = [...weights].toSorted(([, one], [, other]) => other - one).slice(0, nearestLooked)
    return looked.map(([now]) => pairOf(old, now, parents))
  })
}

/** Each old code with the new one that it became, the surest first, none twice. */
const renames = (pairs: readonly Pair[]): ReadonlyMap<string, Pair> => {
  const found = new Map<string, Pair>()
  const taken = new Set<string>()
  for (const pair of pairs.toSorted((one, other) => other.near - one.near)) {
    if (pair.near < alike || found.has(pair.old.code) || taken.has(pair.now.code)) continue
    found.set(pair.old.code, pair)
    taken.add(pair.now.code)
  }
  return found
}

type Asked = ReturnType<typeof askedContent>
type Versions = { readonly before: ReferentielDocument; readonly after: ReferentielDocument; readonly old: Asked; readonly now: Asked }

const valueMapOf = ({ before, after }: Versions, old: CodeFacts, now: CodeFacts): MigrationItem['valueMap'] => {
  if (old.answer === null || now.answer === null) return undefined
  const values = proposedValues(valuesAt(before, old.answer), valuesAt(after, now.answer))
  return Object.keys(values).length === 0 ? undefined : values
}

/** The line of a code that became one other, or stayed: how it is answered says which kind of line. */
const single = (versions: Versions, pair: Pair): Proposal | null => {
  const { old, now, near, reason } = pair
  const isSameCode = old.code === now.code
  const [was, is] = [versions.old.get(old.code), versions.now.get(now.code)]
  const to = isSameCode ? {} : { to: [now.code] }
  if (was === undefined || is === undefined) return null
  if (was.answer !== null && was.answer.type !== is.answer?.type) {
    const valueMap = valueMapOf(versions, old, now)
    return { item: { from: old.code, ...to, kind: 'retyped', ...(valueMap && { valueMap }) }, reason: 'type-changed', likeness: near }
  }
  if (was.answer !== null && was.answer.choices !== is.answer?.choices) {
    const valueMap = valueMapOf(versions, old, now)
    return { item: { from: old.code, ...to, kind: valueMap ? 'rescaled' : 'retyped', ...(valueMap && { valueMap }) }, reason: 'scale-changed', likeness: near }
  }
  if (!isSameCode) {
    return { item: { from: old.code, to: [now.code], kind: 'renamed', ...(was.words !== is.words && { confirm: true }) }, reason, likeness: near }
  }
  if (was.words === is.words) return null
  const texts = likeness(old.print, now.print)
  return { item: { from: old.code, kind: 'reworded' }, reason: texts < foreign ? 'code-reused' : 'words-changed', likeness: texts }
}

type Held = { readonly holder: CodeFacts; readonly near: number }

/** Comparisons that one proposal makes at most: about half a second. Then it stops guessing. */
const budget = 100_000

/** For each text, the other that holds most of it, if it holds enough. */
const holderFinder = () => {
  let spent = 0
  return (small: CodeFacts, others: readonly CodeFacts[]): Held | null => {
    let best: Held | null = null
    for (const holder of others) {
      if (holder.sort !== small.sort || holder.code === small.code) continue
      spent += 1
      if (spent > budget) return null
      const near = containment(small.print, holder.print)
      if (near >= part && (best === null || near > best.near)) best = { holder, near }
    }
    return best
  }
}

/** Proposed lines, in the order of the old version. What stays the same needs none. */
export const proposeMigration = (before: ReferentielDocument, after: ReferentielDocument): readonly Proposal[] => {
  const versions = { before, after, old: askedContent(before), now: askedContent(after) }
  const holderOf = holderFinder()
  const difference = nodeDifference(before, after)
  const [removed, added] = [new Set(difference.removed), new Set(difference.added)]
  const [olds, nows] = [codeFacts(before), codeFacts(after)]
  const nowByCode = new Map(nows.map((facts) => [facts.code, facts]))
  const oldByCode = new Map(olds.map((facts) => [facts.code, facts]))
  const isNode = ({ sort }: CodeFacts) => sort.startsWith('node')
  const gone = olds.filter((facts) => (isNode(facts) ? removed.has(facts.code) : !nowByCode.has(facts.code)))
  const fresh = nows.filter((facts) => (isNode(facts) ? added.has(facts.code) : !oldByCode.has(facts.code)))
  const nodeRenames = renames(pairsBetween(gone.filter(isNode), fresh.filter(isNode), new Map()))
  const parents = new Map([...nodeRenames].map(([code, { now }]) => [code, now.code]))
  const isQuestion = (facts: CodeFacts) => !isNode(facts)
  const renamed = new Map([...nodeRenames, ...renames(pairsBetween(gone.filter(isQuestion), fresh.filter(isQuestion), parents))])

  const kept = olds.flatMap((old): readonly Pair[] => {
    const now = nowByCode.get(old.code)
    return now === undefined ? [] : [{ old, now, near: likeness(old.print, now.print), reason: 'words-changed' }]
  })
  const keptByCode = new Map(kept.map((pair) => [pair.old.code, pair]))
  const changed = kept.filter(({ old, now }) => old.text !== now.text)
  const successor = new Map<string, string>([...renamed].map(([code, { now }]): [string, string] => [code, now.code]).concat(kept.map(({ old }) => [old.code, old.code])))
  const growing = [...changed.map(({ now }) => now), ...[...renamed.values()].map(({ now }) => now)]
  const shrinking = [...changed.map(({ old }) => old), ...[...renamed.values()].map(({ old }) => old)]

  const merges = new Map(
    gone.filter(({ code }) => !renamed.has(code)).flatMap((old) => {
      const found = holderOf(old, growing)
      return found === null ? [] : [[old.code, found] as const]
    }),
  )
  const taken = new Set([...renamed.values()].map(({ now }) => now.code))
  const splits = Map.groupBy(
    fresh.filter(({ code }) => !taken.has(code)).flatMap((now) => {
      const found = holderOf(now, shrinking)
      return found === null || merges.has(found.holder.code) ? [] : [{ from: found.holder.code, to: now.code, near: found.near }]
    }),
    ({ from }) => from,
  )
  const mergedInto = new Set([...merges.values()].map(({ holder }) => holder.code))

  return olds.flatMap((old): readonly Proposal[] => {
    const merge = merges.get(old.code)
    if (merge !== undefined) {
      return [{ item: { from: old.code, to: [merge.holder.code], kind: 'merged' }, reason: 'merged-into', likeness: merge.near }]
    }
    const own = successor.get(old.code)
    const parts = splits.get(old.code)
    if (parts !== undefined && own !== undefined) {
      return [{ item: { from: old.code, to: [own, ...parts.map(({ to }) => to)], kind: 'split' }, reason: 'split-into', likeness: Math.min(...parts.map(({ near }) => near)) }]
    }
    if (own !== undefined && mergedInto.has(own)) {
      return [{ item: { from: old.code, to: [own], kind: 'merged' }, reason: 'merged-into', likeness: null }]
    }
    const pair = renamed.get(old.code) ?? keptByCode.get(old.code)
    if (pair === undefined) return [{ item: { from: old.code, kind: 'removed' }, reason: 'nothing-alike', likeness: null }]
    const line = single(versions, pair)
    return line === null ? [] : [line]
  })
}
