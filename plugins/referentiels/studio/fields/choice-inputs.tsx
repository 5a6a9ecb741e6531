'use client'

import { choicesOf } from '../../texts/studio/choices.ts'
import type { ChoiceName } from '../../texts/studio/choices.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import type { Option } from './facts.ts'
import { describedBy, FieldFrame, GroupFrame, useError } from './field-frame.tsx'
import { fieldId, useWrite } from './field-place.ts'
import styles from './fields.module.css'
import type { InputProps } from './text-inputs.tsx'

/** One of the values that the format or the draft offers. */
export function ChoiceInput({ place, label, hint, width, value, options, isRequired = false }: InputProps & {
  readonly options: readonly Option[]
  readonly isRequired?: boolean
}) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  const chosen = typeof value === 'string' ? value : ''
  const isUnknown = chosen !== '' && !options.some((option) => option.value === chosen)
  return (
    <FieldFrame {...{ id, label, hint, error, width }}>
      <select
        id={id}
        className={styles.input}
        value={chosen}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error !== undefined || undefined}
        onChange={({ target }) => write(target.value === '' ? undefined : target.value)}
      >
        {isRequired && chosen !== '' ? null : <option value="">{studioTexts.sheet.none_}</option>}
        {isUnknown ? <option value={chosen}>{studioTexts.sheet.unknown(chosen)}</option> : null}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </FieldFrame>
  )
}

/** Several of the format's values. */
export function ChoicesInput({ place, label, hint, value, of }: InputProps & { readonly of: ChoiceName }) {
  const write = useWrite(place, label)
  const error = useError(place)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <GroupFrame id={fieldId(place)} {...{ label, hint, error }}>
      <Boxes
        name={fieldId(place)}
        options={choicesOf(of)}
        chosen={items.map(String)}
        onChoose={(chosen) => write(chosen.length === 0 ? undefined : chosen)}
      />
    </GroupFrame>
  )
}

export function Boxes({ name, options, chosen, onChoose }: {
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}) {
  const unknown = chosen.filter((value) => !options.some((option) => option.value === value))
  const all = [...options, ...unknown.map((value) => ({ value, label: studioTexts.sheet.unknown(value) }))]
  return (
    <div className={styles.boxes}>
      {all.map(({ value, label }) => (
        <label key={value} className={styles.box}>
          <input
            type="checkbox"
            name={name}
            checked={chosen.includes(value)}
            onChange={({ target }) => onChoose(target.checked ? all.map((option) => option.value).filter((each) => each === value || chosen.includes(each)) : chosen.filter((each) => each !== value))}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

/** Yes, or nothing. */
export function FlagInput({ place, label, hint, value }: InputProps) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  return (
    <div className={styles.field}>
      <label className={styles.box}>
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
          onChange={({ target }) => write(target.checked ? true : undefined)}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : <p className={styles.hint} id={`${id}:aide`}>{hint}</p>}
      {error === undefined ? null : <p className={styles.error} id={`${id}:constat`}>{error}</p>}
    </div>
  )
}

/** Yes, no, or as usual: where saying nothing is neither. */
export function TernaryInput({ place, label, hint, width, value }: InputProps) {
  const write = useWrite(place, label)
  const error = useError(place)
  const id = fieldId(place)
  return (
    <FieldFrame {...{ id, label, hint, error, width }}>
      <select
        id={id}
        className={styles.input}
        value={value === true ? 'yes' : value === false ? 'no' : ''}
        onChange={({ target }) => write(target.value === 'yes' ? true : target.value === 'no' ? false : undefined)}
      >
        <option value="">{studioTexts.sheet.byDefault}</option>
        <option value="yes">{studioTexts.sheet.yes}</option>
        <option value="no">{studioTexts.sheet.no}</option>
      </select>
    </FieldFrame>
  )
}
