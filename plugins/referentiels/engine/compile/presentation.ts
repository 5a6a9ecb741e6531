import type { ReferentielDocument } from '../document/document.schema.ts'
import { defaultLevelKinds } from '../document/level-kinds.ts'
import type { Axis } from '../document/relations.schema.ts'
import {
  ancestorsOf,
  type CompiledAxis,
  type CompiledNode,
  type CompiledPage,
  type CompiledSpoke,
} from './compiled.ts'
import type { CompiledList } from './compile-scales.ts'
import type { Localise } from './localise.ts'

export type LevelKinds = { readonly pageKind: string | null; readonly criterionKind: string | null }

/** Which kinds are pages and criteria: what the document says, else its defaults, whatever the subset. */
export const levelKindsOf = (document: ReferentielDocument): LevelKinds => {
  const { criterionKind, pageKind } = document.presentation ?? {}
  const implied = defaultLevelKinds(document, criterionKind)
  return {
    criterionKind: criterionKind ?? implied.criterionKind ?? null,
    pageKind: pageKind ?? implied.pageKind ?? null,
  }
}

/** The pages in display order; a heading above the pages is one only if it asks something or holds criteria itself. */
export const pagesOf = (nodes: readonly CompiledNode[], criterionKind: string | null): readonly CompiledPage[] => {
  const byPage = Map.groupBy(nodes, (node) => node.page)
  return nodes.flatMap((node) => {
    const shown = node.page === node.code ? (byPage.get(node.code) ?? []) : []
    const criteria = shown.filter((one) => one.kind === criterionKind)
    return criteria.length > 0 || shown.some((one) => one.questions.length > 0) ? [{ node, nodes: shown, criteria }] : []
  })
}

/** Tags of one key, without it: `theme:1` is `1`. */
const tagged = (node: CompiledNode, key: string): readonly string[] =>
  node.tags.flatMap((tag) => (tag.startsWith(`${key}:`) ? [tag.slice(key.length + 1)] : []))

/** A criterion's tags of one key: its own, else those of the nearest node above that has some. */
const tagsOf = (
  criterion: CompiledNode,
  key: string,
  nodeByCode: ReadonlyMap<string, CompiledNode>,
): readonly string[] => {
  const own = tagged(criterion, key)
  if (own.length > 0) return own
  const above = ancestorsOf({ nodeByCode }, criterion).find((node) => tagged(node, key).length > 0)
  return above === undefined ? [] : tagged(above, key)
}

type Named = { readonly criteria: readonly CompiledNode[]; readonly nodeByCode: ReadonlyMap<string, CompiledNode> }

const spokesByKind = (
  axis: Axis,
  nodes: readonly CompiledNode[],
  criteria: readonly CompiledNode[],
): readonly CompiledSpoke[] => {
  // Node → how many criteria stand before it: those below a node are then one run.
  const before = [0]
  const isCriterion = new Set(criteria)
  for (const node of nodes) before.push((before.at(-1) ?? 0) + (isCriterion.has(node) ? 1 : 0))
  return nodes
    .filter((node) => node.kind === axis.value)
    .map((node) => ({
      code: node.code,
      label: node.title,
      number: node.number,
      node: node.code,
      criteria: criteria.slice(before[node.index], before[node.end]).map(({ code }) => code),
    }))
}

/** In the order of the list that labels them, then of first appearance. */
const spokesByTag = (axis: Axis, { criteria, nodeByCode }: Named, list: CompiledList | undefined): readonly CompiledSpoke[] => {
  const byTag = new Map<string, string[]>()
  for (const { code } of list?.options ?? []) byTag.set(code, [])
  for (const criterion of criteria) {
    for (const tag of new Set(tagsOf(criterion, axis.value, nodeByCode))) {
      const found = byTag.get(tag)
      if (found === undefined) byTag.set(tag, [criterion.code])
      else found.push(criterion.code)
    }
  }
  const labels = new Map((list?.options ?? []).map(({ code, label }) => [code, label]))
  return [...byTag]
    .filter(([, codes]) => codes.length > 0)
    .map(([code, codes]) => ({ code, label: labels.get(code) ?? code, number: null, node: null, criteria: codes }))
}

/** The radar's axes: by kind one spoke per node of that kind, by tag one per distinct tag of that key. */
export const axesOf = (
  document: ReferentielDocument,
  { nodes, criteria, nodeByCode }: Named & { readonly nodes: readonly CompiledNode[] },
  { localise, lists }: { readonly localise: Localise; readonly lists: ReadonlyMap<string, CompiledList> },
): readonly CompiledAxis[] =>
  (document.presentation?.axes ?? []).map((axis) => ({
    code: axis.code,
    label: localise.text(axis.label),
    by: axis.by,
    spokes:
      axis.by === 'kind'
        ? spokesByKind(axis, nodes, criteria)
        : spokesByTag(axis, { criteria, nodeByCode }, axis.list === undefined ? undefined : lists.get(axis.list)),
  }))
