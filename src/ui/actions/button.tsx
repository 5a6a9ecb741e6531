import { type ComponentPropsWithRef, useId } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import styles from './button.module.css'
import { buttonClasses, type ButtonLook } from './button-style.ts'

export type ButtonProps = ButtonLook & Omit<ComponentPropsWithRef<'button'>, 'aria-busy'> & {
  /** While it works: the word to show instead, in « …ment » form (« Enregistrement… »). A second press does nothing. */
  readonly busy?: string | undefined
  /** Why it cannot be used now: disables it and stands beside it. */
  readonly disabledReason?: string | undefined
}

/** A button. Plain `type="button"` unless said otherwise; in forms prefer `SubmitButton`. */
export function Button({
  variant, dense, wide, icon, iconAfter, busy, disabledReason, className, children, disabled, type = 'button', onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const isIconOnly = children === undefined || children === null
  const button = (
    <button
      {...rest}
      type={busy && type === 'submit' ? 'button' : type}
      className={buttonClasses({ variant, dense, wide }, classNames(isIconOnly && styles.iconOnly, className))}
      disabled={disabled || disabledReason !== undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Icon name="arrows-clockwise" size="s" /> : icon ? <Icon name={icon} size={isIconOnly ? 'm' : 's'} /> : null}
      {busy ?? children}
      {iconAfter && !busy ? <Icon name={iconAfter} size="s" /> : null}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span className={styles.withReason}>
      {button}
      <span id={reasonId} className={styles.reason}>{disabledReason}</span>
    </span>
  )
}
