'use client'

import { useRef, useState } from 'react'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { entryTexts } from '#texts/saisie.ts'
import { Tool } from '#ui/actions/tool.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { fieldId } from '#ui/form/field-id.ts'
import { TextAreaField } from '#ui/form/text-area-field.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import type { Fields } from '../saving/row.ts'
import { choiceDelay, typingDelay, useRow } from '../saving/use-saver.ts'
import type { CellView, CriterionView, QuestionView } from '../view.ts'
import { answerRow, answerStored } from './answer-rows.ts'
import { ConflictBox } from './conflict-box.tsx'
import type { ConflictPart } from './conflict-box.tsx'
import { Control } from './control.tsx'
import styles from './entry.module.css'
import { focusWithin, useFocusNext } from './focus.ts'
import { formatAnswer } from './format-answer.ts'
import { usePage } from './page-context.ts'
import { SaveLine } from './save-line.tsx'
import { TableControl } from './table-control.tsx'
import { ToConfirm, confirmed } from './to-confirm.tsx'

/** Types that have nothing to say beside themselves: what is written freely, what is computed, what is joined. */
const withoutComment: ReadonlySet<QuestionView['type']> = new Set(['text', 'longText', 'computed', 'file'])

const isBlank = (comment: AnswerValue | undefined): boolean => typeof comment !== 'string' || comment.trim() === ''

const commentName = (answer: string): string => `${answer}-commentaire`

/** One question in one grid: its control, the comment, and where its saving stands. */
export function AnswerField({ criterion, question, cell, isStrip = false }: {
  readonly criterion: CriterionView
  readonly question: QuestionView
  readonly cell: CellView
  /** One of several levels that the criterion asks for. */
  readonly isStrip?: boolean
}) {
  const page = usePage()
  const row = useRow(answerRow(question, cell), answerStored(cell))
  const { value, comment } = row.fields
  const levels = question.scale === null ? [] : (page.scales[question.scale]?.levels ?? [])
  const level = levels.find(({ code }) => code === value)
  const explains = (code: AnswerValue) => levels.find((each) => each.code === code)?.needsComment ?? false
  const mustExplain = level?.needsComment ?? false
  const name = `q-${question.code}-${cell.grid}`
  const [isCommenting, setCommenting] = useState(false)
  const focusNext = useFocusNext()
  const part = useRef<HTMLDivElement>(null)
  const mayComment = !withoutComment.has(question.type)
  const hasComment = mustExplain || isCommenting || (typeof comment === 'string' && comment !== '')
  const isReadOnly = !criterion.isWritable
  const { toConfirm } = row.fields
  // Whoever changes a carried answer has looked at it.
  const change = (next: AnswerValue, delay: number) =>
    row.edit({ value: next, ...confirmed(toConfirm) }, { delay, hold: explains(next) && isBlank(comment) })
  const control = {
    name,
    value,
    isReadOnly,
    error: row.state.kind === 'refused' ? row.state.message || entryTexts.save.refused : undefined,
    onChange: change,
    onLeave: row.leave,
  }
  const parts: readonly ConflictPart[] = [
    { field: 'value', isText: question.type === 'text' || question.type === 'longText', show: (given) => formatAnswer(question, given, page) },
    { field: 'comment', isText: true, show: (given) => (typeof given === 'string' ? given : '') },
  ]
  const previous = formatAnswer(question, question.previous, page)
  return (
    <div ref={part} className={styles.answer} data-answer={question.type === 'scale' ? question.code : undefined} data-grid={cell.grid}>
      {question.type === 'table' ? (
        <TableControl {...control} question={question} />
      ) : (
        <Control
          {...control}
          field={question}
          label={question.isRating ? entryTexts.level : question.prompt}
          isLabelHidden={question.isRating}
          isStrip={isStrip}
          allowed={cell.allowed}
          levelTexts={question.levelTexts}
          previous={question.previous}
        />
      )}
      {question.type === 'scale' && question.help !== null ? <p className={styles.hint}>{question.help}</p> : null}
      {question.type !== 'scale' && previous !== '' && page.previousYear !== null ? (
        <p className={styles.hint}>{entryTexts.previousAnswer(page.previousYear, previous)}</p>
      ) : null}
      <ToConfirm
        reason={toConfirm}
        of={question.isRating ? criterion.title : question.prompt}
        isReadOnly={isReadOnly}
        isAnswered={value !== null && value !== undefined}
        onConfirm={() => row.edit({ toConfirm: null })}
      />
      {hasComment ? (
        <CommentOf
          {...{ name, comment, isReadOnly, mustExplain }}
          isHeld={row.state.kind === 'held'}
          edit={(set, how) => {
            // Emptied, it stays for what is typed next.
            setCommenting(true)
            row.edit(set, how)
          }}
          leave={row.leave}
        />
      ) : null}
      <ConflictBox row={row} parts={parts} goOn={() => focusWithin(part.current)} />
      <div className={styles.foot}>
        <span role="status"><SaveLine state={row.state} /></span>
        {value !== null && value !== undefined && !isReadOnly && mayComment ? (
          <Tool
            onClick={() => {
              focusWithin(part.current)
              row.edit({ value: null }, { delay: choiceDelay })
            }}
          >
            {entryTexts.clear}
          </Tool>
        ) : null}
        {hasComment || isReadOnly || !mayComment ? null : (
          <Tool
            icon="chat-circle-text"
            onClick={() => {
              focusNext(() => document.getElementById(fieldId(commentName(name))))
              setCommenting(true)
            }}
          >
            {entryTexts.comment.add}
          </Tool>
        )}
      </div>
      {level !== undefined && level.asks.length > 0 ? <Asked criterion={criterion} asks={level.asks} /> : null}
    </div>
  )
}

/** What the level asks for beside the answer: nothing is refused for want of it. */
function Asked({ criterion, asks }: { readonly criterion: CriterionView; readonly asks: readonly string[] }) {
  const { home, diagnostic, page } = usePage()
  const place = `${home}/bonnes-pratiques/${diagnostic}?theme=${encodeURIComponent(page.code)}#critere-${criterion.code}`
  return (
    <p className={styles.hint}>
      {entryTexts.asks.lead} {asks.join(', ')}. <AppLink href={place}>{entryTexts.asks.write}</AppLink>
    </p>
  )
}

function CommentOf({ name, comment, isReadOnly, mustExplain, isHeld, edit, leave }: {
  readonly name: string
  readonly comment: AnswerValue | undefined
  readonly isReadOnly: boolean
  readonly mustExplain: boolean
  readonly isHeld: boolean
  readonly edit: (set: Fields, how?: { readonly delay?: number; readonly hold?: boolean }) => void
  readonly leave: () => void
}) {
  const text = typeof comment === 'string' ? comment : ''
  return (
    <>
      {isHeld ? <Note tone="attention" live><p>{entryTexts.comment.required}</p></Note> : null}
      <TextAreaField
        name={commentName(name)}
        label={entryTexts.comment.label}
        optional={!mustExplain}
        maxLength={20_000}
        rows={3}
        readOnly={isReadOnly}
        value={text}
        onChange={({ target }) =>
          edit({ comment: target.value === '' ? null : target.value }, { delay: typingDelay, hold: mustExplain && target.value.trim() === '' })}
        onBlur={leave}
      />
    </>
  )
}
