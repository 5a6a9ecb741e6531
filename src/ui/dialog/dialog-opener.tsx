'use client'

import { Button, type ButtonProps } from '../actions/button.tsx'

/** Opens the `Dialog` of that id and puts the focus on its title. False when there is none, or it is open. */
export function openDialog(dialogId: string): boolean {
  const dialog = document.getElementById(dialogId)
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return false
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[data-dialog-title]')?.focus()
  return true
}

/** The button that opens a `Dialog`. */
export function DialogOpener({ dialogId, ...rest }: Omit<ButtonProps, 'onClick' | 'type'> & { readonly dialogId: string }) {
  return <Button {...rest} aria-haspopup="dialog" onClick={() => openDialog(dialogId)} />
}
