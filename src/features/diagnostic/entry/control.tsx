'use client'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { entryTexts } from '#texts/saisie.ts'
import { frNumber } from '#texts/typography.ts'
import { Note } from '#ui/feedback/note.tsx'
import { CheckBox, RadioSet } from '#ui/form/check-box.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextAreaField } from '#ui/form/text-area-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Segmented } from '#ui/pickers/segmented.tsx'

import { choiceDelay, typingDelay } from '../saving/use-saver.ts'
import type { FieldView, OptionView } from '../view.ts'
import { formatAnswer } from './format-answer.ts'
import { LevelControl } from './level-control.tsx'
import { NumberControl } from './number-control.tsx'
import { usePage } from './page-context.ts'
import styles from './entry.module.css'

export type ControlProps = {
  readonly field: FieldView
  /** Unique on the page. */
  readonly name: string
  readonly label: string
  /** The label stands above already, as the criterion's title. */
  readonly isLabelHidden?: boolean
  readonly value: AnswerValue | undefined
  readonly isReadOnly: boolean
  /** In a table: small, and never a picker. */
  readonly isDense?: boolean
  /** One of several levels that a criterion asks for: side by side. */
  readonly isStrip?: boolean
  readonly allowed?: readonly string[] | null
  readonly levelTexts?: Readonly<Record<string, string>>
  readonly previous?: AnswerValue
  readonly error?: string | undefined
  readonly onChange: (value: AnswerValue, delay: number) => void
  readonly onLeave: () => void
}

/** From this many options a choice is a list to unfold. */
const longList = 8

/** A malformed address is only told when one is done with it, in milliseconds. */
const linkDelay = 5_000

/** The control for one question or cell, by its type. Tables are `TableControl`. */
export function Control(props: ControlProps) {
  const { field, value, name, label, isReadOnly, error, onChange, onLeave } = props
  const hint = field.help ?? undefined
  const text = typeof value === 'string' ? value : ''
  const typed = (delay: number) => (event: { readonly target: { readonly value: string } }) =>
    onChange(event.target.value === '' ? null : event.target.value, delay)
  const common = { name, label, hint, error, readOnly: isReadOnly, value: text, onBlur: onLeave }
  switch (field.type) {
    case 'scale':
      return <LevelControl {...props} />
    case 'boolean':
      return (
        <Segmented
          name={name}
          legend={label}
          options={[{ value: 'true', label: entryTexts.yes }, { value: 'false', label: entryTexts.no }]}
          value={typeof value === 'boolean' ? String(value) : null}
          disabled={isReadOnly}
          onChoose={(chosen) => onChange(chosen === 'true', choiceDelay)}
        />
      )
    case 'single':
      return <SingleControl {...props} />
    case 'multi':
      return <MultiControl {...props} />
    case 'number':
    case 'percent':
    case 'year':
      return <NumberControl {...props} />
    case 'text':
      return <TextField {...common} maxLength={field.maxLength ?? 2_000} onChange={typed(typingDelay)} />
    case 'link':
      return <TextField {...common} type="url" inputMode="url" autoCapitalize="none" onChange={typed(linkDelay)} />
    case 'longText':
      return <TextAreaField {...common} maxLength={field.maxLength ?? 100_000} onChange={typed(typingDelay)} />
    case 'date':
      return <TextField {...common} type="date" onChange={typed(typingDelay)} />
    case 'computed':
      return <Computed field={field} value={value} label={label} />
    case 'file':
      return (
        <div>
          <p className={styles.label}>{label}</p>
          <Note icon="paperclip"><p>{entryTexts.fileLater}</p></Note>
        </div>
      )
    case 'table':
      return null
  }
}

const optionsOf = (lists: Readonly<Record<string, readonly OptionView[]>>, { list }: FieldView): readonly OptionView[] =>
  list === null ? [] : (lists[list] ?? [])

function SingleControl({ field, name, label, isDense = false, value, isReadOnly, error, onChange, onLeave }: ControlProps) {
  const { lists } = usePage()
  const options = optionsOf(lists, field)
  const chosen = typeof value === 'string' ? value : ''
  const hint = field.help ?? undefined
  if (options.length === 0) {
    return (
      <TextField
        {...{ name, label, hint, error }}
        readOnly={isReadOnly}
        value={chosen}
        onChange={(event) => onChange(event.target.value || null, typingDelay)}
        onBlur={onLeave}
      />
    )
  }
  const choices = options.map(({ code, label: words }) => ({ value: code, label: words }))
  return isDense || options.length > longList ? (
    <SelectField
      {...{ name, label, hint, error }}
      options={choices}
      placeholder={entryTexts.choose}
      value={chosen}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.target.value || null, choiceDelay)}
    />
  ) : (
    <RadioSet
      {...{ name, error }}
      legend={label}
      options={choices}
      value={chosen}
      disabled={isReadOnly}
      onChoose={(code) => onChange(code, choiceDelay)}
    />
  )
}

function MultiControl({ field, name, label, value, isReadOnly, onChange }: ControlProps) {
  const { lists } = usePage()
  const options = optionsOf(lists, field)
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  const toggle = ({ code, isExclusive }: OptionView, isOn: boolean) => {
    const exclusive = new Set(options.filter((option) => option.isExclusive).map((option) => option.code))
    const others = isExclusive ? [] : chosen.filter((each) => each !== code && !exclusive.has(each))
    const codes = isOn ? [...others, code] : chosen.filter((each) => each !== code)
    const ordered = options.map((option) => option.code).filter((each) => codes.includes(each))
    onChange(ordered.length === 0 ? null : ordered, choiceDelay)
  }
  return (
    <fieldset className={styles.choices} disabled={isReadOnly}>
      <legend className={styles.label}>{label}</legend>
      {field.help === null ? null : <p className={styles.hint}>{field.help}</p>}
      {options.map((option) => (
        <CheckBox
          key={option.code}
          name={name}
          value={option.code}
          label={option.label}
          checked={chosen.includes(option.code)}
          onChange={(event) => toggle(option, event.target.checked)}
        />
      ))}
    </fieldset>
  )
}

function Computed({ field, value, label }: Pick<ControlProps, 'field' | 'value' | 'label'>) {
  const page = usePage()
  const words = formatAnswer(field, typeof value === 'number' ? Number(frRounded(value)) : value, page)
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <output className={styles.computed}>{words || entryTexts.none}</output>
      <p className={styles.hint}>{words ? entryTexts.computed : entryTexts.notComputed}</p>
    </div>
  )
}

/** Two decimals, half up: a matter of display. */
const frRounded = (value: number): string => (Math.round((value + Number.EPSILON) * 100) / 100).toFixed(2)

export const shownNumber = (value: number): string => frNumber(Number(frRounded(value)))
