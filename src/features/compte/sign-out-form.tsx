'use client'

import { useId, useRef, useState } from 'react'
import type { ReactNode, SyntheticEvent } from 'react'

import { hasUnsent, loadUnsent } from '#features/diagnostic/exports/unsent.ts'
import { navigationTexts } from '#texts/navigation.ts'
import { Button } from '#ui/actions/button.tsx'
import type { ButtonLook } from '#ui/actions/button-style.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { openDialog } from '#ui/dialog/dialog-opener.tsx'

import { signOutAction } from './sign-out.action.ts'

const texts = navigationTexts.unsent

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
  const dialogId = useId()
  const form = useRef<HTMLFormElement>(null)
  const isSure = useRef(false)
  const [left, setLeft] = useState(0)
  const [isAway, setAway] = useState(false)
  const go = async () => {
    const { forgetUnsent } = await loadUnsent()
    forgetUnsent(person)
    isSure.current = true
    form.current?.requestSubmit()
  }
  const onSubmit = (event: SyntheticEvent) => {
    if (isSure.current || !hasUnsent(person)) return
    event.preventDefault()
    const ask = (count: number) => {
      setLeft(count)
      setAway(!navigator.onLine)
      openDialog(dialogId)
    }
    void loadUnsent()
      .then(({ sendUnsent }) => sendUnsent(person))
      .then((count) => (count === 0 ? go() : ask(count)))
      // Without a network nothing can be sent, nor the session be ended.
      .catch(() => ask(1))
  }
  return (
    <>
      <form ref={form} action={signOutAction} onSubmit={onSubmit}>
        <SubmitButton variant={variant} wide={wide} dense={dense} icon="sign-out" busyLabel={navigationTexts.signingOut}>
          {children}
        </SubmitButton>
      </form>
      <Dialog
        id={dialogId}
        title={texts.title(left)}
        closeLabel={texts.stay}
        actions={isAway ? undefined : <Button variant="danger" onClick={() => void go()}>{texts.leave}</Button>}
      >
        <p>{isAway ? texts.away : texts.text}</p>
      </Dialog>
    </>
  )
}
