import { brokenSeries } from '#domain/report/broken-series.rules.ts'
import type { Axis, Spread } from '#domain/report/synthesis.ts'
import { meanText, medianText, synthesisTexts as texts } from '#texts/synthese.ts'
import { Distribution } from '#ui/charts/distribution.tsx'
import { MaturityChart } from '#ui/charts/maturity-chart.tsx'
import type { Series } from '#ui/charts/series.ts'
import { Text, Title } from '#ui/layout/text.tsx'

import styles from './synthesis.module.css'

const seriesOf = ({ spokes }: Axis, previousCampaign: string | null): readonly Series[] => {
  const lines: readonly Series[] = [
    { kind: 'previous', label: previousCampaign ?? texts.series.previous, values: spokes.map(({ previous }) => previous) },
    { kind: 'current', label: texts.series.current, values: spokes.map(({ current }) => current) },
    { kind: 'target', label: texts.series.target, values: spokes.map(({ target }) => target) },
  ]
  return lines.filter(({ kind, values }) => kind === 'current' || values.some((value) => value !== null))
}

const titleOf = (series: readonly Series[]): string => {
  const kinds = new Set(series.map(({ kind }) => kind))
  if (kinds.has('previous')) return kinds.has('target') ? texts.whereTitle.both : texts.whereTitle.previous
  return kinds.has('target') ? texts.whereTitle.target : texts.whereTitle.current
}

/** Where one stands on an axis, was, and goes. */
export function AxisMaturity({ axis, previousCampaign }: { readonly axis: Axis; readonly previousCampaign: string | null }) {
  const series = seriesOf(axis, previousCampaign)
  return (
    <>
      <Title level={2} size="block">{titleOf(series)}</Title>
      <MaturityChart
        title={texts.chartTitle(axis.label)}
        axisLabel={axis.label}
        axes={axis.spokes.map(({ label }) => label)}
        series={series}
        min={axis.min}
        max={axis.max}
      />
      <SeriesNotes axis={axis} previousCampaign={previousCampaign} />
    </>
  )
}

/** What of the campaign before is no longer the same measure. */
function SeriesNotes({ axis, previousCampaign }: { readonly axis: Axis; readonly previousCampaign: string | null }) {
  if (previousCampaign === null) return null
  const { broken, changed } = brokenSeries(axis)
  return (
    <>
      {changed.length === 0 ? null : <Text size="sm" soft>{texts.changed(previousCampaign, changed)}</Text>}
      {broken.length === 0 ? null : <Text size="sm" soft>{texts.broken(previousCampaign, broken)}</Text>}
    </>
  )
}

/** How the answers of an axis spread over one scale, mean and median beside each bar. */
export function AxisSpread({ axis, spread }: { readonly axis: Axis; readonly spread: Spread }) {
  const title = axis.spreads.length > 1 ? texts.spreadOf(spread.scale.label) : texts.spread
  return (
    <>
      <Title level={2} size="block">{title}</Title>
      <Distribution
        title={title}
        axisLabel={axis.label}
        levels={spread.scale.levels.length}
        rows={axis.spokes.map(({ label, current }, index) => {
          const { counts = [], star = 0, aside = 0, unanswered = 0, notConcerned = 0, median = [] } = spread.rows[index] ?? {}
          return { label, counts, star, aside, unanswered, notConcerned, figure: <Figures mean={current} median={median} /> }
        })}
      />
    </>
  )
}

function Figures({ mean, median }: { readonly mean: number | null; readonly median: readonly number[] }) {
  if (mean === null && median.length === 0) return null
  return (
    <span className={styles.figures}>
      {mean === null ? null : <span>{texts.mean} <b>{meanText(mean)}</b></span>}
      {median.length === 0 ? null : <span>{texts.median} <b>{medianText(median)}</b></span>}
    </span>
  )
}
