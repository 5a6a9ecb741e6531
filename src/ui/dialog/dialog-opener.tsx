'use client'

import { Button, type ButtonProps } from '../actions/button.tsx'

/** The button that opens the `Dialog` of that id and puts the focus on its title. */
export function DialogOpener({ dialogId, ...rest }: Omit<ButtonProps, 'onClick' | 'type'> & { readonly dialogId: string }) {
  const open = () => {
    const dialog = document.getElementById(dialogId)
    if (!(dialog instanceof HTMLDialogElement) || dialog.open) return
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-dialog-title]')?.focus()
  }
  return <Button {...rest} aria-haspopup="dialog" onClick={open} />
}
