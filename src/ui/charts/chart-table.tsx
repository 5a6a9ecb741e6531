import { chartTexts } from '#texts/charts.ts'
import { Icon } from '../icons/icon.tsx'
import styles from './chart.module.css'

/** The numbers of a chart, folded: the first column names what the others count. */
export function ChartTable({ titleId, head, rows }: {
  readonly titleId: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  return (
    <details className={styles.details}>
      <summary><Icon name="table" size="s" />{chartTexts.table}</summary>
      <div className={styles.scroll} role="region" aria-labelledby={titleId} tabIndex={0}>
        <table className={styles.numbers}>
          <thead>
            <tr>{head.map((label, index) => <th key={index} scope="col">{label}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values], row) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                {values.map((value, index) => <td key={index}>{value}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
