'use client'

import { useMemo, useState } from 'react'

import { choiceNames } from '../../texts/studio/choices.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { Fields } from '../fields/field.tsx'
import { readText } from '../fields/facts.ts'
import type { FieldPlace } from '../fields/field-place.ts'
import { useFacts, useJumpTo } from '../fields/field-place.ts'
import fields from '../fields/fields.module.css'
import { questionFields } from '../fields/node-fields.ts'
import type { NodeRow, QuestionRow } from '../model/draft.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './editor.module.css'
import { CodeField } from './code-field.tsx'

const texts = studioTexts.sheet
const typeNames: Readonly<Record<string, string>> = choiceNames.questionType

const outlineOfView = ({ outline }: StudioView) => outline

/** The questions of an element, one fold each. */
export function Questions({ node }: { readonly node: NodeRow }) {
  const questions = useView(outlineOfView).questionsOf(node.code)
  const { store } = useStudio()
  const { language } = useFacts()
  const [fresh, setFresh] = useState<string | null>(null)
  const titleOf = (question: QuestionRow): string => readText(question.data['prompt'], language) || question.code
  const add = (): void => {
    const id = crypto.randomUUID()
    setFresh(id)
    store.edit({
      changes: [{ kind: 'add-question', id, node: node.id, fields: { type: 'text', prompt: texts.newQuestion } }],
      label: studioTexts.labels.add(texts.newQuestion),
    })
  }
  const move = (question: QuestionRow, by: -1 | 1): void => {
    const others = questions.filter((each) => each !== question)
    const after = others[questions.indexOf(question) + by - 1]?.id ?? null
    store.edit({
      changes: [{ kind: 'move', row: question.id, parent: node.id, after, base: question.revision }],
      label: studioTexts.labels.move(titleOf(question)),
    })
  }
  return (
    <>
      {questions.length === 0 ? <p className={styles.soft}>{texts.noQuestions}</p> : null}
      <ul className={fields.items}>
        {questions.map((question, index) => (
          <Question
            key={question.id}
            question={question}
            title={titleOf(question)}
            startsOpen={fresh === question.id}
            onUp={index === 0 ? null : () => move(question, -1)}
            onDown={index === questions.length - 1 ? null : () => move(question, 1)}
            onCopy={() => store.edit({ changes: [{ kind: 'duplicate', source: question.id, id: crypto.randomUUID() }], label: studioTexts.labels.duplicate(titleOf(question)) })}
            onRemove={() => store.edit({ changes: [{ kind: 'remove', row: question.id, base: question.revision }], label: studioTexts.labels.remove(titleOf(question)) })}
          />
        ))}
      </ul>
      <Button look="quiet" icon="plus" onClick={add}>{texts.addQuestion}</Button>
    </>
  )
}

function Question({ question, title, startsOpen, onUp, onDown, onCopy, onRemove }: {
  readonly question: QuestionRow
  readonly title: string
  readonly startsOpen: boolean
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onCopy: () => void
  readonly onRemove: () => void
}) {
  const at: FieldPlace = useMemo(() => ({ target: { row: question.id }, path: [], of: question.code }), [question.id, question.code])
  const jumped = useJumpTo(at)
  const [isOpen, setOpen] = useState(startsOpen)
  const [seen, setSeen] = useState<number | null>(null)
  if (jumped !== null && jumped !== seen) {
    setSeen(jumped)
    setOpen(true)
  }
  return (
    <li className={fields.item}>
      <div className={fields.itemHead}>
        <button type="button" className={fields.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'caret-down' : 'caret-right'} />
          <span>{title} <span className={styles.soft}>{typeNames[String(question.data['type'])] ?? ''}</span></span>
        </button>
        <IconButton icon="arrow-up" label={texts.up(title)} disabled={onUp === null} onClick={() => onUp?.()} />
        <IconButton icon="arrow-down" label={texts.down(title)} disabled={onDown === null} onClick={() => onDown?.()} />
        <IconButton icon="copy" label={texts.duplicateQuestion(title)} onClick={onCopy} />
        <IconButton icon="trash" label={texts.remove(title)} onClick={onRemove} />
      </div>
      {isOpen ? (
        <div className={fields.itemBody}>
          <Fields specs={questionFields} at={at} block={question.data} />
          <div className={`${fields.fields} ${styles.gap}`}><CodeField row={question} of={title} /></div>
        </div>
      ) : null}
    </li>
  )
}
