import type { AutodiagnosticReport, ReportCriterion } from '#domain/report/report.ts'
import { type Highlight, highlightsOf } from '#domain/report/highlights.rules.ts'
import type { Axis } from '#domain/report/synthesis.ts'
import { reportTexts as texts } from '#texts/rapport.ts'
import { meanText } from '#texts/synthese.ts'
import { frList, frNumber } from '#texts/typography.ts'
import { networkMark, platformMark, ripplesDrawing } from '#ui/frame/brand-drawings.ts'

import { maturityFigure } from './figures.ts'
import { html, type Markup } from './html.ts'
import { svg } from './marks.ts'
import { scaleLegend, shortLegendOf } from './legend.ts'

type Figure = { readonly value: string; readonly of?: string; readonly detail: string }

const band = ({ organisation: { name, establishment, network }, campaign, referentiel, date }: AutodiagnosticReport): Markup =>
  html`<header class="band">
${svg({ role: 'ripples', width: 200, height: 200, shapes: ripplesDrawing({ rings: 9, first: 6, step: 11.5 }) })}
<p class="network"><span class="network-mark">${svg({
    role: 'glyph',
    width: 48,
    height: 48,
    shapes: network === null ? platformMark : networkMark,
    attributes: 'fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"',
  })}</span><span>${network?.name ?? texts.platform}${network?.line ? html`<small>${network.line}</small>` : null}</span></p>
<h1>${texts.title}</h1>
<p class="organisation">${name}${establishment === null ? null : html`<small>${establishment}</small>`}</p>
<p class="about">${campaign.label}${campaign.assemblyOn === null ? null : ` · ${texts.assembly(campaign.assemblyOn, date)}`}<br>${referentiel.subset ?? referentiel.title}${
    referentiel.banner === null ? null : html`<br>${referentiel.banner}`
  }</p>
</header>`

const figuresOf = ({ synthesis, pages }: AutodiagnosticReport): readonly Figure[] => {
  const criteria = pages.flatMap((page) => page.criteria)
  const count = (holds: (criterion: ReportCriterion) => boolean) => criteria.filter(holds).length
  const { answered, criteria: concerned, notConcerned, notApplicable, unknown } = synthesis.completeness
  const practices = count((criterion) => criterion.practices !== null)
  const planned = count(({ priority }) => priority === 3)
  return [
    { value: frNumber(answered), of: texts.figures.of(concerned), detail: `${texts.figures.answered(answered)}${texts.figures.uncertain(unknown)}` },
    ...(synthesis.overall === null || synthesis.overall.value === null
      ? []
      : [{ value: meanText(synthesis.overall.value), detail: texts.figures.overall(synthesis.overall.max) }]),
    { value: frNumber(practices), detail: texts.figures.practices(practices) },
    { value: frNumber(planned), detail: texts.figures.plan(planned) },
    { value: frNumber(notConcerned), detail: `${texts.figures.notConcerned(notConcerned)}${texts.figures.notApplicable(notApplicable)}` },
  ].slice(0, 4)
}

const highlight = (fact: Highlight): { readonly title: string; readonly text: string } => {
  switch (fact.kind) {
    case 'strongest':
    case 'weakest': {
      const { title, text } = texts.highlights[fact.kind]
      return { title: title(frList(fact.spokes)), text: text(meanText(fact.value), frNumber(fact.max)) }
    }
    case 'unfinished':
      return { title: texts.highlights.unfinished.title, text: texts.highlights.unfinished.text(frList(fact.spokes)) }
    case 'manyUnfinished':
      return { title: texts.highlights.unfinished.title, text: texts.highlights.manyUnfinished(fact.spokes, fact.of) }
    case 'toConfirm':
      return { title: texts.highlights.toConfirm.title, text: texts.highlights.toConfirm.text(fact.criteria) }
    case 'plan':
      return { title: texts.highlights.plan.title, text: texts.highlights.plan.text(fact.criteria) }
    case 'imperatives':
      return { title: texts.highlights.imperatives.title, text: texts.highlights.imperatives.text(frList(fact.criteria)) }
  }
}

const remember = (facts: readonly Highlight[], { answered }: { readonly answered: number }): Markup =>
  // Answers without an axis, or all alike, tell no fact of their own: then nothing is said rather than that there is none.
  facts.length === 0 && answered > 0 ? html`` : html`<div class="remember"><h2>${texts.remember}</h2>${
    facts.length === 0
      ? html`<p>${texts.highlights.none}</p>`
      : html`<ul>${facts.map(highlight).map(({ title, text }) => html`<li><b>${title}</b> ${text}</li>`)}</ul>`
  }</div>`

/** The first page: who, on what, how complete, where one stands, how to read it. */
export const cover = (report: AutodiagnosticReport, axis: Axis | undefined): Markup => {
  const short = shortLegendOf(report.scales)
  return html`<section class="cover">
${band(report)}
<dl class="figures">${figuresOf(report).map(({ value, of, detail }) => html`<div><dt>${detail}</dt><dd>${value}${
    of === undefined ? null : html` <small>${of}</small>`
  }</dd></div>`)}</dl>
<div class="middle">${axis === undefined ? null : html`<div class="web">${maturityFigure(axis, report.campaign.previous)}</div>`}${remember(highlightsOf(report), report.synthesis.completeness)}</div>
${short === null ? null : html`<div class="short-legend">${scaleLegend(short, texts.legend)}</div>`}
</section>`
}
