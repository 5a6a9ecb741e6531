import { advanceOf } from '#domain/diagnostic/advance.rules.ts'
import { aboveOf, pageName } from '#domain/diagnostic/page-name.rules.ts'
import type { Compiled, CompiledNode, CompiledPage } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { ancestorsOf, questionsBelow } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { AnswerRow } from '#server/diagnostics/rows.queries.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import type { CriterionView, GridsView, PageEntry, PageView } from '../view.ts'
import type { CriterionSource } from './criterion-view.ts'
import { answerKey, criterionView, shownNumber } from './criterion-view.ts'
import { vocabularyOf } from './vocabulary.ts'

type HeadingsView = CriterionView['headings']

/** The page that an address names, else the first that waits for an answer, else the first. */
export const pageOf = (evaluation: Evaluation, asked: string | null): CompiledPage | null => {
  const { pages } = evaluation.compiled
  const named = pages.find(({ node }) => node.code === asked)
  if (named !== undefined) return named
  const waiting = advanceOf(evaluation).pages.find(({ answered, applicable }) => answered < applicable)
  return pages.find(({ node }) => node.code === waiting?.code) ?? pages[0] ?? null
}

/** Nodes between the page and a criterion that begin with it: an objective over its criteria. */
const headingsOf = (compiled: Compiled, page: CompiledPage, criterion: CompiledNode, before: CompiledNode | undefined): HeadingsView => {
  const shown = before === undefined ? [] : ancestorsOf(compiled, before)
  return ancestorsOf(compiled, criterion)
    .toReversed()
    .filter((node) => node.index > page.node.index && !shown.includes(node))
    .map((node) => ({ code: node.code, label: headingOf(node) }))
}

const headingOf = (node: CompiledNode): string => diagnosticTexts.answer.heading(node.kindLabel, shownNumber(node), node.title)

/** « Chapitre 1 — La personne » : what a page stands below. */
export const headingAbove = (compiled: Compiled, page: CompiledNode): string | null => {
  const above = aboveOf(compiled, page)
  return above === null ? null : headingOf(above)
}

const groupOf = (compiled: Compiled, page: CompiledNode): PageEntry['group'] => {
  const label = headingAbove(compiled, page)
  return label === null ? null : { label, title: page.title }
}

const isAnswered = (row: AnswerRow | undefined): boolean => row !== undefined && (row.value !== null || (row.comment ?? '').trim() !== '')

const gridsView = ({ compiled, evaluation, page, answers, isOpen }: PageSource): readonly GridsView[] => {
  const nodes = new Set(questionsBelow(compiled, page.node).flatMap(({ repeatedBy }) => (repeatedBy === null ? [] : [repeatedBy])))
  return [...nodes].flatMap((code) => {
    const node = compiled.nodeByCode.get(code)
    if (node === undefined || node.repeat === null) return []
    const { repeat } = node
    const numbers = evaluation.gridsOf(code)
    const last = numbers.at(-1)
    const isRemovable = last !== undefined && numbers.length > repeat.min && !questionsBelow(compiled, node).some((question) => isAnswered(answers.get(answerKey(question.code, last))))
    return [{
      node: code,
      label: repeat.label,
      numbers,
      mayAdd: isOpen && (repeat.max === null || numbers.length < repeat.max),
      removable: isOpen && isRemovable ? last : null,
    }]
  })
}

export type PageSource = CriterionSource & {
  readonly page: CompiledPage
  readonly asked: string | null
  readonly isOpen: boolean
  readonly facts: Pick<PageView, 'diagnostic' | 'person' | 'timeZone' | 'home' | 'previousYear'>
  /** `/espace/6590/diagnostic/<id>`. */
  readonly path: string
}

const nothingToCount = { answered: 0, applicable: 0, uncertain: 0 }

/** One page of a diagnostic, with all that the browser needs to show it and to answer. */
export const pageView = (source: PageSource): PageView => {
  const { compiled, evaluation, page, path } = source
  const advance = advanceOf(evaluation)
  const criteria = page.criteria.map((criterion, place) =>
    criterionView(criterion, headingsOf(compiled, page, criterion, page.criteria[place - 1]), source),
  )
  return {
    ...source.facts,
    page: {
      code: page.node.code,
      title: pageName(compiled, page.node),
      kind: page.node.kindLabel,
      position: compiled.pages.indexOf(page) + 1,
    },
    pages: compiled.pages.map(({ node }, place) => ({
      code: node.code,
      label: pageName(compiled, node),
      group: groupOf(compiled, node),
      href: `${path}?theme=${encodeURIComponent(node.code)}`,
      ...(advance.pages[place] ?? nothingToCount),
    })),
    answered: advance.answered,
    applicable: advance.applicable,
    ...vocabularyOf(compiled, questionsBelow(compiled, page.node)),
    grids: gridsView(source),
    criteria,
    isWritable: criteria.some(({ isWritable }) => isWritable),
    asked: source.asked,
  }
}
