import { criterionState } from '#domain/diagnostic/advance.rules.ts'
import { levelsOf } from '#domain/diagnostic/level.rules.ts'
import type { CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import { entryTexts } from '#texts/saisie.ts'
import { frNumber } from '#texts/typography.ts'

import type { CriterionView, PageView, PracticeView, TargetView } from '../view.ts'
import { formatAnswer } from '../entry/format-answer.ts'
import { cardHref } from './card-href.ts'
import type { CriterionSource } from './criterion-view.ts'

const twoDecimals = (value: number): string => frNumber(Math.round((value + Number.EPSILON) * 100) / 100)

/** The answer of the diagnostic in its words; of several questions, how many are answered and their mean. */
const answerOf = (criterion: CriterionView, view: PageView): PracticeView['answer'] => {
  const shown = criterion.questions.flatMap((question) =>
    question.cells.filter(({ isVisible }) => isVisible).map((cell) => ({ question, cell })),
  )
  const [first] = shown
  const none = { level: null, sign: null, scale: null, label: entryTexts.noAnswer }
  if (first === undefined) return none
  if (shown.length > 1) {
    const answered = shown.filter(({ cell }) => cell.value !== null).length
    if (answered === 0) return none
    const mean = criterion.score === null ? '' : `, ${entryTexts.score(twoDecimals(criterion.score))}`
    return { ...none, label: `${entryTexts.some(answered, shown.length)}${mean}` }
  }
  const { question, cell } = first
  const label = formatAnswer(question, cell.value, view)
  if (label === '') return none
  const scale = question.scale === null ? undefined : view.scales[question.scale]
  const level = scale?.levels.find(({ code }) => code === cell.value)
  return {
    level: level === undefined ? null : level.isStar ? 'star' : level.rank,
    sign: level === undefined || level.isStar ? null : level.mark,
    scale: scale?.isOrdered === true ? scale.levels : null,
    label,
  }
}

/** What the server takes as a target: the levels that count, of the criterion's own rating. */
const targetsOf = (node: CompiledNode | undefined): readonly TargetView[] => {
  const values = node?.questions.find(({ isRating }) => isRating)?.values ?? []
  const levels = levelsOf(values)
  return values.flatMap((value, place) => {
    const level = levels[place]
    if (level === undefined || value.score === null) return []
    return [{ code: value.code, label: `${level.mark} – ${value.short ?? value.label}`, rank: level.rank }]
  })
}

/** What one describes on a page: its criteria that apply and concern the organisation. */
export const practiceViews = (
  view: PageView,
  { evaluation, compiled }: CriterionSource,
  { path, texts }: { readonly path: string; readonly texts: ReadonlyMap<string, string> },
): readonly PracticeView[] =>
  view.criteria.flatMap((criterion) => {
    const node = compiled.nodeByCode.get(criterion.code)
    const state = node === undefined ? 'notApplicable' : criterionState(evaluation, node)
    if (state === 'notApplicable' || state === 'notConcerned') return []
    const { code, number, title, statement, headings, help, isWritable, assessment } = criterion
    const isWaiting = state === 'unanswered' && isWritable
    return [
      {
        code, number, title, statement, headings, help, isWritable, assessment,
        hasHeadings: view.criteria.some((each) => each.headings.length > 0),
        answer: answerOf(criterion, view),
        answerHref: isWaiting ? cardHref({ path, page: view.page.code, criterion: code }) : null,
        previous: texts.get(code) ?? null,
        targets: targetsOf(node),
      },
    ]
  })
