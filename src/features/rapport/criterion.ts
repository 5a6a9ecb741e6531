import type { LevelReached } from '#domain/report/level-scale.rules.ts'
import type { ReportAnswer, ReportCriterion, ReportQuestion, ReportReply } from '#domain/report/report.ts'
import { frDate } from '#texts/dates.ts'
import { reportTexts as texts } from '#texts/rapport.ts'
import { meanText } from '#texts/synthese.ts'
import { frNumber } from '#texts/typography.ts'

import { html, type Markup, trusted } from './html.ts'
import { asideMark, levelDots, levelMark, priorityMark, tag } from './marks.ts'
import { running, writtenText } from './written.ts'

const isDay = /^\d{4}-\d{2}-\d{2}$/

const numberText = ({ value, unit, decimals }: Extract<ReportAnswer, { kind: 'number' }>): string => {
  const written = frNumber(value, decimals === null ? {} : { decimals })
  return unit === null ? written : `${written}${unit === '%' ? '\u202f' : '\u00a0'}${unit}`
}

/** An answer on one line: in a table, in a sentence. */
const lineOf = (answer: ReportAnswer | null): string => {
  switch (answer?.kind) {
    case undefined:
      return ''
    case 'level':
    case 'aside':
      return answer.label
    case 'choices':
      return answer.labels.join(', ')
    case 'boolean':
      return answer.value ? texts.boolean.true : texts.boolean.false
    case 'number':
      return numberText(answer)
    case 'date':
      return isDay.test(answer.value) ? frDate(answer.value) : answer.value
    case 'text':
      return answer.text
    case 'table':
      return ''
  }
}

const answerText = (answer: ReportAnswer, target: LevelReached | null): Markup => {
  switch (answer.kind) {
    case 'level':
      return html`<p class="answer">${levelMark(answer.level)}${levelDots({ level: answer.level, target, hasStar: answer.hasStar })}<b>${answer.label}</b></p>`
    case 'aside':
      return html`<p class="answer">${asideMark(answer.mark)}<b>${answer.label}</b></p>`
    case 'choices':
      return answer.labels.length > 1
        ? html`<ul class="written">${answer.labels.map((label) => html`<li>${label}</li>`)}</ul>`
        : html`<p class="answer"><b>${lineOf(answer)}</b></p>`
    case 'text':
      return html`<div class="prose">${writtenText(answer.text)}</div>`
    case 'table':
      return html`<table class="rows"><thead><tr>${answer.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${
        answer.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${lineOf(cell)}</td>`)}</tr>`)
      }</tbody></table>`
    default:
      return html`<p class="answer"><b>${lineOf(answer)}</b></p>`
  }
}

const unanswered = (target: LevelReached | null): Markup =>
  html`<p class="answer missing">${levelMark(null)}${levelDots({ level: null, target, hasStar: false })}<span>${texts.unanswered}</span></p>`

/** `isAlone`: the one answer of a criterion, which bears its marks. */
const replyText = ({ grid, answer, comment, isToConfirm }: ReportReply, { target, isAlone }: {
  readonly target: LevelReached | null
  readonly isAlone: boolean
}): Markup =>
  html`${grid === null ? null : html`<p class="grid-label">${grid}</p>`}${isToConfirm && !isAlone ? html`<p>${tag(texts.toConfirm)}</p>` : null}${answer === null ? unanswered(target) : answerText(answer, target)}${
    comment === null ? null : labelled(texts.comment, writtenText(comment))
  }`

/** A question with its answers, one per grid. */
export const questionText = ({ prompt, replies }: ReportQuestion, target: LevelReached | null = null): Markup =>
  html`<div class="question">${prompt === null ? null : html`<p class="prompt">${running(prompt)}</p>`}${
    replies.length === 0 ? unanswered(null) : replies.map((reply) => replyText(reply, { target, isAlone: prompt === null && replies.length === 1 }))
  }</div>`

const labelled = (label: string, content: readonly Markup[]): Markup =>
  html`<div class="labelled"><p class="label">${label}</p><div class="prose">${content}</div></div>`

const tagsOf = ({ isImperative, isMet, isToConfirm, isToReview, notConcerned }: ReportCriterion): readonly string[] => [
  ...(isImperative
    ? [isMet === null || notConcerned !== null ? texts.imperative : isMet ? texts.imperativeMet : texts.imperativeNotMet]
    : []),
  ...(isToConfirm ? [texts.toConfirm] : []),
  ...(isToReview ? [texts.toReview] : []),
]

const answersOf = (criterion: ReportCriterion): Markup => {
  const { notConcerned, questions, target, score } = criterion
  if (notConcerned !== null) {
    return html`<p class="answer">${levelMark('notConcerned')}<b>${texts.notConcerned}</b></p>${
      notConcerned.reason === '' ? null : labelled(texts.reason, writtenText(notConcerned.reason))
    }`
  }
  return html`${questions.map((question) => questionText(question, question.prompt === null ? (target?.level ?? null) : null))}${
    score === null ? null : html`<p class="score">${texts.score} <b>${meanText(score)}</b></p>`
  }`
}

/**
 * One criterion: number, title, statement, answers, practices, priority. Never cut when it fits on a page. `path` is what
 * stands above it, said inside it: a title before it would have to be kept with it, and drag others along.
 */
export const criterionText = (criterion: ReportCriterion, path: readonly string[]): Markup => {
  const { number, title, statement, practices, priority, target } = criterion
  const tags = tagsOf(criterion)
  return html`<article class="criterion">
${path.length === 0 ? null : html`<p class="path">${path.join(' · ')}</p>`}
<h3${number === null ? null : trusted(' class="numbered"')}>${number === null ? null : html`<span class="number${number.length > 3 ? ' long' : ''}">${number}\u00a0</span>`}<span>${title}</span></h3>
${tags.length === 0 ? null : html`<p>${tags.map(tag)}</p>`}
${statement === null ? null : html`<p class="statement">${running(statement)}</p>`}
${answersOf(criterion)}
${practices === null ? null : labelled(texts.practices, writtenText(practices))}
${priority === null && target === null ? null : html`<p class="aims">${
    priority === null ? null : html`<span class="aim"><span class="label">${texts.priority}</span> ${priorityMark(priority)}</span>`
  } ${target === null ? null : html`<span class="aim"><span class="label">${texts.target}</span> ${levelMark(target.level)} ${target.label}</span>`}</p>`}
</article>`
}
