import { useId } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Icon } from '../icons/icon.tsx'
import styles from './chart.module.css'
import { Radar } from './radar.tsx'
import { Rails } from './rails.tsx'
import type { Series } from './series.ts'
import { SeriesSample } from './series-mark.tsx'

const decimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/**
 * Where one stands on each axis: a radar for 5 to 10 axes where there is room for readable labels, rails otherwise,
 * always with a legend and the numbers as a table.
 */
export function MaturityChart({ title, axes, series, min = 1, max }: {
  readonly title: string
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
      {axes.length >= 5 && axes.length <= 10 ? <Radar {...{ title, axes, series, max }} /> : null}
      <Rails {...{ axes, series, min, max }} />
      <ul className={styles.legend}>
        {series.map(({ kind, label }) => <li key={kind}><SeriesSample kind={kind} />{label}</li>)}
      </ul>
      <details className={styles.details}>
        <summary><Icon name="table" size="s" />{uiTexts.chartTable}</summary>
        <div className={styles.scroll} role="region" aria-labelledby={titleId} tabIndex={0}>
          <table className={styles.numbers}>
            <thead>
              <tr>
                <th scope="col">{uiTexts.axis}</th>
                {series.map(({ kind, label }) => <th key={kind} scope="col">{label}</th>)}
              </tr>
            </thead>
            <tbody>
              {axes.map((axis, index) => (
                <tr key={axis}>
                  <th scope="row">{axis}</th>
                  {series.map(({ kind, values }) => {
                    const value = values[index] ?? null
                    return <td key={kind}>{value === null ? uiTexts.noMark : decimal.format(value)}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
