import { canonicalText } from '../document/canonical-text.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { ReferentielNode } from '../document/node.schema.ts'
import type { Question } from '../document/question.schema.ts'

/**
 * What became of the nodes from one version to another, by code (`referentiel-format.md` §3.7). A node may be moved,
 * reworded and rescored at once; `changed` holds every node that is in both versions and not the same.
 */
export type NodeDifference = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Under another parent, or at another place among the nodes that were beside it already. */
  readonly moved: readonly string[]
  /** Other words, help or examples: the answers still mean the same. */
  readonly reworded: readonly string[]
  /** Asked, counted or applied otherwise, or answered with values that count otherwise. */
  readonly rescored: readonly string[]
  readonly changed: readonly string[]
}

/** Compares the nodes of two documents in normal form (`normalise`). Codes come in the order of the second, then of the first. */
export const nodeDifference = (before: ReferentielDocument, after: ReferentielDocument): NodeDifference => {
  const old = new Map(before.nodes.map((node) => [node.code, node]))
  const now = new Set(after.nodes.map((node) => node.code))
  const replaced = displaced(before, after)
  const kept = after.nodes.flatMap((node) => {
    const known = old.get(node.code)
    if (known === undefined) return []
    const isMoved = known.parent !== node.parent || replaced.has(node.code)
    const isReworded = textOf(wordsOf(known)) !== textOf(wordsOf(node))
    const isRescored = textOf(countedIn(known, before)) !== textOf(countedIn(node, after))
    return [{ code: node.code, isMoved, isReworded, isRescored }]
  })
  const codesWhere = (test: (each: (typeof kept)[number]) => boolean) => kept.filter(test).map(({ code }) => code)
  return {
    added: after.nodes.flatMap(({ code }) => (old.has(code) ? [] : [code])),
    removed: before.nodes.flatMap(({ code }) => (now.has(code) ? [] : [code])),
    moved: codesWhere(({ isMoved }) => isMoved),
    reworded: codesWhere(({ isReworded }) => isReworded),
    rescored: codesWhere(({ isRescored }) => isRescored),
    changed: codesWhere(({ isMoved, isReworded, isRescored }) => isMoved || isReworded || isRescored),
  }
}

const textOf = (value: unknown): string => canonicalText(value)

type Parts = Readonly<Record<string, unknown>>

/** What a node says: everything that decides neither its place, nor whether it applies, nor what it counts. */
const wordsOf = (node: ReferentielNode): Parts => {
  const { parent, order, kind, rating, appliesIf, applies, imperative, weight, optional, repeat, questions, ...words } = node
  return { ...words, repeat: repeat?.label, questions: questions?.map(wordsOfQuestion) }
}

const wordsOfQuestion = ({ code, prompt, help, externalCode, tags, unit, unitChoices, columns }: Question): Parts => ({
  code,
  prompt,
  help,
  externalCode,
  tags,
  unit,
  unitChoices,
  columns: columns?.map((column) => ({ code: column.code, prompt: column.prompt, help: column.help })),
})

/** What a node asks and counts, with the scores of the scales and lists that answer it. */
const countedIn = (node: ReferentielNode, document: ReferentielDocument): Parts => {
  const { kind, rating, appliesIf, applies, imperative, weight, optional, repeat, questions } = node
  return {
    ...{ kind, rating, appliesIf, applies, imperative, weight, optional },
    repeat: repeat && { min: repeat.min, max: repeat.max },
    ratingScores: scoresOf(rating, document),
    questions: questions?.map((question) => countedInQuestion(question, document)),
  }
}

const countedInQuestion = (question: Question, document: ReferentielDocument): Parts => {
  const { prompt, help, externalCode, tags, unit, unitChoices, columns, ...counted } = question
  return {
    ...counted,
    scores: scoresOf(question.scale, document),
    options: document.lists?.find(({ code }) => code === question.list)?.options?.map(({ code, score, parent }) => ({ code, score, parent })),
    columns: columns?.map(({ prompt: _prompt, help: _help, ...column }) => column),
  }
}

const scoresOf = (scale: string | undefined, { scales }: ReferentielDocument): unknown =>
  scales
    ?.find(({ code }) => code === scale)
    ?.values.map(({ code, score, requires, allowedIf }) => ({ code, score, requires, allowedIf }))

/**
 * Nodes that changed place among the siblings that both versions have: the fewest whose move explains the new order,
 * so that inserting a node moves none of those after it.
 */
const displaced = (before: ReferentielDocument, after: ReferentielDocument): ReadonlySet<string> => {
  const place = new Map(inOrder(before).map(({ code }, index) => [code, index]))
  const parents = new Map(before.nodes.map(({ code, parent }) => [code, parent]))
  const families = Map.groupBy(
    inOrder(after).filter(({ code, parent }) => place.has(code) && parents.get(code) === parent),
    ({ parent }) => parent,
  )
  return new Set(
    [...families.values()].flatMap((siblings) => {
      const still = longestRising(siblings.map(({ code }) => place.get(code) ?? 0))
      return siblings.filter((_, index) => !still.has(index)).map(({ code }) => code)
    }),
  )
}

const inOrder = ({ nodes }: ReferentielDocument): readonly ReferentielNode[] =>
  nodes.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))

/** Positions of a longest rising run of numbers, not necessarily side by side. */
const longestRising = (numbers: readonly number[]): ReadonlySet<number> => {
  // ends[n]: position of the smallest number that ends a rising run of n + 1.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  numbers.forEach((number, position) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? undefined : ends[low - 1])
    ends[low] = position
  })
  const found = new Set<number>()
  for (let position = ends.at(-1); position !== undefined; position = previous[position]) found.add(position)
  return found
}
