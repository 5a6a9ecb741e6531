'use client'

import { Fragment, useRef } from 'react'
import type { ReactNode } from 'react'

import { levelCount } from '#domain/diagnostic/level.rules.ts'
import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { practicesTexts } from '#texts/pratiques.ts'
import { uiTexts } from '#texts/ui.ts'
import { Button } from '#ui/actions/button.tsx'
import { Tool } from '#ui/actions/tool.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { fieldId } from '#ui/form/field-id.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextAreaField } from '#ui/form/text-area-field.tsx'
import { Hidden } from '#ui/layout/layout.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { LevelDots } from '#ui/marks/level-dots.tsx'
import { LevelMark } from '#ui/marks/level-mark.tsx'
import type { Priority } from '#ui/marks/priority-mark.tsx'
import { PriorityMark } from '#ui/marks/priority-mark.tsx'
import { PriorityPicker } from '#ui/pickers/priority-picker.tsx'

import type { SaveState } from '../saving/row.ts'
import { choiceDelay, typingDelay, useIsWaking } from '../saving/use-saver.ts'
import type { PracticeView } from '../view.ts'
import { ConflictBox } from './conflict-box.tsx'
import type { ConflictPart } from './conflict-box.tsx'
import { cardId } from './card-id.ts'
import styles from './practices.module.css'
import entry from './entry.module.css'
import { focusWithin } from './focus.ts'
import { HelpPanel } from './help-panel.tsx'
import { usePage } from './page-context.ts'
import { Notices } from './page-save-state.tsx'
import { SaveLine } from './save-line.tsx'
import { ToConfirm, confirmed } from './to-confirm.tsx'
import { useAssessment } from './use-assessment.ts'

const texts = practicesTexts

/** What the organisation does already, criterion by criterion, and what it wants to improve first. */
export function Practices({ practices, empty }: { readonly practices: readonly PracticeView[]; readonly empty: ReactNode }) {
  return (
    <>
      <Notices />
      {practices.length === 0 ? empty : null}
      {practices.map((practice) => (
        <Fragment key={practice.code}>
          {practice.headings.map(({ code, label }) => <h2 key={code} className={entry.heading}>{label}</h2>)}
          <PracticeCard practice={practice} />
        </Fragment>
      ))}
    </>
  )
}

const priorityOf = (value: unknown): Priority | null => (value === 1 || value === 2 || value === 3 ? value : null)

/** The state of a row, where it is about this field. */
const about = (state: SaveState, fields: readonly string[], field: string): SaveState =>
  fields.includes(field) ? state : { kind: 'idle' }

function PracticeCard({ practice }: { readonly practice: PracticeView }) {
  const { code, number, title, statement, help, isWritable, hasHeadings } = practice
  const assessment = useAssessment(practice)
  const isWaking = useIsWaking()
  const { fields, state, edit } = assessment
  const side = useRef<HTMLDivElement>(null)
  const priority = priorityOf(fields['priority'])
  const Heading = hasHeadings ? 'h3' : 'h2'
  return (
    <article id={cardId(code)} className={styles.practice} inert={isWaking}>
      <span className={number.length > 4 ? styles.longestNumber : number.length > 2 ? styles.longNumber : styles.number} aria-hidden="true">{number}</span>
      <div className={styles.main}>
        <Heading className={styles.title}>
          {number === '' ? null : <Hidden>{`${number}. `}</Hidden>}
          {title}
        </Heading>
        {statement === null ? null : <p className={styles.statement}>{statement}</p>}
        <Maturity practice={practice} target={targetOf(practice, fields['target'])?.rank ?? null} />
        <ToConfirm
          reason={fields['toConfirm']}
          of={title}
          isReadOnly={!isWritable}
          isAnswered
          onConfirm={() => edit({ toConfirm: null })}
        />
        <Description practice={practice} assessment={assessment} />
        {help === null ? null : <div><HelpPanel help={help} /></div>}
      </div>
      <div ref={side} className={styles.side}>
        {isWritable ? (
          <PriorityPicker
            name={`priorite-${code}`}
            legend={texts.priority}
            value={priority}
            onChoose={(chosen) => edit({ priority: chosen }, { delay: choiceDelay })}
          />
        ) : (
          <>
            <p className={entry.label}>{texts.priority}</p>
            <p>{priority === null ? texts.noPriority : <PriorityMark priority={priority} />}</p>
          </>
        )}
        <div className={entry.foot}>
          <span role="status"><SaveLine state={about(state, assessment.about, 'priority')} /></span>
          {priority !== null && isWritable ? (
            <Tool
              onClick={() => {
                focusWithin(side.current)
                edit({ priority: null })
              }}
            >
              {texts.clearPriority}
            </Tool>
          ) : null}
        </div>
        {priority === 3 ? <Note icon="arrow-right"><p>{texts.toPlan}</p></Note> : null}
        {practice.targets.length === 0 ? null : <Target practice={practice} assessment={assessment} />}
        <ConflictBox
          row={assessment}
          parts={[...priorityParts, { field: 'target', isText: false, show: (value) => targetOf(practice, value)?.label ?? texts.noTarget }]}
          goOn={() => focusWithin(side.current)}
        />
      </div>
    </article>
  )
}

