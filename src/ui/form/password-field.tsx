'use client'

import { type ComponentPropsWithoutRef, useState, useSyncExternalStore } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Button } from '../actions/button.tsx'
import { Field, type FieldFrame } from './field.tsx'
import { fieldId } from './field-id.ts'
import styles from './field.module.css'

export type PasswordFieldProps = FieldFrame & Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'size'> & {
  readonly name: string
  readonly label: string
  /** `current-password` to sign in, `new-password` to choose one. */
  readonly autoComplete: 'current-password' | 'new-password'
}

const neverChanges = () => () => undefined

/** A password with a button that shows it; without JavaScript the button is not there. */
export function PasswordField({
  label, hint, error, optional, save, presence, name, id = fieldId(name), ...rest
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const isAlive = useSyncExternalStore(neverChanges, () => true, () => false)
  return (
    <Field {...{ id, label, hint, error, optional, save, presence }}>
      {(links) => (
        <span className={styles.passwordBox}>
          <input
            {...rest}
            {...links}
            name={name}
            type={isShown ? 'text' : 'password'}
            className={styles.control}
            spellCheck={false}
            autoCapitalize="none"
          />
          <Button
            hidden={!isAlive}
            icon={isShown ? 'eye-slash' : 'eye'}
            aria-pressed={isShown}
            aria-label={uiTexts.showPasswordOf(label)}
            aria-controls={id}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? uiTexts.hidePassword : uiTexts.showPassword}
          </Button>
        </span>
      )}
    </Field>
  )
}
