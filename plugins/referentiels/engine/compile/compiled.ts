/**
 * A référentiel ready for use: one subset, one rule set, one language. Screens, the save path, reports and the
 * evaluation read this structure and never the document.
 *
 * Nodes, questions, pages and axes are plain data that a page may hand to the browser; they refer to each other by
 * code. Nodes and questions stand in display order, so what is below a node is one run of each list
 * (`descendantsOf`, `questionsBelow`).
 */
import type { Requirement } from '../document/scale.schema.ts'
import type { QuestionType } from '../document/question.schema.ts'
import type { Evidence, Indicator } from '../document/node.schema.ts'
import type { Program } from './program.ts'

/** Whether a value may be chosen: settled by the node that asks, or to be asked of the evaluation. */
export type Allowed = 'always' | 'never' | 'depends'

export type CompiledScaleValue = {
  readonly code: string
  /** The answer, as one chooses it. */
  readonly label: string
  readonly short: string | null
  /** The definition of the level. */
  readonly description: string | null
  /** What it counts for; null leaves every mean. */
  readonly score: number | null
  readonly color: string | null
  readonly symbol: string | null
  readonly requires: readonly Requirement[]
  readonly allowed: Allowed
}

export type CompiledScale = {
  readonly code: string
  readonly label: string
  readonly isOrdered: boolean
  /** As the document writes them; `allowed` tells of no node in particular. */
  readonly values: readonly CompiledScaleValue[]
}

export type CompiledOption = {
  readonly code: string
  readonly label: string
  readonly score: number | null
  readonly parent: string | null
  /** Choosing it unchooses the others. */
  readonly isExclusive: boolean
}

/** What a question and a table's column have in common. */
export type CompiledField = {
  readonly code: string
  readonly type: QuestionType
  readonly prompt: string
  readonly help: string | null
  readonly isRequired: boolean
  readonly scale: string | null
  /** Of a scale question: its values, as this question allows them. */
  readonly values: readonly CompiledScaleValue[]
  readonly list: string | null
  /** Of a choice: what can be chosen. Empty where an outside source gives it. */
  readonly options: readonly CompiledOption[]
  /** Name of the outside source of the list. */
  readonly external: string | null
  readonly unit: string | null
  readonly unitChoices: readonly string[]
  readonly min: number | null
  readonly max: number | null
  readonly decimals: number | null
  readonly maxLength: number | null
  readonly externalCode: string | null
}

export type CompiledColumn = CompiledField

export type CompiledQuestion = CompiledField & {
  /** Place in `Compiled.questions`. */
  readonly index: number
  /** The node that asks it. */
  readonly node: string
  /** The criterion that it belongs to; null for a question above all criteria. */
  readonly criterion: string | null
  /** Made by `rating` on its node, whose code it has. */
  readonly isRating: boolean
  /** Not missed while unanswered: the question or a node above it is optional. */
  readonly isOptional: boolean
  /** Whether its answer counts in its node's score. */
  readonly isScored: boolean
  readonly weight: number
  /** Whether it has a condition of its own. */
  readonly isConditional: boolean
  /** The node whose grids multiply it, or null: asked once. */
  readonly repeatedBy: string | null
  readonly tags: readonly string[]
  /** Of a table. */
  readonly columns: readonly CompiledColumn[]
  readonly rows: { readonly min: number; readonly max: number | null; readonly key: string | null } | null
}

export type CompiledEvidence = {
  readonly label: string
  readonly isRequired: boolean
  readonly fromLevel: NonNullable<Evidence['fromLevel']> | null
}

export type CompiledResource = { readonly label: string; readonly href: string | null; readonly kind: string | null }

export type CompiledIndicator = {
  readonly code: string | null
  readonly label: string
  readonly nature: Indicator['nature']
  readonly unit: string | null
  readonly direction: NonNullable<Indicator['direction']> | null
}

/** What helps to answer and to improve. */
export type CompiledHelp = {
  readonly inspiringQuestions: readonly string[]
  readonly examples: readonly string[]
  readonly evidence: readonly CompiledEvidence[]
  readonly resources: readonly CompiledResource[]
  readonly indicators: readonly CompiledIndicator[]
}

export type CompiledNode = {
  /** Place in `Compiled.nodes`. */
  readonly index: number
  /** First place after what is below it. */
  readonly end: number
  readonly code: string
  /** As people say it; neither the code nor the place. */
  readonly number: string | null
  readonly kind: string
  readonly kindLabel: string
  readonly title: string
  readonly statement: string | null
  readonly about: string | null
  readonly stakes: string | null
  readonly parent: string | null
  readonly children: readonly string[]
  /** 0 for a root. */
  readonly depth: number
  /** The page that shows it. */
  readonly page: string
  /** Itself or the criterion above it; null for what stands above criteria. */
  readonly criterion: string | null
  readonly isAssessable: boolean
  readonly isImperative: boolean
  /** Itself or a node above it is optional. */
  readonly isOptional: boolean
  readonly weight: number
  /** Profile field → values of which the profile must have one. */
  readonly applies: readonly { readonly field: string; readonly values: readonly string[] }[]
  /** Whether it has a condition of its own. */
  readonly isConditional: boolean
  /** Several grids below it. */
  readonly repeat: { readonly label: string; readonly min: number; readonly max: number | null } | null
  /** What each level means here: value → text. */
  readonly levelTexts: readonly { readonly value: string; readonly text: string }[]
  readonly respondent: string | null
  readonly methods: readonly string[]
  readonly tags: readonly string[]
  readonly externalCode: string | null
  /** What it asks itself, the rating first. */
  readonly questions: readonly CompiledQuestion[]
  /** First and first-after of the questions at and below it, in `Compiled.questions`. */
  readonly questionStart: number
  readonly questionEnd: number
  readonly help: CompiledHelp
}

