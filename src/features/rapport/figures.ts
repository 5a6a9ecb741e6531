import { brokenSeries } from '#domain/report/broken-series.rules.ts'
import type { Axis, Spread } from '#domain/report/synthesis.ts'
import { reportTexts as texts } from '#texts/rapport.ts'
import { meanText, medianText, synthesisTexts } from '#texts/synthese.ts'
import { frNumber } from '#texts/typography.ts'
import { barDrawing, barPatterns } from '#ui/charts/bar.ts'
import { isRadarReadable, radarDrawing, radarSize } from '#ui/charts/radar.ts'
import { railDrawing, railSize } from '#ui/charts/rails.ts'
import type { Series } from '#ui/charts/series.ts'
import { seriesSample } from '#ui/charts/series-mark.ts'
import { drawn } from '#ui/drawing/drawing.ts'

import { html, type Markup, trusted } from './html.ts'
import { svg } from './marks.ts'

/** What is known of an axis, one line per kind; a kind of which nothing is known is left out. */
const seriesOfAxis = ({ spokes }: Axis, previous: string | null): readonly Series[] => {
  const lines: readonly Series[] = [
    { kind: 'previous', label: previous ?? synthesisTexts.series.previous, values: spokes.map(({ previous }) => previous) },
    { kind: 'current', label: synthesisTexts.series.current, values: spokes.map(({ current }) => current) },
    { kind: 'target', label: synthesisTexts.series.target, values: spokes.map(({ target }) => target) },
  ]
  return lines.filter(({ kind, values }) => kind === 'current' || values.some((value) => value !== null))
}

/** Where the organisation stands on an axis: radar or rails, with its legend. */
export const maturityFigure = (axis: Axis, previous: string | null): Markup => {
  const axes = axis.spokes.map(({ label }) => label)
  const series = seriesOfAxis(axis, previous)
  const { min, max } = axis
  const drawing = isRadarReadable(axes.length) && max > 0
    ? svg({ role: 'radar', ...radarSize, shapes: radarDrawing({ axes, series, max }), label: synthesisTexts.chartTitle(axis.label) })
    : html`<div class="rails">${axes.map((label, index) => html`<div class="rail"><span>${label}</span>${
        svg({ role: 'railSvg', ...railSize, shapes: railDrawing({ axis: index, series, min, max }) })
      }</div>`)}</div>`
  return html`<figure class="chart">${drawing}<ul class="legend">${series.map(({ kind, label }) => html`<li>${
    svg({ role: 'legendSvg', width: 44, height: 20, shapes: seriesSample(kind) })
  }${label}</li>`)}</ul>${seriesNotes(axis, previous)}</figure>`
}

/** What of the campaign before is no longer the same measure. */
const seriesNotes = (axis: Axis, previous: string | null): Markup | null => {
  if (previous === null) return null
  const { broken, changed } = brokenSeries(axis)
  const notes = [
    ...(changed.length === 0 ? [] : [synthesisTexts.changed(previous, changed)]),
    ...(broken.length === 0 ? [] : [synthesisTexts.broken(previous, broken)]),
  ]
  return notes.length === 0 ? null : html`<p class="note">${notes.join(' ')}</p>`
}

type Column = { readonly label: string; readonly of: (spoke: number) => string }

const columnsOf = ({ spokes }: Axis, spread: Spread | undefined, previous: string | null): readonly Column[] => {
  const optional = (label: string, of: (spoke: number) => number | null, written: (value: number | null) => string): readonly Column[] =>
    spokes.some((_, index) => (of(index) ?? 0) > 0) ? [{ label, of: (index) => written(of(index)) }] : []
  const { columns } = texts
  return [
    ...optional(columns.current, (index) => spokes[index]?.current ?? null, meanText),
    ...(spread === undefined ? [] : [{ label: columns.median, of: (index: number) => medianText(spread.rows[index]?.median ?? []) }]),
    ...optional(columns.target, (index) => spokes[index]?.target ?? null, meanText),
    ...optional(previous ?? columns.previous, (index) => spokes[index]?.previous ?? null, meanText),
    { label: columns.answered, of: (index) => texts.outOf(spokes[index]?.answered ?? 0, spokes[index]?.applicable ?? 0) },
    ...optional(columns.notConcerned, (index) => spread?.rows[index]?.notConcerned ?? null, (value) => frNumber(value ?? 0)),
  ]
}

const bar = (spread: Spread, spoke: number, id: string): Markup | null => {
  const row = spread.rows[spoke]
  return row === undefined
    ? null
    : html`<svg class="bar" aria-hidden="true">${trusted(drawn(barDrawing(row, id)))}</svg>`
}

/** How the answers of an axis spread over one of its scales: a table whose first column holds the bars. */
export const spreadFigure = (
  axis: Axis,
  { spread, previous, id }: { readonly spread: Spread | undefined; readonly previous: string | null; readonly id: string },
): Markup => {
  const columns = columnsOf(axis, spread, previous)
  return html`${
    spread === undefined
      ? null
      : html`<svg class="patterns" width="0" height="0" aria-hidden="true">${trusted(drawn(barPatterns(id, spread.scale.levels.length)))}</svg>`
  }<table class="spread">
<thead><tr><th scope="col">${axis.label}</th>${columns.map(({ label }) => html`<th scope="col" class="r">${label}</th>`)}</tr></thead>
<tbody>${axis.spokes.map(({ label }, index) => html`<tr><th scope="row">${label}${
    spread === undefined ? null : bar(spread, index, id)
  }</th>${columns.map(({ of }) => html`<td class="r">${of(index)}</td>`)}</tr>`)}</tbody>
</table>`
}
