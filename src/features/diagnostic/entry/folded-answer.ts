import { entryTexts } from '#texts/saisie.ts'
import { frClock } from '#texts/clock.ts'
import { levelCount } from '#domain/diagnostic/level.rules.ts'
import type { FoldedAnswer } from '#ui/question/question-card.tsx'

import { shownNumber } from './control.tsx'
import type { CriterionView, PageView } from '../view.ts'
import { formatAnswer } from './format-answer.ts'
import type { LiveCriterion } from './live.ts'

/** A criterion's answer on one line, and what was typed beside it on a second: nothing typed hides behind a button. */
export const foldedAnswer = (...facts: Parameters<typeof answerLine>): FoldedAnswer => {
  const [, { comments }] = facts
  return { ...answerLine(...facts), note: comments.length === 0 ? undefined : comments.join(' · ') }
}

/** The level's words, a value, or how many questions are answered. */
const answerLine = (
  criterion: CriterionView,
  live: LiveCriterion,
  page: PageView,
  score: number | null,
): FoldedAnswer => {
  if (live.state === 'notApplicable') return { level: null, of: 0, label: criterion.reason ?? '' }
  if (live.state === 'notConcerned') {
    const { reason } = live.assessment
    return { level: 'notConcerned', of: 0, label: entryTexts.notConcerned.is, detail: typeof reason === 'string' ? reason : '' }
  }
  const questions = criterion.questions.filter(({ cells }) => cells.some(({ isVisible }) => isVisible))
  const [question] = questions
  if (live.only === null || question === undefined) {
    return {
      level: null,
      of: 0,
      label: live.answered === 0 ? entryTexts.noAnswer : entryTexts.some(live.answered, live.expected),
      detail: score === null ? undefined : entryTexts.score(shownNumber(score)),
    }
  }
  const detail = live.savedAt === null ? question.cells[0]?.detail : entryTexts.you(frClock(live.savedAt, page.timeZone))
  const { value } = live.only
  const scale = question.scale === null ? undefined : page.scales[question.scale]
  const level = scale?.levels.find(({ code }) => code === value)
  const words = formatAnswer(question, value, page)
  if (words === '') {
    const previous = formatAnswer(question, question.previous, page)
    const isKnown = previous !== '' && page.previousYear !== null
    return {
      level: null,
      of: 0,
      label: entryTexts.noAnswer,
      detail: isKnown ? entryTexts.previousAnswer(page.previousYear ?? '', previous) : undefined,
    }
  }
  if (scale === undefined || level === undefined) return { level: null, of: 0, sign: '✓', label: words, detail }
  return {
    level: level.isStar ? 'star' : level.rank,
    of: scale.isOrdered ? levelCount(scale.levels) : 0,
    sign: level.isStar ? undefined : level.mark,
    label: words,
    detail,
  }
}
