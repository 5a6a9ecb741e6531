'use client'

import type { FormState } from '#features/forms/form-state.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { CheckBox, RadioSet } from '#ui/form/check-box.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'

import styles from '../diagnostic.module.css'
import type { ProfileFieldView } from '../profile-fields.ts'

const texts = diagnosticTexts.create

/** The fields of a profile, each with what was typed into a form that was refused, else with what is known. */
export function ProfileFields({ fields, state: { values, errors } }: {
  readonly fields: readonly ProfileFieldView[]
  readonly state: Pick<FormState, 'values' | 'errors'>
}) {
  return fields.map((field) => (
    <ProfileField
      key={field.name}
      field={{ ...field, values: values[field.name]?.split(' ').filter((value) => value !== '') ?? field.values }}
      error={errors[field.name]}
    />
  ))
}

function ProfileField({ field: { name, label, help, type, options, values }, error }: {
  readonly field: ProfileFieldView
  readonly error: string | undefined
}) {
  const hint = help ?? undefined
  switch (type) {
    case 'number':
      return <TextField {...{ name, label, hint, error }} short inputMode="numeric" optional defaultValue={values[0]} />
    case 'boolean':
      return (
        <RadioSet
          legend={label}
          name={name}
          defaultValue={values[0] ?? ''}
          options={[{ value: 'true', label: texts.yes }, { value: 'false', label: texts.no }, { value: '', label: texts.notSaid }]}
        />
      )
    case 'single':
      return (
        <SelectField
          {...{ name, label, hint, error }}
          defaultValue={values[0] ?? ''}
          options={[{ value: '', label: texts.notSaid }, ...options]}
        />
      )
    case 'multi':
      return (
        <fieldset className={styles.multi}>
          <legend>{label}</legend>
          {help === null ? null : <p>{help}</p>}
          {options.map((option) => (
            <CheckBox key={option.value} name={name} value={option.value} label={option.label} defaultChecked={values.includes(option.value)} />
          ))}
        </fieldset>
      )
  }
}
