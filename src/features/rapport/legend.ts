import type { ReportPage } from '#domain/report/report.ts'
import type { LevelScale } from '#domain/report/synthesis.ts'
import { chartTexts } from '#texts/charts.ts'
import { reportTexts as texts } from '#texts/rapport.ts'

import { html, type Markup } from './html.ts'
import { asideMark, levelMark, tag } from './marks.ts'

/** What fits under the cover's chart: more, or longer ones, would push the legend off the page. */
const mostOnCover = { values: 8, signs: 400 } as const

/** The one scale that the cover can explain; null when there are several, or too much to say of it. */
export const shortLegendOf = (scales: readonly LevelScale[]): LevelScale | null => {
  const [only, ...more] = scales
  if (only === undefined || more.length > 0) return null
  const words = wordsOf(only)
  return words.length <= mostOnCover.values && words.join('').length <= mostOnCover.signs ? only : null
}

/** What a legend says of each value. */
const wordsOf = ({ levels, star, aside }: LevelScale): readonly string[] => [
  ...[...levels, ...(star === null ? [] : [star])].map(({ label, description }) => description ?? label),
  ...aside.map(({ label }) => label),
]

const list = (title: string, entries: readonly Markup[]): Markup =>
  html`<ul class="levels">
<li class="levels-title"><b>${title}</b></li>
${entries}
</ul>`

const entry = (mark: Markup, words: string): Markup => html`<li>${mark}<span>${words}</span></li>\n`

/** The levels of a scale with their words. */
export const scaleLegend = ({ levels, star, aside }: LevelScale, title: string): Markup =>
  list(title, [
    ...levels.map(({ label, description }, index) => entry(levelMark({ rank: index + 1, of: levels.length, isStar: false }), description ?? label)),
    ...(star === null ? [] : [entry(levelMark({ rank: levels.length, of: levels.length, isStar: true }), star.description ?? star.label)]),
    ...aside.map(({ label, mark }) => entry(asideMark(mark), label)),
  ])

/** The marks that stand beside answers or in their place, with their words: those that the document has. */
export const otherMarks = (pages: readonly ReportPage[]): Markup | null => {
  const criteria = pages.flatMap((page) => page.criteria)
  const questions = [...pages, ...criteria].flatMap((each) => each.questions)
  const isUnanswered = questions.some(({ replies }) => replies.length === 0 || replies.some(({ answer }) => answer === null))
  const isDeclared = criteria.some(({ notConcerned }) => notConcerned !== null)
  const isCarried = [...criteria, ...questions.flatMap(({ replies }) => replies)].some(({ isToConfirm }) => isToConfirm)
  const marks = [
    ...(isUnanswered ? [entry(levelMark(null), texts.unanswered)] : []),
    ...(isDeclared ? [entry(levelMark('notConcerned'), texts.declaredNotConcerned)] : []),
    ...(isCarried ? [entry(tag(texts.toConfirm), texts.carried)] : []),
  ]
  return marks.length === 0 ? null : list(texts.otherMarks, marks)
}

/** How to read the bars of a scale: its levels in their order, then what is beside them. */
export const barLegend = ({ levels, star, aside }: LevelScale): Markup =>
  html`<ul class="legend bar-legend">
<li>${levels.map((_, index) => levelMark({ rank: index + 1, of: levels.length, isStar: false }))}${
    star === null ? null : levelMark({ rank: levels.length, of: levels.length, isStar: true })
  } ${chartTexts.levelsOrder}</li>
${aside.length === 0 ? null : html`<li><span class="asideSample"></span>${texts.outOfCalculation(aside.map(({ label }) => label))}</li>`}
<li><span class="asideSample unansweredSample"></span>${texts.unanswered}</li>
</ul>`
