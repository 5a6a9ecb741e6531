import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import { Field, type FieldFrame } from './field.tsx'
import { fieldId } from './field-id.ts'
import styles from './field.module.css'

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean }

export type SelectFieldProps = FieldFrame & Omit<ComponentPropsWithRef<'select'>, 'children' | 'multiple'> & {
  readonly name: string
  readonly options: readonly SelectOption[]
  /** A first, empty option (« Choisissez un rôle »). */
  readonly placeholder?: string
}

/** One choice in a list. */
export function SelectField({
  label, hint, error, optional, save, presence, name, id = fieldId(name), className, options, placeholder, ...rest
}: SelectFieldProps) {
  return (
    <Field {...{ id, label, hint, error, optional, save, presence }}>
      {(links) => (
        <span className={styles.selectBox}>
          {/* React keeps the first default of a list for ever, and a form that was refused goes back to it: drawn anew with another one. */}
          <select key={String(rest.defaultValue)} {...rest} {...links} name={name} className={classNames(styles.control, styles.select, className)}>
            {placeholder ? <option value="">{placeholder}</option> : null}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>
            ))}
          </select>
          <span className={styles.caret}><Icon name="caret-down" size="s" /></span>
        </span>
      )}
    </Field>
  )
}