/** What one screen shows. */
export type CompiledPage = {
  readonly node: CompiledNode
  /** The page's node and all below it, in display order: headings, criteria and what stands below them. */
  readonly nodes: readonly CompiledNode[]
  readonly criteria: readonly CompiledNode[]
}

export type CompiledSpoke = {
  readonly code: string
  readonly label: string
  readonly number: string | null
  /** Of an axis by kind: its node. Of an axis by tag: null. */
  readonly node: string | null
  readonly criteria: readonly string[]
}

export type CompiledAxis = {
  readonly code: string
  readonly label: string
  readonly by: 'kind' | 'tag'
  readonly spokes: readonly CompiledSpoke[]
}

export type CompiledProfileField = {
  readonly code: string
  readonly label: string
  readonly type: 'single' | 'multi' | 'number' | 'boolean'
  readonly help: string | null
  /** Field of the organisation that prefills it. */
  readonly source: string | null
  readonly options: readonly CompiledOption[]
}

export type CompiledKind = { readonly code: string; readonly label: string; readonly isAssessable: boolean }

export type CompiledOutcome = { readonly code: string; readonly label: string; readonly color: string | null }

export type CompiledRules = {
  readonly version: string
  readonly showOverall: boolean
  /** What a failed imperative asks for; null where the rules know no imperative. */
  readonly onImperativeFail: 'action-required' | 'warn' | null
  readonly outcomes: readonly CompiledOutcome[]
}

/** What was asked for and is not in the document; the whole and the current rules are used instead. */
export type CompileFinding = {
  readonly code: 'SOUS_ENSEMBLE_INCONNU' | 'REGLES_INCONNUES'
  readonly value: string
}

export type Compiled = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly shortTitle: string | null
  readonly description: string | null
  readonly locale: string
  readonly publisher: { readonly name: string; readonly href: string | null } | null
  /** What every page about it says first: that it is not official, say. */
  readonly banner: string | null
  readonly rights: { readonly notice: string | null; readonly attribution: string | null }
  readonly subset: { readonly code: string; readonly label: string } | null
  /** All that the document has, whichever is compiled. */
  readonly subsets: readonly { readonly code: string; readonly label: string; readonly isOffered: boolean }[]
  readonly rules: CompiledRules
  readonly kinds: readonly CompiledKind[]
  readonly pageKind: string | null
  readonly criterionKind: string | null
  readonly profileFields: readonly CompiledProfileField[]
  readonly scales: ReadonlyMap<string, CompiledScale>
  /** All nodes, parents before children, in display order. */
  readonly nodes: readonly CompiledNode[]
  readonly nodeByCode: ReadonlyMap<string, CompiledNode>
  /** What is counted, assigned, described and planned, in display order. */
  readonly criteria: readonly CompiledNode[]
  readonly pages: readonly CompiledPage[]
  readonly questions: readonly CompiledQuestion[]
  readonly questionByCode: ReadonlyMap<string, CompiledQuestion>
  readonly axes: readonly CompiledAxis[]
  readonly defaultAxis: string | null
  readonly findings: readonly CompileFinding[]
  /** Codes of the document that the subset leaves out: their answers are kept, and are no mistake. */
  readonly outside: { readonly questions: ReadonlySet<string>; readonly criteria: ReadonlySet<string> }
  /** What `evaluate` runs; for the evaluation alone. */
  readonly program: Program
}

/** The nodes below one, in display order. */
export const descendantsOf = (compiled: Compiled, node: CompiledNode): readonly CompiledNode[] =>
  compiled.nodes.slice(node.index + 1, node.end)

/** The nodes above one, from its parent up to the root. */
export const ancestorsOf = (compiled: Pick<Compiled, 'nodeByCode'>, node: CompiledNode): readonly CompiledNode[] => {
  const found: CompiledNode[] = []
  const above = ({ parent }: CompiledNode) => (parent === null ? undefined : compiled.nodeByCode.get(parent))
  for (let next = above(node); next !== undefined; next = above(next)) found.push(next)
  return found
}

/** The questions of a node and of all below it, in display order. */
export const questionsBelow = (compiled: Compiled, node: CompiledNode): readonly CompiledQuestion[] =>
  compiled.questions.slice(node.questionStart, node.questionEnd)
