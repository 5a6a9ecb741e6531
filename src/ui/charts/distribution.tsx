import { useId, type ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { chartTexts } from '#texts/charts.ts'
import { classNames } from '../class-names.ts'
import { LevelMark } from '../marks/level-mark.tsx'
import { barDrawing, barPatterns, type Spread } from './bar.ts'
import styles from './chart.module.css'
import { ChartTable } from './chart-table.tsx'
import { Shapes } from '../drawing/shapes.tsx'

export type DistributionRow = Spread & {
  readonly label: string
  /** Left out of the bar, told in the table. */
  readonly notConcerned?: number
  /** Beside the label, formatted: a median, a mean. */
  readonly figure?: ReactNode
}

type Column = { readonly label: string; readonly of: (row: DistributionRow) => number }

/** How the answers spread over the levels: one bar per axis, each part with its digit and its pattern. */
export function Distribution({ title, axisLabel = chartTexts.axis, levels, rows }: {
  readonly title: string
  /** What a row is, for the table: « Thème ». */
  readonly axisLabel?: string
  readonly levels: number
  readonly rows: readonly DistributionRow[]
}) {
  const id = useId()
  const ranks = Array.from({ length: levels }, (_, index) => index + 1)
  const some = (column: Column): readonly Column[] => (rows.some((row) => column.of(row) > 0) ? [column] : [])
  const aside = some({ label: chartTexts.aside, of: (row) => row.aside ?? 0 })
  const columns: readonly Column[] = [
    ...ranks.map((rank) => ({ label: chartTexts.levelColumn(rank), of: ({ counts }: DistributionRow) => counts[rank - 1] ?? 0 })),
    ...some({ label: chartTexts.starColumn, of: (row) => row.star ?? 0 }),
    ...aside,
    { label: uiTexts.unanswered, of: ({ unanswered }) => unanswered },
    ...some({ label: uiTexts.notConcerned, of: (row) => row.notConcerned ?? 0 }),
  ]
  return (
    <figure className={styles.chart} aria-labelledby={`${id}title`}>
      <figcaption id={`${id}title`} className={styles.hiddenTitle}>{title}</figcaption>
      <svg width="0" height="0" aria-hidden="true" className={styles.hiddenTitle}><Shapes classes={styles} shapes={barPatterns(id, levels)} /></svg>
      <div className={styles.rows}>
        {rows.map((row, index) => (
          <div key={index} className={styles.row}>
            <span>{row.label}</span>
            {row.figure ? <span className={styles.figure}>{row.figure}</span> : <span />}
            <svg className={styles.bar} aria-hidden="true"><Shapes classes={styles} shapes={barDrawing(row, id)} /></svg>
          </div>
        ))}
      </div>
      <ul className={classNames(styles.legend, styles.legendStart)}>
        {ranks.map((rank) => <li key={rank}><LevelMark level={rank} of={levels} size="s" /></li>)}
        <li className={styles.soft}>{chartTexts.levelsOrder}</li>
        {aside.length > 0 ? <li><span className={styles.asideSample} aria-hidden="true" />{chartTexts.aside.toLowerCase()}</li> : null}
        <li><LevelMark level={null} size="s" decorative />{uiTexts.unanswered.toLowerCase()}</li>
      </ul>
      <ChartTable
        titleId={`${id}title`}
        head={[axisLabel, ...columns.map(({ label }) => label)]}
        rows={rows.map((row) => [row.label, ...columns.map(({ of }) => String(of(row)))])}
      />
    </figure>
  )
}
