import type { AutodiagnosticReport, ReportCriterion, ReportPage } from '#domain/report/report.ts'
import type { Axis, LevelScale } from '#domain/report/synthesis.ts'
import { checkWhiteLabel, defaultColours } from '#domain/white-label/white-label.rules.ts'
import { pictographFont } from '#server/pdf/embedded-fonts.ts'
import { reportTexts as texts } from '#texts/rapport.ts'
import { brandCss } from '#ui/brand/brand-css.ts'

import { cover } from './cover.ts'
import { criterionText, questionText } from './criterion.ts'
import { spreadFigure, maturityFigure } from './figures.ts'
import { cssString, html, type Markup, trusted } from './html.ts'
import { barLegend, otherMarks, scaleLegend, shortLegendOf } from './legend.ts'
import { reportStyle } from './report-style.ts'

/** `textWidth`: between the side margins of report.css. */
export type PrintableDocument = { readonly title: string; readonly html: string; readonly textWidth: string }

/** The network's colours if they can be read, ours otherwise. */
const colours = ({ organisation: { network } }: AutodiagnosticReport): string => {
  const palette = checkWhiteLabel(network?.colours ?? defaultColours)
  return palette.ok ? brandCss(palette.value) : ''
}

/** What stands at the foot of each page; the page's number is the printer's to know. */
const foot = ({ organisation, campaign, date }: AutodiagnosticReport): string =>
  `@page{@bottom-left{content:${cssString(texts.foot({ organisation: organisation.name, campaign: campaign.label, date }))}}}`

type Overview = { readonly isAlone: boolean; readonly isOnCover: boolean; readonly previous: string | null; readonly id: string }

const axisOverview = (axis: Axis, { isAlone, isOnCover, previous, id }: Overview): Markup => {
  const [first, ...more] = axis.spreads
  return html`${isAlone ? null : html`<h3>${axis.label}</h3>`}${
    isOnCover ? null : html`<div class="web small-web">${maturityFigure(axis, previous)}</div>`
  }${first !== undefined && more.length > 0 ? html`<p class="scale-name">${first.scale.label}</p>` : null}${
    spreadFigure(axis, { spread: first, previous, id })
  }${more.map((spread, rank) => html`<p class="scale-name">${spread.scale.label}</p>${
    spreadFigure(axis, { spread, previous, id: `${id}s${rank}` })
  }`)}`
}

const spreadScales = (axes: readonly Axis[]): readonly LevelScale[] => [
  ...new Map(axes.flatMap(({ spreads }) => spreads.map(({ scale }) => [scale.code, scale] as const))).values(),
]

const overview = ({ synthesis: { axes }, campaign: { previous } }: AutodiagnosticReport, onCover: Axis | undefined): Markup => {
  const scales = spreadScales(axes)
  return html`<section class="overview"><h2>${texts.overview}</h2>
<p class="note">${scales.length > 0 ? texts.spreadNote : texts.meansNote}</p>
${scales.map((scale) => html`${scales.length > 1 ? html`<p class="scale-name">${scale.label}</p>` : null}${barLegend(scale)}`)}
${axes.map((axis, index) => axisOverview(axis, {
    isAlone: axes.length === 1, isOnCover: axis === onCover, previous, id: `a${index}`,
  }))}</section>`
}

/** What stands above a criterion on its page, said once for all that follow. */
const isNewPath = (criteria: readonly ReportCriterion[], index: number): boolean =>
  criteria[index]?.path.join('\0') !== (index === 0 ? '' : criteria[index - 1]?.path.join('\0'))

const page = ({ number, title, path, questions, criteria }: ReportPage): Markup =>
  html`<section class="theme">${path.length === 0 ? null : html`<p class="path">${path.join(' · ')}</p>`}<h2>${
    number === null ? null : `${number} `
  }${title}</h2>${questions.length === 0 ? null : html`<div class="page-questions">${questions.map((question) => questionText(question))}</div>`}${
    criteria.map((criterion, index) => criterionText(criterion, isNewPath(criteria, index) ? criterion.path : []))
  }</section>`

/** An attribution that tells the version names the référentiel already. */
const sourceOf = ({ title, version, attribution }: AutodiagnosticReport['referentiel']): string => {
  if (attribution === null) return texts.source(title, version)
  return attribution.includes(version) ? attribution : `${texts.source(title, version)} ${attribution}`
}

const annex = ({ referentiel, scales, pages }: AutodiagnosticReport): Markup =>
  html`<section class="annex"><h2>${texts.readingNotes}</h2>
${shortLegendOf(scales) === null ? scales.map((scale) => scaleLegend(scale, scale.label)) : null}
${otherMarks(pages)}
<p>${texts.notOfficial}</p>
<p>${sourceOf(referentiel)}</p>
</section>`

/** The whole autodiagnostic as one HTML document that needs nothing from outside, ready to be printed on A4. */
export const autodiagnosticDocument = async (report: AutodiagnosticReport): Promise<PrintableDocument> => {
  const title = texts.documentTitle(report.organisation.name, report.campaign.label)
  const { axes, defaultAxis } = report.synthesis
  const shown = axes.find(({ code }) => code === defaultAxis) ?? axes.at(0)
  const body = html`${cover(report, shown)}
${axes.length === 0 ? null : overview(report, shown)}
${report.pages.map(page)}
${annex(report)}`
  const fonts = await pictographFont(`${body.markup}${title}`)
  const style = `${fonts}\n${await reportStyle()}\n${colours(report)}\n${foot(report)}`
  const document = html`<!doctype html>
<html lang="fr" data-theme="light"><head><meta charset="utf-8"><title>${title}</title><style>${trusted(style)}</style></head>
<body>
${body}
</body></html>`
  return { title, html: document.markup, textWidth: '178mm' }
}
