import { useId } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import { LevelMark } from '../marks/level-mark.tsx'
import { rampStep } from '../marks/ramp.ts'
import styles from './chart.module.css'

export type DistributionRow = {
  readonly label: string
  /** How many answers at each level, from the lowest. */
  readonly counts: readonly number[]
  readonly unanswered: number
  /** Beside the label, formatted: a median, a mean. */
  readonly figure?: string
}

/** How the answers spread over the levels: one bar per theme, each part with its digit and its pattern. */
export function Distribution({ title, levels, rows }: {
  readonly title: string
  readonly levels: number
  readonly rows: readonly DistributionRow[]
}) {
  const id = useId()
  return (
    <figure className={styles.chart} aria-labelledby={`${id}title`}>
      <figcaption id={`${id}title`} className={styles.hiddenTitle}>{title}</figcaption>
      <Patterns id={id} levels={levels} />
      <div className={styles.rows}>
        {rows.map((row) => (
          <div key={row.label} className={styles.row}>
            <span>{row.label}</span>
            {row.figure ? <span className={styles.figure}>{row.figure}</span> : <span />}
            <Bar row={row} patterns={id} />
          </div>
        ))}
      </div>
      <ul className={classNames(styles.legend, styles.legendStart)}>
        {Array.from({ length: levels }, (_, level) => (
          <li key={level}><LevelMark level={level + 1} of={levels} size="s" /></li>
        ))}
        <li className={styles.soft}>{uiTexts.levelsOrder}</li>
        <li><LevelMark level={null} size="s" decorative />{uiTexts.unanswered.toLowerCase()}</li>
      </ul>
      <details className={styles.details}>
        <summary><Icon name="table" size="s" />{uiTexts.chartTable}</summary>
        <div className={styles.scroll} role="region" aria-labelledby={`${id}title`} tabIndex={0}>
          <table className={styles.numbers}>
            <thead>
              <tr>
                <th scope="col">{uiTexts.axis}</th>
                {Array.from({ length: levels }, (_, level) => <th key={level} scope="col">{uiTexts.levelColumn(level + 1)}</th>)}
                <th scope="col">{uiTexts.unanswered}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, counts, unanswered }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {Array.from({ length: levels }, (_, level) => <td key={level}>{counts[level] ?? 0}</td>)}
                  <td>{unanswered}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** A part's geometry in percent of the bar. */
type Part = { readonly level: number | null; readonly count: number; readonly from: number; readonly width: number }

function partsOf({ counts, unanswered }: DistributionRow): readonly Part[] {
  const entries = [...counts.map((count, index) => ({ level: index + 1, count })), { level: null, count: unanswered }]
    .filter(({ count }) => count > 0)
  const total = entries.reduce((sum, { count }) => sum + count, 0)
  const parts: Part[] = []
  let from = 0
  for (const entry of entries) {
    const width = (entry.count / total) * 100
    parts.push({ ...entry, from, width })
    from += width
  }
  return parts
}

function Bar({ row, patterns }: { readonly row: DistributionRow; readonly patterns: string }) {
  return (
    <svg className={styles.bar} aria-hidden="true">
      {partsOf(row).map(({ level, count, from, width }) => (
        <svg key={level ?? 0} x={`${from}%`} width={`${width}%`} height="100%" data-ramp={level === null ? undefined : rampStep(level, row.counts.length)}>
          {level === null ? (
            <rect className={styles.unanswered} x="1" y="1" height="32" rx="5" />
          ) : (
            <>
              <rect className={styles.part} width="100%" height="100%" />
              <rect fill={`url(#${patterns}p${level})`} width="100%" height="100%" />
              <rect className={styles.partEdge} x=".5" y=".5" height="33" />
            </>
          )}
          <text className={level === null ? styles.unansweredDigit : styles.partDigit} x="50%" y="22.5">{count}</text>
        </svg>
      ))}
    </svg>
  )
}

/** Plain, dots, oblique lines, level lines, plain: the levels without their colours. */
function Patterns({ id, levels }: { readonly id: string; readonly levels: number }) {
  const drawn = Array.from({ length: levels }, (_, index) => index + 1).filter((level) => level > 1 && level < levels)
  return (
    <svg width="0" height="0" aria-hidden="true" className={styles.hiddenTitle}>
      <defs>
        {drawn.map((level) => (
          <pattern key={level} id={`${id}p${level}`} width="8" height="8" patternUnits="userSpaceOnUse" data-ramp={rampStep(level, levels)}>
            {(level - 2) % 3 === 0 ? <circle className={styles.speck} cx="4" cy="4" r="1.2" /> : null}
            {(level - 2) % 3 === 1 ? <path className={styles.hatch} d="M-2 2l4-4M0 8l8-8M6 10l4-4" /> : null}
            {(level - 2) % 3 === 2 ? <path className={styles.hatch} d="M0 4h8" /> : null}
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
