import styles from './chart.module.css'
import type { SeriesKind } from './series.ts'

/** The point of a series: ● current, ◇ target, ▲ stakeholders. */
export function SeriesMark({ kind, x, y }: { readonly kind: SeriesKind; readonly x: number; readonly y: number }) {
  switch (kind) {
    case 'current':
      return <circle className={styles.currentMark} cx={x} cy={y} r="6.5" />
    case 'target':
      return <rect className={styles.targetMark} x={x - 5} y={y - 5} width="10" height="10" transform={`rotate(45 ${x} ${y})`} />
    case 'stakeholders':
      return <path className={styles.stakeholdersMark} d={`M${x} ${y - 9}l8 14h-16z`} />
  }
}

/** A sample of the line and its point, for the legend. */
export function SeriesSample({ kind }: { readonly kind: SeriesKind }) {
  return (
    <svg className={styles.legendSvg} viewBox="0 0 44 20" aria-hidden="true">
      <line className={styles[kind]} x1="1" y1="10" x2="43" y2="10" />
      <SeriesMark kind={kind} x={22} y={10} />
    </svg>
  )
}
