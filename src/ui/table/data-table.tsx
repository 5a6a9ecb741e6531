import { Fragment, type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import { Hidden } from '../layout/layout.tsx'
import { AppLink } from '../link/app-link.tsx'
import styles from './data-table.module.css'

export type TableColumn<Row> = {
  readonly key: string
  readonly header: string
  /** The cell of a row; with several lines per row it spans them all. */
  readonly cell?: (row: Row) => ReactNode
  /** The cell of one line of a row (an indicator of an action); give `lines` to the table. */
  readonly lineCell?: (row: Row, line: number) => ReactNode
  /** Figures at the right. */
  readonly align?: 'start' | 'end'
  /** As narrow as its content: acts. */
  readonly narrow?: boolean
  /** At least 13.5 rem: persons with a status under them. */
  readonly roomy?: boolean
  /** The head is for screen readers alone: acts. */
  readonly isHeaderHidden?: boolean
  /** The cell that names the row: a row header, and first when stacked. */
  readonly isTitle?: boolean
  /** When stacked under 44 rem: label above (default), label and value on one line, or no label. */
  readonly stack?: 'block' | 'inline' | 'bare'
  /** Stacked right after the title (the responsible person). */
  readonly isEarly?: boolean
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' }
}

export type TableGroup<Row> = { readonly key: string; readonly head?: ReactNode; readonly rows: readonly Row[] }

export type DataTableProps<Row> = {
  /** Names the table for everybody; `isCaptionHidden` when a title stands over it. */
  readonly caption: string
  readonly isCaptionHidden?: boolean
  readonly columns: readonly TableColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rows?: readonly Row[]
  /** Instead of `rows`: rows under heads of their own. */
  readonly groups?: readonly TableGroup<Row>[]
  /** How many lines a row has; 1 when left out. */
  readonly lines?: (row: Row) => number
  /** Cells of a row beside each other at the top, or in the middle (the default without lines). */
  readonly rowAlign?: 'top' | 'middle'
  /** Instead of the table when there is no row: an `EmptyState`. */
  readonly empty?: ReactNode
}

/** A table that becomes stacked blocks under 44 rem. Between, it scrolls inside its frame and never the page. */
export function DataTable<Row>({
  caption, isCaptionHidden = false, columns, rowKey, rows, groups, lines = () => 1, empty,
  rowAlign = columns.some((column) => column.lineCell) ? 'top' : 'middle',
}: DataTableProps<Row>) {
  const captionId = useId()
  const parts = groups ?? [{ key: 'all', rows: rows ?? [] }]
  if (empty && parts.every((part) => part.rows.length === 0)) return <>{empty}</>
  return (
    <div className={styles.frame} role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={classNames(styles.table, rowAlign === 'middle' && styles.middle)}>
        <caption id={captionId} className={isCaptionHidden ? styles.hidden : styles.caption}>{caption}</caption>
        <thead className={styles.head}>
          <tr>{columns.map((column) => <HeadCell key={column.key} column={column} />)}</tr>
        </thead>
        {parts.map((part) => (
          <Fragment key={part.key}>
            {part.head ? (
              <tbody className={styles.body}>
                <tr className={styles.group}><th colSpan={columns.length} scope="rowgroup">{part.head}</th></tr>
              </tbody>
            ) : null}
            {part.rows.map((row) => <RowLines key={rowKey(row)} {...{ row, columns, count: Math.max(1, lines(row)) }} />)}
          </Fragment>
        ))}
      </table>
    </div>
  )
}

function HeadCell<Row>({ column: { header, align, narrow, roomy, sort, isHeaderHidden } }: { readonly column: TableColumn<Row> }) {
  return (
    <th scope="col" className={classNames(align === 'end' && styles.end, narrow && styles.narrow, roomy && styles.roomy)} aria-sort={sort?.direction}>
      {sort ? (
        <AppLink href={sort.href} className={styles.sort}>
          {header}
          <Icon name={sort.direction === 'descending' ? 'arrow-down' : 'arrow-up'} size="s" />
        </AppLink>
      ) : isHeaderHidden ? <Hidden>{header}</Hidden> : header}
    </th>
  )
}

function RowLines<Row>({ row, columns, count }: {
  readonly row: Row
  readonly columns: readonly TableColumn<Row>[]
  readonly count: number
}) {
  const firstLineColumn = columns.find((column) => column.lineCell)?.key
  return (
    <tbody className={styles.rows}>
      {Array.from({ length: count }, (_, line) => (
        <tr key={line} className={line > 0 ? styles.line : undefined}>
          {columns.filter((column) => line === 0 || column.lineCell).map((column) => {
            const { key, header, cell, lineCell, align, narrow, isTitle, isEarly, stack = 'block' } = column
            const span = !lineCell && count > 1 ? count : undefined
            const className = classNames(
              align === 'end' && styles.end, narrow && styles.narrow, isTitle && styles.first, isEarly && styles.early,
              stack !== 'block' && styles[stack], key === firstLineColumn && styles.lineTitle,
            )
            const content = lineCell ? lineCell(row, line) : cell?.(row)
            return isTitle
              ? <th key={key} scope="row" rowSpan={span} className={className}>{content}</th>
              : <td key={key} rowSpan={span} className={className} data-h={header}>{content}</td>
          })}
        </tr>
      ))}
    </tbody>
  )
}
