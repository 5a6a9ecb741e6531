import type { ReferentielDocument } from '../document/document.schema.ts'
import type { RuleSet } from '../document/scoring.schema.ts'
import type { Compiled, CompiledKind, CompiledNode, CompiledProfileField, CompiledRules, CompileFinding } from './compiled.ts'
import { allowedValuesFrom, valueConditionsOf } from './allowed-values.ts'
import { buildProgram } from './build-program.ts'
import { compileLists, compileScales, type CompiledList } from './compile-scales.ts'
import { compileNodes } from './compile-nodes.ts'
import { type Localise, localiseIn, type Typeset } from './localise.ts'
import { axesOf, levelKindsOf, pagesOf } from './presentation.ts'
import { conditionReader } from './read-condition.ts'
import { treeOf } from './tree.ts'

export type CompileOptions = {
  /** Code of the subset; the whole document without it. */
  readonly subset?: string | undefined
  /** Rule set to score with; the document's current one without it. */
  readonly rulesVersion?: string | undefined
  /** Language of the texts; the document's default one without it. */
  readonly locale?: string | undefined
  /** Typography of what people read; texts as they were written without it. */
  readonly typeset?: Typeset | undefined
}

/** What a document without `scoring` is computed with. */
const unwrittenRules: RuleSet = { rulesVersion: '0.0.0' }

const ruleSetOf = (document: ReferentielDocument, wanted: string | undefined): RuleSet => {
  const rules = document.scoring?.rules ?? []
  return (
    rules.find((rule) => rule.rulesVersion === wanted) ??
    rules.find((rule) => rule.rulesVersion === document.scoring?.current) ??
    rules[0] ??
    unwrittenRules
  )
}

const compileRules = (rules: RuleSet, localise: Localise): CompiledRules => ({
  version: rules.rulesVersion,
  showOverall: rules.showOverall ?? false,
  onImperativeFail: rules.imperative?.onFail ?? null,
  outcomes: (rules.outcomes ?? []).map((outcome) => ({
    code: outcome.code,
    label: localise.text(outcome.label),
    color: outcome.color ?? null,
  })),
})

const compileProfileFields = (
  document: ReferentielDocument,
  lists: ReadonlyMap<string, CompiledList>,
  localise: Localise,
): readonly CompiledProfileField[] =>
  (document.profileFields ?? []).map((field) => ({
    code: field.code,
    label: localise.text(field.label),
    type: field.type,
    help: localise.optional(field.help),
    source: field.source ?? null,
    options: field.list === undefined ? [] : (lists.get(field.list)?.options ?? []),
  }))

/** Codes of the document that the subset leaves out. */
const outsideOf = (
  document: ReferentielDocument,
  criterionKind: string | null,
  inside: Pick<Compiled, 'nodeByCode' | 'questionByCode'>,
): Compiled['outside'] => {
  const questions = new Set<string>()
  const criteria = new Set<string>()
  for (const node of document.nodes) {
    if (node.kind === criterionKind && !inside.nodeByCode.has(node.code)) criteria.add(node.code)
    if (node.rating !== undefined && !inside.questionByCode.has(node.code)) questions.add(node.code)
    for (const { code } of node.questions ?? []) if (!inside.questionByCode.has(code)) questions.add(code)
  }
  return { questions, criteria }
}

/**
 * Makes a checked document ready for use. A subset or rule set that the document doesn't have is a finding; the
 * whole and the current rules are then used. Costs some milliseconds for a large document: keep the result, by
 * hash of the document and options.
 */
export const compile = (document: ReferentielDocument, options: CompileOptions = {}): Compiled => {
  const localise = localiseIn(document, options.locale, options.typeset)
  const subset = document.subsets?.find((one) => one.code === options.subset)
  const rules = ruleSetOf(document, options.rulesVersion)
  const scales = compileScales(document, localise)
  const lists = compileLists(document, localise)
  const kinds = document.kinds.map(
    (kind): CompiledKind => ({ code: kind.code, label: localise.text(kind.label), isAssessable: kind.assessable ?? false }),
  )
  const kindByCode = new Map(kinds.map((kind) => [kind.code, kind]))
  const trees = treeOf(document, subset)
  const levels = levelKindsOf(document)
  const read = conditionReader()
  const valueConditions = valueConditionsOf(document, read)
  // Conditions compare texts as the author wrote them, whatever language is shown.
  const texts = localiseIn(document, undefined)
  const allowedValues = allowedValuesFrom(valueConditions, texts)
  const { nodes, questions, asked } = compileNodes(
    trees,
    { ...levels, kinds: kindByCode },
    { localise, scales, lists, allowedValues, scores: { scales: document.scales ?? [], lists: document.lists ?? [] } },
  )
  const nodeByCode = new Map(nodes.map((node): [string, CompiledNode] => [node.code, node]))
  const questionByCode = new Map(questions.map((question) => [question.code, question]))
  const criteria = nodes.filter((node) => node.kind === levels.criterionKind)
  const axes = axesOf(document, { nodes, criteria, nodeByCode }, { localise, lists })
  return {
    id: document.id,
    version: document.version,
    title: localise.text(document.title),
    shortTitle: localise.optional(document.shortTitle),
    description: localise.optional(document.description),
    locale: localise.locale,
    publisher:
      document.publisher === undefined
        ? null
        : { name: document.publisher.name, href: document.publisher.href ?? null },
    banner: localise.optional(document.binding?.banner),
    rights: {
      notice: localise.optional(document.rights?.notice),
      attribution: localise.optional(document.rights?.attribution),
    },
    subset: subset === undefined ? null : { code: subset.code, label: localise.text(subset.label) },
    subsets: (document.subsets ?? []).map(({ code, label, offered }) => ({ code, label: localise.text(label), isOffered: offered ?? false })),
    rules: compileRules(rules, localise),
    kinds,
    ...levels,
    profileFields: compileProfileFields(document, lists, localise),
    scales,
    nodes,
    nodeByCode,
    criteria,
    pages: pagesOf(nodes, levels.criterionKind),
    questions,
    questionByCode,
    axes,
    defaultAxis: document.presentation?.defaultAxis ?? axes[0]?.code ?? null,
    findings: findingsOf(options, { isSubsetKnown: subset !== undefined, rulesVersion: rules.rulesVersion }),
    outside: outsideOf(document, levels.criterionKind, { nodeByCode, questionByCode }),
    program: buildProgram({ nodes, questions, axes, trees, asked, rules, read, valueConditions, texts }),
  }
}

const findingsOf = (
  { subset, rulesVersion }: CompileOptions,
  used: { readonly isSubsetKnown: boolean; readonly rulesVersion: string },
): readonly CompileFinding[] => [
  ...(subset !== undefined && !used.isSubsetKnown ? [{ code: 'SOUS_ENSEMBLE_INCONNU' as const, value: subset }] : []),
  ...(rulesVersion !== undefined && rulesVersion !== used.rulesVersion
    ? [{ code: 'REGLES_INCONNUES' as const, value: rulesVersion }]
    : []),
]
