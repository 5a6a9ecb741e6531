'use client'

import { lazy, Suspense } from 'react'
import type { MouseEvent } from 'react'

import { entryTexts } from '#texts/saisie.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Tool } from '#ui/actions/tool.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { Chip } from '#ui/marks/chip.tsx'
import { LevelKey } from '#ui/pickers/level-strip.tsx'
import { QuestionCard } from '#ui/question/question-card.tsx'

import { cardHref } from '../page/card-href.ts'
import { useIsWaking } from '../saving/use-saver.ts'
import type { CellView, CriterionView, PageView, QuestionView } from '../view.ts'
import { AnswerField } from './answer-field.tsx'
import { cardId, cardTitleId } from './card-id.ts'
import { ConflictBox } from './conflict-box.tsx'
import type { ConflictPart } from './conflict-box.tsx'
import styles from './entry.module.css'
import { useFocusNext } from './focus.ts'
import { foldedAnswer } from './folded-answer.ts'
import { HelpPanel } from './help-panel.tsx'
import { drawn } from './level-control.tsx'
import type { LiveCriterion } from './live.ts'
import { NotConcernedNote, NotConcernedTool } from './not-concerned.tsx'
import { usePage } from './page-context.ts'
import { SaveLine } from './save-line.tsx'
import { useAssessment } from './use-assessment.ts'
import { useChosenGrid } from './use-chosen-grid.ts'

// Few référentiels repeat anything. Nothing in it is typed into: it may come a moment after the page.
const GridSwitch = lazy(async () => ({ default: (await import('./grid-switch.tsx').catch(() => new Promise<never>(() => undefined))).GridSwitch }))

const partOf = ({ code }: CriterionView, selector: string): Element | null =>
  document.getElementById(cardId(code))?.querySelector(selector) ?? null

/** One criterion: folded to a line, or open with all that it asks. */
export function CriterionCard({ criterion, live, isOpen, score, onOpen, onFold }: {
  readonly criterion: CriterionView
  readonly live: LiveCriterion
  readonly isOpen: boolean
  readonly score: number | null
  readonly onOpen: (criterion: string) => void
  readonly onFold: () => void
}) {
  const page = usePage()
  const { code, number, title, statement } = criterion
  if (live.state === 'notApplicable') {
    return (
      <div id={cardId(code)} className={styles.apart}>
        <span className={styles.apartNumber}>{number}</span>
        <span><b>{title}</b> {criterion.reason}</span>
      </div>
    )
  }
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onOpen(code)
  }
  const isEmpty = live.isBlank && live.state !== 'notConcerned'
  const act = actOf(criterion, isEmpty)
  const marks = <Marks criterion={criterion} isToReview={live.assessment['toReview'] === true} isToConfirm={live.isToConfirm} />
  return (
    <QuestionCard
      id={cardId(code)}
      number={number}
      title={title}
      statement={statement}
      headingLevel={criterion.headings.length > 0 || page.criteria.some(({ headings }) => headings.length > 0) ? 3 : 2}
      presence={marks}
      state={isOpen ? 'open' : isEmpty ? 'unanswered' : 'folded'}
      answer={foldedAnswer(criterion, live, page, score)}
      acts={
        <LinkButton
          dense
          variant={isEmpty && criterion.isWritable ? 'secondary' : 'quiet'}
          href={cardHref({ page: page.page.code, criterion: code })}
          aria-label={act.of(title)}
          data-open=""
          onClick={follow}
        >
          {act.label}
        </LinkButton>
      }
      tools={isOpen ? <ToolsOf criterion={criterion} isNotConcerned={live.state === 'notConcerned'} onFold={onFold} /> : undefined}
    >
      <OpenCriterion criterion={criterion} isNotConcerned={live.state === 'notConcerned'} />
    </QuestionCard>
  )
}

const actOf = ({ isWritable }: CriterionView, isEmpty: boolean) => {
  if (!isWritable) return { label: entryTexts.read, of: entryTexts.readOf }
  return isEmpty ? { label: entryTexts.answer, of: entryTexts.answerTo } : { label: entryTexts.edit, of: entryTexts.editOf }
}

function Marks({ criterion, isToReview, isToConfirm }: {
  readonly criterion: CriterionView
  readonly isToReview: boolean
  readonly isToConfirm: boolean
}) {
  const { isImperative, isOptional, applicability } = criterion
  if (!isImperative && !isOptional && applicability === 'applies' && !isToReview && !isToConfirm) return null
  return (
    <span className={styles.marks}>
      {isImperative ? <Chip tone="outline" icon="star">{entryTexts.imperative}</Chip> : null}
      {isOptional ? <Chip tone="outline">{entryTexts.optional}</Chip> : null}
      {applicability === 'unknown' ? <Chip tone="outline" icon="info">{entryTexts.mayNotApply}</Chip> : null}
      {isToConfirm ? <Chip icon="arrows-clockwise">{entryTexts.carried}</Chip> : null}
      {isToReview ? <Chip icon="bookmark-simple">{entryTexts.toReviewMark}</Chip> : null}
    </span>
  )
}

