'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button.tsx'

/** The button that sends its form; it says `busyLabel` while the server works. Works without JavaScript too. */
export function SubmitButton({ busyLabel, variant = 'primary', ...rest }: Omit<ButtonProps, 'busy' | 'type'> & {
  /** « Enregistrement… », « Envoi… » */
  readonly busyLabel: string
}) {
  const { pending } = useFormStatus()
  return <Button {...rest} variant={variant} type="submit" busy={pending ? busyLabel : undefined} />
}
