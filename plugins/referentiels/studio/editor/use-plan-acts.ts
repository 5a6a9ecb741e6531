'use client'

import { blankTexts } from '../../texts/studio/blanks.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio } from '../client/studio-context.ts'
import type { Change } from '../contract/changes.ts'
import { readText } from '../fields/facts.ts'
import { useFacts } from '../fields/field-place.ts'
import type { NodeRow } from '../model/draft.ts'
import type { Destination, Direction, Landing } from '../model/moves.rules.ts'
import { destinationOf, landingPlace, moveTo, renumberBelow } from '../model/moves.rules.ts'
import { neighbourOf, parentOf, siblingsOf } from '../model/outline.rules.ts'

const { labels, tree: texts } = studioTexts

export type PlanActs = {
  readonly move: (direction: Direction) => void
  readonly drop: (node: NodeRow, landing: Landing) => void
  readonly add: (where: 'after' | 'inside') => void
  readonly duplicate: () => void
  readonly remove: () => void
  /** What the chosen element holds, or the whole plan. */
  readonly renumber: (what: 'inside' | 'all') => void
  /** Label of the level that a new element would have, or null where none fits. */
  readonly kindFor: (where: 'after' | 'inside') => { readonly value: string; readonly label: string } | null
}

/** What one does to the plan, each act said to whoever does not see it. */
export const usePlanActs = ({ chosen, onChoose, onWrite, onVain }: {
  readonly chosen: NodeRow | null
  readonly onChoose: (id: string | null) => void
  /** Goes to the title of an element. */
  readonly onWrite: (id: string) => void
  /** Shows why an act did nothing, where the plan itself does not. */
  readonly onVain: (sentence: string) => void
}): PlanActs => {
  const { store, say } = useStudio()
  const { kinds, language } = useFacts()
  const titleOf = (node: NodeRow): string => readText(node.data['title'], language) || texts.untitled
  const send = (changes: readonly Change[], label: string): void => store.edit({ changes, label })

  const goTo = (node: NodeRow, to: Destination | null): void => {
    const { outline } = store.view()
    const change = to === null ? null : moveTo(outline, node, to)
    if (change === null) return say(texts.stuck(titleOf(node)))
    send([change], labels.move(titleOf(node)))
    const now = store.view().outline
    const moved = now.byId.get(node.id)
    if (moved === undefined) return
    const siblings = siblingsOf(now, moved)
    const parent = parentOf(now, moved)
    say(texts.moved(titleOf(moved), siblings.indexOf(moved) + 1, siblings.length, parent === null ? null : titleOf(parent)))
  }

  const kindFor: PlanActs['kindFor'] = (where) => {
    if (chosen === null) return kinds[0] ?? null
    if (where === 'after') return kinds.find(({ value }) => value === chosen.kind) ?? kinds[0] ?? null
    const { outline } = store.view()
    const child = outline.childrenOf(chosen.code)[0]
    const next = kinds.findIndex(({ value }) => value === (child?.kind ?? chosen.kind)) + (child === undefined ? 1 : 0)
    return kinds[Math.min(next, kinds.length - 1)] ?? null
  }

  return {
    kindFor,
    move: (direction) => {
      if (chosen !== null) goTo(chosen, destinationOf(store.view().outline, chosen, direction))
    },
    drop: (node, landing) => {
      goTo(node, landingPlace(store.view().outline, node, landing))
      onChoose(node.id)
    },
    add: (where) => {
      const { outline } = store.view()
      const kind = kindFor(where)?.value ?? 'element'
      const id = crypto.randomUUID()
      const parent = chosen === null ? null : where === 'inside' ? chosen : parentOf(outline, chosen)
      const siblings = chosen === null ? [] : where === 'inside' ? outline.childrenOf(chosen.code) : siblingsOf(outline, chosen)
      const alike = [...outline.byId.values()].filter((node) => node.kind === kind)
      const rating = commonRating(siblings.length > 0 ? siblings : alike)
      send(
        [{
          kind: 'add-node',
          id,
          parent: parent?.id ?? null,
          ...(where === 'after' && chosen !== null && { after: chosen.id }),
          nodeKind: kind,
          fields: { title: blankTexts.node, ...(rating !== null && { rating }) },
        }],
        labels.add(blankTexts.node),
      )
      onChoose(id)
      onWrite(id)
      say(texts.added(blankTexts.node))
    },
    duplicate: () => {
      if (chosen === null) return
      const id = crypto.randomUUID()
      send([{ kind: 'duplicate', source: chosen.id, id }], labels.duplicate(titleOf(chosen)))
      onChoose(id)
    },
    remove: () => {
      if (chosen === null) return
      const next = neighbourOf(store.view().outline, chosen)
      send([{ kind: 'remove', row: chosen.id, base: chosen.revision }], labels.remove(titleOf(chosen)))
      onChoose(next?.id ?? null)
      say(texts.removed(titleOf(chosen)))
    },
    renumber: (what) => {
      const parent = what === 'all' ? null : chosen
      const change = renumberBelow(store.view().outline, parent)
      const sentence = change === null ? texts.nothingToNumber(parent === null ? null : titleOf(parent)) : texts.renumbered
      if (change === null) onVain(sentence)
      else send([change], labels.renumber)
      say(sentence)
    },
  }
}

/** A new element is rated like all those beside it, or the first one in its place like all of its kind, where they agree. */
const commonRating = (siblings: readonly NodeRow[]): string | null => {
  const ratings = new Set(siblings.map(({ data }) => data['rating']))
  const [only] = [...ratings]
  return ratings.size === 1 && typeof only === 'string' ? only : null
}
