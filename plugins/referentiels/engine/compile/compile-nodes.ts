import type { ReferentielNode } from '../document/node.schema.ts'
import type { Question } from '../document/question.schema.ts'
import type { CompiledHelp, CompiledKind, CompiledNode, CompiledQuestion } from './compiled.ts'
import { compileQuestion, type Offer } from './compile-question.ts'
import type { Localise } from './localise.ts'
import type { TreeNode } from './tree.ts'

const compileHelp = (node: ReferentielNode, { text }: Localise): CompiledHelp => ({
  inspiringQuestions: (node.inspiringQuestions ?? []).map(text),
  examples: (node.examples ?? []).map(text),
  evidence: (node.evidence ?? []).map((evidence) => ({
    label: text(evidence.label),
    isRequired: evidence.required ?? false,
    fromLevel: evidence.fromLevel ?? null,
  })),
  resources: (node.resources ?? []).map((resource) => ({
    label: text(resource.label),
    href: resource.href ?? null,
    kind: resource.kind ?? null,
  })),
  indicators: (node.indicators ?? []).map((indicator) => ({
    code: indicator.code ?? null,
    label: text(indicator.label),
    nature: indicator.nature,
    unit: indicator.unit ?? null,
    direction: indicator.direction ?? null,
  })),
})

/** `rating` written out: one scale question with the node's code, asked before the node's other questions. */
const askedBy = (node: ReferentielNode): readonly { readonly question: Question; readonly isRating: boolean }[] => {
  const own = (node.questions ?? []).map((question) => ({ question, isRating: false }))
  if (node.rating === undefined) return own
  const prompt = node.statement ?? node.title
  return [{ question: { code: node.code, type: 'scale', scale: node.rating, prompt }, isRating: true }, ...own]
}

/** What a node takes from those above it. */
type Inherited = {
  readonly criterion: string | null
  readonly page: string
  readonly isOptional: boolean
  readonly repeatedBy: string | null
}

type Levels = { readonly kinds: ReadonlyMap<string, CompiledKind>; readonly pageKind: string | null; readonly criterionKind: string | null }

/** The page of a node is its highest ancestor of the page's kind, else its root: every node stands on one page. */
const pageOf = (tree: TreeNode, above: Inherited | undefined, { pageKind }: Levels, pageKindsAbove: ReadonlySet<TreeNode>): string => {
  const startsPage = tree.node.kind === pageKind && (tree.parent === null || !pageKindsAbove.has(tree.parent))
  return above === undefined || startsPage ? tree.node.code : above.page
}

export type CompiledTree = {
  readonly nodes: readonly CompiledNode[]
  readonly questions: readonly CompiledQuestion[]
  /** By index of question: what the document says. */
  readonly asked: readonly Question[]
}

/** Nodes and questions, each with its place among all and what it takes from above. Time: proportional to the document. */
export const compileNodes = (trees: readonly TreeNode[], levels: Levels, offer: Offer): CompiledTree => {
  const { text, optional } = offer.localise
  const questions: CompiledQuestion[] = []
  const sources: Question[] = []
  const inheritedFrom = new Map<TreeNode, Inherited>()
  const inPages = new Set<TreeNode>()
  const ends = endsOf(trees)
  const open = trees.map((tree, index) => {
    const { node, parent } = tree
    const above = parent === null ? undefined : inheritedFrom.get(parent)
    const page = pageOf(tree, above, levels, inPages)
    if (node.kind === levels.pageKind || (parent !== null && inPages.has(parent))) inPages.add(tree)
    const criterion = node.kind === levels.criterionKind ? node.code : (above?.criterion ?? null)
    const isOptional = (above?.isOptional ?? false) || (node.optional ?? false)
    // Grids have one number: below a node that repeats, another `repeat` adds none.
    const repeat = above?.repeatedBy === undefined || above.repeatedBy === null ? node.repeat : undefined
    const repeatedBy = repeat === undefined ? (above?.repeatedBy ?? null) : node.code
    inheritedFrom.set(tree, { criterion, page, isOptional, repeatedBy })
    const questionStart = questions.length
    const asked = tree.isHeading ? [] : askedBy(node)
    const own = asked.map(({ question, isRating }, place) =>
      compileQuestion(
        question,
        { tree, index: questionStart + place, node: node.code, criterion, isRating, isOptional, repeatedBy },
        offer,
      ),
    )
    questions.push(...own)
    sources.push(...asked.map(({ question }) => question))
    const kind = levels.kinds.get(node.kind)
    return {
      index,
      end: ends[index] ?? trees.length,
      code: node.code,
      number: node.number ?? null,
      kind: node.kind,
      kindLabel: kind?.label ?? node.kind,
      title: text(node.title),
      statement: optional(node.statement),
      about: optional(node.about),
      stakes: optional(node.stakes),
      parent: parent?.node.code ?? null,
      children: tree.children.map((child) => child.node.code),
      depth: tree.depth,
      page,
      criterion,
      isAssessable: kind?.isAssessable ?? false,
      isImperative: node.imperative ?? false,
      isOptional,
      weight: node.weight ?? 1,
      applies: Object.entries(node.applies ?? {}).map(([field, values]) => ({ field, values })),
      isConditional: node.appliesIf !== undefined,
      repeat: repeat === undefined ? null : { label: text(repeat.label), min: repeat.min ?? 1, max: repeat.max ?? null },
      levelTexts: Object.entries(node.levelTexts ?? {}).map(([value, levelText]) => ({ value, text: text(levelText) })),
      respondent: optional(node.respondent),
      methods: (node.methods ?? []).map(text),
      tags: node.tags ?? [],
      externalCode: node.externalCode ?? null,
      questions: own,
      questionStart,
      help: compileHelp(node, offer.localise),
    }
  })
  const nodes = open.map((node) => ({ ...node, questionEnd: open[node.end]?.questionStart ?? questions.length }))
  return { nodes, questions, asked: sources }
}

/** For each node the first place after what is below it. */
const endsOf = (trees: readonly TreeNode[]): readonly number[] => {
  const places = new Map(trees.map((tree, index) => [tree, index]))
  const ends = trees.map((_, index) => index + 1)
  for (const [index, { parent }] of [...trees.entries()].toReversed()) {
    const above = parent === null ? undefined : places.get(parent)
    if (above !== undefined) ends[above] = Math.max(ends[above] ?? 0, ends[index] ?? 0)
  }
  return ends
}
