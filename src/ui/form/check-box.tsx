import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Hidden } from '../layout/layout.tsx'
import { moveAmong } from '../pickers/move-among.ts'
import styles from './check-box.module.css'
import { FieldError } from './field.tsx'
import { fieldId } from './field-id.ts'

export type CheckBoxProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'size'> & {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

/** One thing to tick. Its id is `champ-<name>`, followed by the value when there is one. */
export function CheckBox({ label, hint, error, name, value, id, className, ...rest }: CheckBoxProps) {
  const ownId = id ?? fieldId(value === undefined ? name : `${name}-${String(value)}`)
  return (
    <div>
      <Choice {...{ id: ownId, label, hint }}>
        <input
          {...rest}
          id={ownId}
          name={name}
          value={value}
          type="checkbox"
          className={classNames(styles.box, className)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${ownId}-erreur` : undefined}
        />
      </Choice>
      {error ? <FieldError id={`${ownId}-erreur`}>{error}</FieldError> : null}
    </div>
  )
}

/** One of several: a set of round choices under a legend. With `value` and `onChoose` the choice is the caller's. */
export function RadioSet({ legend, isLegendHidden = false, name, options, defaultValue, value: chosen, required, disabled, error, onChoose }: {
  readonly legend: ReactNode
  readonly isLegendHidden?: boolean
  readonly name: string
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }[]
  readonly defaultValue?: string
  readonly value?: string | null
  /** Where nothing is chosen at first, the browser asks for a choice. */
  readonly required?: boolean
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly onChoose?: (value: string) => void
}) {
  const errorId = `${fieldId(name)}-erreur`
  return (
    <fieldset className={styles.set} disabled={disabled} aria-describedby={error ? errorId : undefined}>
      <legend className={isLegendHidden ? undefined : styles.legend}>{isLegendHidden ? <Hidden>{legend}</Hidden> : legend}</legend>
      {options.map(({ value, label, hint }, index) => {
        const id = index === 0 ? fieldId(name) : fieldId(`${name}-${value}`)
        return (
          <Choice key={value} {...{ id, label, hint }}>
            <input
              id={id}
              type="radio"
              name={name}
              value={value}
              {...(chosen === undefined ? { defaultChecked: value === defaultValue } : { checked: value === chosen })}
              readOnly={chosen !== undefined && !onChoose}
              required={required}
              className={classNames(styles.box, styles.round)}
              onChange={onChoose ? () => onChoose(value) : undefined}
              onKeyDown={onChoose ? moveAmong : undefined}
            />
          </Choice>
        )
      })}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </fieldset>
  )
}

function Choice({ id, label, hint, children }: {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <label className={styles.option} htmlFor={id}>
      {children}
      <span className={styles.words}>
        {label}
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </label>
  )
}
