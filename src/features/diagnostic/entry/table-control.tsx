'use client'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { entryTexts } from '#texts/saisie.ts'
import { Button } from '#ui/actions/button.tsx'
import { Title } from '#ui/layout/text.tsx'

import { choiceDelay } from '../saving/use-saver.ts'
import type { QuestionView } from '../view.ts'
import type { ControlProps } from './control.tsx'
import { Control } from './control.tsx'
import styles from './entry.module.css'

type Cell = string | number | boolean | string[] | null
type TableRow = Record<string, Cell>

const texts = entryTexts.table

const rowsOf = (value: AnswerValue | undefined): readonly TableRow[] =>
  Array.isArray(value) ? value.filter((row): row is TableRow => typeof row === 'object' && row !== null && !Array.isArray(row)) : []

/** What a table's cell can hold: its columns have no unit to choose and are no tables. */
const cellOf = (value: AnswerValue): Cell =>
  value === null || typeof value !== 'object'
    ? value
    : Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string')
      : null

/** Rows of cells, one block per row: it reads the same on a phone and by ear. */
export function TableControl({ question, name, value, isReadOnly, onChange, onLeave }: Omit<ControlProps, 'field' | 'label'> & {
  readonly question: QuestionView
}) {
  const rows = rowsOf(value)
  const max = question.rows?.max ?? null
  const isFull = max !== null && rows.length >= max
  const give = (next: readonly TableRow[], delay: number) => onChange(next.length === 0 ? null : [...next], delay)
  return (
    <fieldset className={styles.table}>
      <legend className={styles.label}>{question.prompt}</legend>
      {question.help === null ? null : <p className={styles.hint}>{question.help}</p>}
      {rows.length === 0 ? <p className={styles.hint}>{texts.empty}</p> : null}
      {rows.map((row, index) => (
        // A row has no identity but its place: answers store rows in their order.
        <section key={index} className={styles.tableRow} aria-label={texts.row(index + 1)}>
          <div className={styles.tableHead}>
            <Title level={4} size="card">{texts.row(index + 1)}</Title>
            {isReadOnly ? null : (
              <Button
                dense
                variant="quiet"
                icon="trash"
                aria-label={texts.removeNumber(index + 1)}
                onClick={() => give(rows.toSpliced(index, 1), choiceDelay)}
              >
                {texts.remove}
              </Button>
            )}
          </div>
          <div className={styles.cells}>
            {question.columns.map((column) => (
              <Control
                key={column.code}
                field={column}
                name={`${name}-${index}-${column.code}`}
                label={column.prompt}
                value={row[column.code] ?? null}
                isReadOnly={isReadOnly}
                isDense
                onChange={(cell, delay) => give(rows.with(index, { ...row, [column.code]: cellOf(cell) }), delay)}
                onLeave={onLeave}
              />
            ))}
          </div>
        </section>
      ))}
      {isReadOnly ? null : (
        <Button
          dense
          icon="plus"
          disabledReason={isFull ? texts.full(max) : undefined}
          onClick={() => give([...rows, {}], choiceDelay)}
        >
          {texts.add}
        </Button>
      )}
    </fieldset>
  )
}
