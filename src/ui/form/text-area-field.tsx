import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names.ts'
import { Field, type FieldFrame, fullText } from './field.tsx'
import { fieldId } from './field-id.ts'
import styles from './field.module.css'

export type TextAreaFieldProps = FieldFrame & ComponentPropsWithRef<'textarea'> & { readonly name: string }

/** Several lines of text. */
export function TextAreaField({
  label, hint, error, optional, save, presence, name, id = fieldId(name), className, ...rest
}: TextAreaFieldProps) {
  return (
    <Field {...{ id, label, hint, error, optional, save, presence }} full={fullText(rest.value, rest.maxLength)}>
      {(links) => <textarea {...rest} {...links} name={name} className={classNames(styles.control, styles.area, className)} />}
    </Field>
  )
}
