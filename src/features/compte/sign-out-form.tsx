import type { ReactNode } from 'react'

import type { ButtonLook } from '#ui/actions/button-style.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { navigationTexts } from '#texts/navigation.ts'

import { signOutAction } from './sign-out.action.ts'

/** Ends the session: a form, because an address that signs out could be put in any page. */
export function SignOutForm({
  variant = 'secondary',
  wide,
  dense,
  children = navigationTexts.signOut,
}: Pick<ButtonLook, 'variant' | 'wide' | 'dense'> & { readonly children?: ReactNode }) {
  return (
    <form action={signOutAction}>
      <SubmitButton variant={variant} wide={wide} dense={dense} icon="sign-out" busyLabel={navigationTexts.signingOut}>
        {children}
      </SubmitButton>
    </form>
  )
}