function OpenCriterion({ criterion, isNotConcerned }: { readonly criterion: CriterionView; readonly isNotConcerned: boolean }) {
  const assessment = useAssessment(criterion)
  const isWaking = useIsWaking()
  const focusNext = useFocusNext()
  const { grids, scales } = usePage()
  const repeated = criterion.questions.find(({ repeatedBy }) => repeatedBy !== null)?.repeatedBy
  const repeat = grids.find(({ node }) => node === repeated)
  const [grid, chooseGrid] = useChosenGrid(repeat)
  const shown = criterion.questions.flatMap((question) =>
    question.cells
      .filter((cell) => cell.isVisible && (question.repeatedBy === null || cell.grid === grid))
      .map((cell) => ({ question, cell })),
  )
  const levels = shown.filter(({ question }) => question.scale !== null && !question.isRating && scales[question.scale]?.isOrdered === true)
  const strips = new Set(levels.length > 1 ? levels.map(({ question }) => question) : [])
  const keys = levelKeys(levels.length > 1 ? levels : [], scales)
  const hidden = criterion.questions.filter(({ cells }) => cells.length > 0 && cells.every(({ isVisible }) => !isVisible)).length
  if (isNotConcerned) {
    const onUndone = () => focusNext(() => partOf(criterion, '[data-grid]'))
    return <NotConcernedNote {...{ criterion, assessment, onUndone }} />
  }
  return (
    <div className={styles.questions} inert={isWaking}>
      {criterion.applicability === 'unknown' && criterion.reason !== null ? (
        <Note>
          <p>
            {criterion.reason}
            {criterion.profileHref === null ? null : <> <AppLink href={criterion.profileHref}>{entryTexts.completeProfile}</AppLink></>}
          </p>
        </Note>
      ) : null}
      {criterion.facts.length === 0 ? null : <p className={styles.hint}>{criterion.facts.join(' · ')}</p>}
      {repeat === undefined ? null : <Suspense fallback={null}><GridSwitch grids={repeat} chosen={grid} onChoose={chooseGrid} /></Suspense>}
      {keys.map(({ scale, levels: own }) => <LevelKey key={scale} title={entryTexts.levelKey} levels={own.map((level) => drawn(level))} />)}
      {shown.map(({ question, cell }, index) => (
        <div key={`${question.code}-${cell.grid}`} className={styles.question}>
          {headingOf(question, shown[index - 1]?.question)}
          <AnswerField criterion={criterion} question={question} cell={cell} isStrip={strips.has(question)} />
        </div>
      ))}
      {hidden === 0 ? null : (
        <p className={styles.hint}>{hidden === 1 ? entryTexts.hidden.one : entryTexts.hidden.many(hidden)}</p>
      )}
    </div>
  )
}

/** The scales of several questions, each once, with the levels that one may choose here. */
const levelKeys = (asked: readonly { readonly question: QuestionView; readonly cell: CellView }[], scales: PageView['scales']) =>
  [...Map.groupBy(asked, ({ question }) => question.scale ?? '')].map(([scale, own]) => ({
    scale,
    levels: (scales[scale]?.levels ?? []).filter(({ code }) => own.some(({ cell: { allowed } }) => allowed === null || allowed.includes(code))),
  }))

const headingOf = (question: QuestionView, before: QuestionView | undefined) =>
  question.heading === null || question.heading === before?.heading ? null : <p className={styles.label}>{question.heading}</p>

/** What of an assessment is shown on this page; the rest is on the page of practices. */
const assessmentParts: readonly ConflictPart[] = [
  { field: 'notConcerned', isText: false, show: (value) => (value === true ? entryTexts.notConcerned.is : entryTexts.notConcerned.isNot) },
  { field: 'reason', isText: true, show: (value) => (typeof value === 'string' ? value : '') },
]

function ToolsOf({ criterion, isNotConcerned, onFold }: {
  readonly criterion: CriterionView
  readonly isNotConcerned: boolean
  readonly onFold: () => void
}) {
  const assessment = useAssessment(criterion)
  const isToReview = assessment.fields['toReview'] === true
  const focusNext = useFocusNext()
  return (
    <div className={styles.tools}>
      {criterion.help === null ? null : <HelpPanel help={criterion.help} />}
      {criterion.isWritable ? (
        <>
          <Tool icon="bookmark-simple" aria-pressed={isToReview} onClick={() => assessment.edit({ toReview: !isToReview })}>
            {entryTexts.tools.toReview}
          </Tool>
          {isNotConcerned ? null : (
            <NotConcernedTool
              criterion={criterion}
              assessment={assessment}
              onDeclared={() => focusNext(() => partOf(criterion, '[data-reason]'))}
            />
          )}
        </>
      ) : null}
      <Tool icon="caret-up" aria-label={entryTexts.foldOf(criterion.title)} onClick={onFold}>{entryTexts.fold}</Tool>
      {isNotConcerned ? null : <span role="status"><SaveLine state={assessment.state} /></span>}
      <ConflictBox
        row={assessment}
        parts={assessmentParts}
        goOn={() => document.getElementById(cardTitleId(criterion.code))?.focus()}
      />
    </div>
  )
}
