import { useId } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { chartTexts } from '#texts/charts.ts'
import { frNumber } from '#texts/typography.ts'
import styles from './chart.module.css'
import { ChartTable } from './chart-table.tsx'
import { isRadarReadable, radarDrawing, radarSize } from './radar.ts'
import { railDrawing, railSize } from './rails.ts'
import type { Series } from './series.ts'
import { seriesSample } from './series-mark.ts'
import { Shapes } from '../drawing/shapes.tsx'

/**
 * Where one stands on each axis: a radar for 5 to 10 axes where there is room for readable labels, rails otherwise,
 * always with a legend and the numbers as a table.
 */
export function MaturityChart({ title, axisLabel = chartTexts.axis, axes, series, min = 1, max }: {
  readonly title: string
  /** What an axis is, for the table: « Thème ». */
  readonly axisLabel?: string
  readonly axes: readonly string[]
  readonly series: readonly Series[]
  /** Where the rails begin; the radar always begins at zero. */
  readonly min?: number
  readonly max: number
}) {
  const titleId = useId()
  return (
    <figure className={styles.chart} aria-labelledby={titleId}>
      <figcaption id={titleId} className={styles.hiddenTitle}>{title}</figcaption>
      {isRadarReadable(axes.length) && max > 0 ? (
        <svg className={styles.radar} viewBox={`0 0 ${radarSize.width} ${radarSize.height}`} role="img" aria-label={title}>
          <Shapes classes={styles} shapes={radarDrawing({ axes, series, max })} />
        </svg>
      ) : null}
      <div className={styles.rails} aria-hidden="true">
        {axes.map((axis, index) => (
          <div key={index} className={styles.rail}>
            <span>{axis}</span>
            <svg className={styles.railSvg} viewBox={`0 0 ${railSize.width} ${railSize.height}`}>
              <Shapes classes={styles} shapes={railDrawing({ axis: index, series, min, max })} />
            </svg>
          </div>
        ))}
      </div>
      <ul className={styles.legend}>
        {series.map(({ kind, label }) => (
          <li key={kind}>
            <svg className={styles.legendSvg} viewBox="0 0 44 20" aria-hidden="true"><Shapes classes={styles} shapes={seriesSample(kind)} /></svg>
            {label}
          </li>
        ))}
      </ul>
      <ChartTable
        titleId={titleId}
        head={[axisLabel, ...series.map(({ label }) => label)]}
        rows={axes.map((axis, index) => [
          axis,
          ...series.map(({ values }) => {
            const value = values[index] ?? null
            return value === null ? uiTexts.noMark : frNumber(value, { decimals: 1 })
          }),
        ])}
      />
    </figure>
  )
}
