'use client'

import { useRef, useState } from 'react'

import { entryTexts } from '#texts/saisie.ts'
import { Button } from '#ui/actions/button.tsx'
import { Tool } from '#ui/actions/tool.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { fieldId } from '#ui/form/field-id.ts'
import { TextAreaField } from '#ui/form/text-area-field.tsx'

import type { CriterionView } from '../view.ts'
import { typingDelay } from '../saving/use-saver.ts'
import styles from './entry.module.css'
import { useFocusNext } from './focus.ts'
import { SaveLine } from './save-line.tsx'
import type { useAssessment } from './use-assessment.ts'

const texts = entryTexts.notConcerned

/** Of the field in which the reason is asked, and then stands. */
const reasonName = ({ code }: Pick<CriterionView, 'code'>): string => `raison-${code}`

/** « Non concerné » : asks for the reason before anything changes; an imperative criterion says why it can't be. */
export function NotConcernedTool({ criterion, assessment, onDeclared }: {
  readonly criterion: CriterionView
  /** It gives way to the note, which then holds the field. */
  readonly onDeclared: () => void
  readonly assessment: ReturnType<typeof useAssessment>
}) {
  // What was typed and not declared is kept like every other text, and stands here when one comes back.
  const given = assessment.fields['reason']
  const reason = typeof given === 'string' ? given : ''
  const [isOpen, setOpen] = useState(reason !== '')
  const [isMissing, setMissing] = useState(false)
  const name = reasonName(criterion)
  const focusNext = useFocusNext()
  const tool = useRef<HTMLButtonElement>(null)
  if (criterion.isImperative) return <span className={styles.hint}>{texts.refused}</span>
  if (!isOpen) {
    return (
      <Tool
        ref={tool}
        icon="minus-circle"
        aria-expanded={false}
        onClick={() => {
          // The person asked for it: the field is where they go on.
          focusNext(() => document.getElementById(fieldId(name)))
          setOpen(true)
        }}
      >
        {entryTexts.tools.notConcerned}
      </Tool>
    )
  }
  const confirm = () => {
    if (reason.trim() === '') {
      setMissing(true)
      document.getElementById(fieldId(name))?.focus()
      return
    }
    assessment.edit({ notConcerned: true, reason: reason.trim() })
    onDeclared()
  }
  return (
    <div className={styles.ask}>
      <TextAreaField
        name={name}
        label={texts.title}
        hint={texts.hint}
        error={isMissing ? texts.missing : undefined}
        rows={2}
        maxLength={5_000}
        value={reason}
        // It leaves after a pause alone: a line of its state that came as the field is left would move the button under the finger.
        onChange={({ target }) => {
          assessment.edit({ reason: target.value === '' ? null : target.value }, { delay: typingDelay })
          if (target.value.trim() !== '') setMissing(false)
        }}
      />
      <div className={styles.acts}>
        <Button dense onClick={confirm}>{texts.confirm}</Button>
        <Button
          dense
          variant="quiet"
          onClick={() => {
            focusNext(() => tool.current)
            if (reason !== '') assessment.edit({ reason: null })
            setOpen(false)
          }}
        >
          {texts.cancel}
        </Button>
      </div>
    </div>
  )
}

/** In place of the picker: why the criterion does not concern, and how to come back. */
export function NotConcernedNote({ criterion, assessment, onUndone }: {
  readonly criterion: CriterionView
  readonly onUndone: () => void
  readonly assessment: ReturnType<typeof useAssessment>
}) {
  const { reason } = assessment.fields
  const text = typeof reason === 'string' ? reason : ''
  // Without a reason the criterion would have to be answered: an emptied field stays here, and what stood there stays saved.
  const [emptied, setEmptied] = useState<string | null>(null)
  const stood = useRef(text)
  return (
    <div className={styles.answer} data-reason="">
      <Note icon="minus-circle" title={texts.is}>
        {criterion.isWritable ? null : <p>{text}</p>}
      </Note>
      {criterion.isWritable ? (
        <>
          <TextAreaField
            name={reasonName(criterion)}
            label={texts.reason}
            rows={2}
            maxLength={5_000}
            value={emptied ?? text}
            error={emptied === null ? undefined : texts.emptied}
            save={emptied === null ? <SaveLine state={assessment.state} /> : undefined}
            onFocus={() => {
              if (emptied === null) stood.current = text
            }}
            onChange={({ target: { value } }) => {
              const isBlank = value.trim() === ''
              setEmptied(isBlank ? value : null)
              assessment.edit({ reason: isBlank ? stood.current : value }, { delay: typingDelay })
            }}
            onBlur={assessment.leave}
          />
          <div className={styles.acts}>
            <Button
              dense
              onClick={() => {
                assessment.edit({ notConcerned: false, reason: null })
                onUndone()
              }}
            >
              {texts.undo}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}
