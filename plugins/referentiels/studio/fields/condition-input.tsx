'use client'

import { useRef, useState } from 'react'

import { parseExpression } from '../../engine/conditions/parse-expression.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import type { ConditionForm, ConditionLine } from '../model/condition.rules.ts'
import { readCondition, writeCondition } from '../model/condition.rules.ts'
import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { Button } from '../ui/button.tsx'
import { answerableNamed, answerablesLike } from './answerable.ts'
import { ConditionLineFields } from './condition-line.tsx'
import { lineOfAnswer, lineOfProfile } from './start-line.ts'
import { describedBy, FieldError, FieldFrame, useError } from './field-frame.tsx'
import { fieldId, useFacts, useWrite } from './field-place.ts'
import styles from './fields.module.css'
import type { InputProps } from './text-inputs.tsx'

const texts = studioTexts.conditions
const draftOf = ({ draft }: StudioView) => draft

/** A condition: lines that one puts together, or the text that they make, for whoever prefers it. */
export function ConditionInput({ place, label, hint, value }: InputProps) {
  const source = typeof value === 'string' ? value : ''
  const form = readCondition(source)
  // Who writes a text goes on writing it, whatever it has come to say.
  const [isText, setText] = useState(form === null)
  const id = fieldId(place)
  const isLines = form !== null && !isText
  if (form === null && !isText) setText(true)
  return (
    <fieldset className={styles.group} id={isLines ? id : undefined} tabIndex={isLines ? -1 : undefined}>
      <legend className={styles.label}>{label}</legend>
      {isLines && form.lines.length === 0 && hint !== undefined ? <p className={styles.hint}>{hint}</p> : null}
      {isLines ? <LinesForm {...{ place, label, value, form }} /> : <SourceForm {...{ place, label, value }} />}
      {form === null ? (
        parseExpression(source).ok ? <p className={styles.hint}>{texts.tooRich}</p> : null
      ) : (
        <Button look="quiet" onClick={() => setText(isLines)}>{isLines ? texts.text : texts.lines}</Button>
      )}
    </fieldset>
  )
}

function LinesForm({ place, label, form }: InputProps & { readonly form: ConditionForm }) {
  const facts = useFacts()
  const write = useWrite(place, label)
  const error = useError(place)
  const { rows } = useView(draftOf)
  const holdsSeveral = ({ of, name }: Pick<ConditionLine, 'of' | 'name'>): boolean =>
    of === 'profile'
      ? facts.profile.some((field) => field.value === name && field.type === 'multi')
      : of === 'answer' && answerableNamed(rows, name, facts)?.holdsSeveral === true
  const keep = (next: ConditionForm, isTyped = false): void => {
    const text = writeCondition(next, { holdsSeveral })
    write(text === '' ? undefined : text, { isTyped })
  }
  const [field] = facts.profile
  // What depends on itself is no condition.
  const own = 'row' in place.target ? rows.get(place.target.row)?.code : undefined
  const asked = answerablesLike(rows, '', facts).find((each) => each.value !== own)
  const first = field === undefined ? (asked === undefined ? null : lineOfAnswer(asked.value, answerableNamed(rows, asked.value, facts))) : lineOfProfile(field)
  const add = (line: ConditionLine): void => keep({ ...form, lines: [...form.lines, line] })
  return (
    <>
      {form.lines.length > 1 ? (
        <label className={styles.inline}>
          <span>{texts.joinLabel}</span>
          <select className={styles.input} value={form.join} onChange={({ target }) => keep({ ...form, join: target.value === 'or' ? 'or' : 'and' })}>
            <option value="and">{texts.join.and}</option>
            <option value="or">{texts.join.or}</option>
          </select>
        </label>
      ) : null}
      {form.lines.map((line, index) => (
        <ConditionLineFields
          key={index}
          line={line}
          onChange={(next, isTyped) => keep({ ...form, lines: form.lines.map((each, place) => (place === index ? next : each)) }, isTyped)}
          onRemove={() => keep({ ...form, lines: form.lines.filter((_, place) => place !== index) })}
        />
      ))}
      <FieldError id={fieldId(place)} error={error} />
      {first === null ? <p className={styles.hint}>{texts.nothing}</p> : <Button look="quiet" icon="plus" onClick={() => add(first)}>{texts.add}</Button>}
    </>
  )
}

/** The text of a condition or a formula, with the sign at which it stops being one. */
function SourceForm({ place, label, value, hint = texts.textHint }: InputProps) {
  const write = useWrite(place, label)
  const finding = useError(place)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = fieldId(place)
  const source = typeof value === 'string' ? value : ''
  const parsed = source.trim() === '' ? null : parseExpression(source)
  const mistake = parsed === null || parsed.ok ? null : parsed.error
  const error = mistake === null ? finding : texts.errorAt(mistake.at + 1, mistake.found ?? '')
  return (
    <FieldFrame {...{ id, label, error, hint }}>
      <textarea
        ref={area}
        id={id}
        className={`${styles.input} ${styles.code}`}
        rows={3}
        spellCheck={false}
        value={source}
        aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
        aria-invalid={error !== undefined || undefined}
        onChange={({ target }) => write(target.value === '' ? undefined : target.value, { isTyped: true })}
      />
      {mistake === null ? null : (
        <p className={styles.mistake} aria-hidden="true">
          {source.slice(Math.max(0, mistake.at - 24), mistake.at)}
          <mark>{source.slice(mistake.at, mistake.at + 1) || ' '}</mark>
          {source.slice(mistake.at + 1, mistake.at + 24)}
        </p>
      )}
      {mistake?.suggestion === undefined ? null : <p className={styles.hint}>{texts.suggestion(mistake.suggestion)}</p>}
    </FieldFrame>
  )
}

/** A formula is always a text. */
export function FormulaInput(props: InputProps) {
  return <SourceForm {...props} />
}
