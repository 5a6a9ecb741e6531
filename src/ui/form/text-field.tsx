import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import { Field, type FieldFrame, fullText } from './field.tsx'
import { fieldId } from './field-id.ts'
import styles from './field.module.css'

export type TextFieldProps = FieldFrame & Omit<ComponentPropsWithRef<'input'>, 'size' | 'type'> & {
  readonly name: string
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'month'
  /** Before the text; for search fields. */
  readonly icon?: IconName
  /** For a year, a percentage: 8 rem wide at most. */
  readonly short?: boolean
}

/** One line of text. Its id is `champ-<name>` unless given. */
export function TextField({
  label, hint, error, optional, save, presence, name, id = fieldId(name), icon, short, className, type = 'text', ...rest
}: TextFieldProps) {
  return (
    <Field {...{ id, label, hint, error, optional, save, presence }} full={fullText(rest.value, rest.maxLength)}>
      {(links) => (
        <span className={styles.affixBox}>
          {icon ? <span className={styles.before}><Icon name={icon} /></span> : null}
          <input
            {...rest}
            {...links}
            name={name}
            type={type}
            className={classNames(styles.control, icon && styles.withIcon, short && styles.short, className)}
          />
        </span>
      )}
    </Field>
  )
}