const targetOf = ({ targets }: PracticeView, value: AnswerValue | undefined) => targets.find(({ code }) => code === value)

/** « Maturité visée »: on the scale of the answer; lower than it may be meant (domain.md R4), so it is said and not refused. */
function Target({ practice, assessment: { fields, state, about: changed, edit } }: {
  readonly practice: PracticeView
  readonly assessment: ReturnType<typeof useAssessment>
}) {
  const chosen = targetOf(practice, fields['target'])
  const { level } = practice.answer
  const isLower = typeof level === 'number' && typeof chosen?.rank === 'number' && chosen.rank < level
  if (!practice.isWritable) {
    return (
      <div>
        <p className={entry.label}>{texts.target}</p>
        <p>{chosen?.label ?? texts.noTarget}</p>
      </div>
    )
  }
  return (
    <SelectField
      name={`maturite-visee-${practice.code}`}
      label={texts.target}
      hint={isLower ? texts.lowTarget : undefined}
      value={chosen?.code ?? ''}
      options={[{ value: '', label: texts.noTarget }, ...practice.targets.map(({ code, label }) => ({ value: code, label }))]}
      save={<SaveLine state={about(state, changed, 'target')} />}
      onChange={({ target: { value } }) => edit({ target: value === '' ? null : value }, { delay: choiceDelay })}
    />
  )
}

/** « Degré de maturité initial » : the answer of the diagnostic, in its words. */
function Maturity({ practice: { answer, answerHref }, target }: { readonly practice: PracticeView; readonly target: number | null }) {
  const of = answer.scale === null ? 0 : levelCount(answer.scale)
  return (
    <p className={styles.maturity}>
      <span className={entry.hint}>{texts.maturity}</span>
      <LevelMark level={answer.level} of={of} sign={answer.sign ?? undefined} size="s" decorative />
      {typeof answer.level === 'number' && of > 0 ? <LevelDots level={answer.level} of={of} target={target} /> : null}
      <b>{answer.label}</b>
      {answerHref === null ? null : <AppLink href={answerHref}>{texts.toAnswer}</AppLink>}
    </p>
  )
}

const textOf = (practices: AnswerValue | undefined): string => (typeof practices === 'string' ? practices : '')

/** About the width of the field, in characters: for browsers in which a field doesn't grow by itself. */
const charactersPerLine = 65

/** The whole text is in sight when the page opens. */
const linesOf = (text: string): number =>
  Math.max(text.split('\n').reduce((sum, line) => sum + Math.max(Math.ceil(line.length / charactersPerLine), 1), 1), 5)

const textParts: readonly ConflictPart[] = [{ field: 'practices', isText: true, show: textOf }]

const priorityParts: readonly ConflictPart[] = [
  {
    field: 'priority',
    isText: false,
    show: (value) => {
      const priority = priorityOf(value)
      return priority === null ? texts.noPriority : uiTexts.priority[priority]
    },
  },
]

function Description({ practice, assessment }: {
  readonly practice: PracticeView
  readonly assessment: ReturnType<typeof useAssessment>
}) {
  const { previousYear } = usePage()
  const { fields, state, edit, leave } = assessment
  const text = textOf(fields['practices'])
  if (!practice.isWritable) {
    return (
      <div>
        <p className={entry.label}>{texts.description}</p>
        {text === '' ? <p className={entry.hint}>{texts.none}</p> : <p className={styles.text}>{text}</p>}
      </div>
    )
  }
  const { previous } = practice
  const name = `pratiques-${practice.code}`
  const goToField = () => document.getElementById(fieldId(name))?.focus()
  return (
    <>
      <TextAreaField
        name={name}
        label={texts.description}
        placeholder={texts.placeholder}
        rows={linesOf(text)}
        maxLength={100_000}
        value={text}
        save={<SaveLine state={about(state, assessment.about, 'practices')} />}
        onChange={({ target }) => edit({ practices: target.value === '' ? null : target.value, ...confirmed(fields['toConfirm']) }, { delay: typingDelay })}
        onBlur={leave}
      />
      <ConflictBox row={assessment} parts={textParts} goOn={goToField} />
      {text === '' && previous !== null && previousYear !== null ? (
        <div className={styles.takeUp}>
          <span className={entry.hint}>{texts.hadText(previousYear)}</span>
          <Button
            dense
            onClick={() => {
              goToField()
              edit({ practices: previous })
            }}
          >
            {texts.takeUp(previousYear)}
          </Button>
        </div>
      ) : null}
    </>
  )
}
