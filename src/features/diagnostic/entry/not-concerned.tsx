'use client'

import { useEffect, useState } from 'react'

import { entryTexts } from '#texts/saisie.ts'
import { Button } from '#ui/actions/button.tsx'
import { Tool } from '#ui/actions/tool.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { fieldId } from '#ui/form/field-id.ts'
import { TextAreaField } from '#ui/form/text-area-field.tsx'

import type { CriterionView } from '../view.ts'
import { typingDelay } from '../saving/use-saver.ts'
import styles from './entry.module.css'
import { SaveLine } from './save-line.tsx'
import type { useAssessment } from './use-assessment.ts'

const texts = entryTexts.notConcerned

/** « Non concerné » : asks for the reason before anything changes; an imperative criterion says why it can't be. */
export function NotConcernedTool({ criterion, assessment }: {
  readonly criterion: CriterionView
  readonly assessment: ReturnType<typeof useAssessment>
}) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const name = `raison-${criterion.code}`
  useEffect(() => {
    // The person asked for it: the field is where they go on.
    if (isOpen) document.getElementById(fieldId(name))?.focus()
  }, [isOpen, name])
  if (criterion.isImperative) return <span className={styles.hint}>{texts.refused}</span>
  if (!isOpen) {
    return (
      <Tool icon="minus-circle" aria-expanded={false} onClick={() => setOpen(true)}>{entryTexts.tools.notConcerned}</Tool>
    )
  }
  const confirm = () => {
    if (reason.trim() === '') {
      setMissing(true)
      document.getElementById(fieldId(name))?.focus()
      return
    }
    assessment.edit({ notConcerned: true, reason: reason.trim() })
    setOpen(false)
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
        onChange={({ target }) => {
          setReason(target.value)
          if (target.value.trim() !== '') setMissing(false)
        }}
      />
      <div className={styles.acts}>
        <Button dense onClick={confirm}>{texts.confirm}</Button>
        <Button dense variant="quiet" onClick={() => setOpen(false)}>{texts.cancel}</Button>
      </div>
    </div>
  )
}

/** In place of the picker: why the criterion does not concern, and how to come back. */
export function NotConcernedNote({ criterion, assessment }: {
  readonly criterion: CriterionView
  readonly assessment: ReturnType<typeof useAssessment>
}) {
  const { reason } = assessment.fields
  const text = typeof reason === 'string' ? reason : ''
  return (
    <div className={styles.answer}>
      <Note icon="minus-circle" title={texts.is}>
        {criterion.isWritable ? null : <p>{text}</p>}
      </Note>
      {criterion.isWritable ? (
        <>
          <TextAreaField
            name={`raison-${criterion.code}`}
            label={texts.reason}
            rows={2}
            maxLength={5_000}
            value={text}
            error={text.trim() === '' ? texts.missing : undefined}
            save={<SaveLine state={assessment.state} />}
            onChange={({ target }) => assessment.edit({ reason: target.value }, { delay: typingDelay, hold: target.value.trim() === '' })}
            onBlur={assessment.leave}
          />
          <div className={styles.acts}>
            <Button dense onClick={() => assessment.edit({ notConcerned: false, reason: null })}>{texts.undo}</Button>
          </div>
        </>
      ) : null}
    </div>
  )
}
