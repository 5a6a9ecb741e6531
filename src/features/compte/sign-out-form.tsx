'use client'

import { useId, useRef, useState } from 'react'
import type { ReactNode, SyntheticEvent } from 'react'

import { hasUnsent, loadUnsent } from '#features/diagnostic/exports/unsent.ts'
import { navigationTexts } from '#texts/navigation.ts'
import type { ButtonLook } from '#ui/actions/button-style.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'

import { usePersonHere } from './person-here.ts'
import { signOutAction } from './sign-out.action.ts'

type Unsent = Awaited<ReturnType<typeof loadUnsent>>
type Asked = Pick<Unsent, 'UnsentDialog' | 'forgetUnsent'> & { readonly count: number; readonly time: number }

/**
 * Ends the session: a form, because an address that signs out could be put in any page. What the person typed and
 * the server has not got is sent first; when it can't be, they choose between staying and losing it, because nothing
 * of theirs may stay readable on a device that others use.
 */
export function SignOutForm({
  person,
  variant = 'secondary',
  wide,
  dense,
  children = navigationTexts.signOut,
}: Pick<ButtonLook, 'variant' | 'wide' | 'dense'> & { readonly person: string; readonly children?: ReactNode }) {
  usePersonHere(person)
  const dialogId = useId()
  const form = useRef<HTMLFormElement>(null)
  const isSure = useRef(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const go = (forgetUnsent?: Unsent['forgetUnsent']) => {
    forgetUnsent?.(person)
    isSure.current = true
    form.current?.requestSubmit()
  }
  const sendFirst = async () => {
    const { sendUnsent, forgetUnsent, UnsentDialog } = await loadUnsent()
    const count = await sendUnsent(person)
    if (count === 0) go(forgetUnsent)
    else setAsked((before) => ({ forgetUnsent, UnsentDialog, count, time: (before?.time ?? 0) + 1 }))
  }
  const onSubmit = (event: SyntheticEvent) => {
    if (isSure.current || !hasUnsent(person)) return
    event.preventDefault()
    // Without what can send or ask, nothing is erased either: it waits for the same person.
    sendFirst().catch(() => go())
  }
  return (
    <>
      <form ref={form} action={signOutAction} onSubmit={onSubmit}>
        <SubmitButton variant={variant} wide={wide} dense={dense} icon="sign-out" busyLabel={navigationTexts.signingOut}>
          {children}
        </SubmitButton>
      </form>
      {asked === null ? null : (
        <asked.UnsentDialog key={asked.time} id={dialogId} count={asked.count} onLeave={() => go(asked.forgetUnsent)} />
      )}
    </>
  )
}
