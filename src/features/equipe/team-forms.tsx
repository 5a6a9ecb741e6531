'use client'

import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

import type { FormState } from '#features/forms/form-state.ts'
import { idle } from '#features/forms/form-state.ts'
import { useForm } from '#features/forms/use-form.ts'
import { Toast } from '#ui/feedback/toast.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'

import { cancelInvitationAction, changeRoleAction, inviteAction, removeMemberAction } from './team.action.ts'

type Send = (data: FormData) => void

type TeamForms = {
  readonly changeRole: Send
  readonly remove: Send
  readonly cancel: Send
  readonly resend: Send
}

const TeamFormsContext = createContext<TeamForms | null>(null)

/** What the buttons of a row send; the page holds the answers, since a removed row is gone when its answer comes. */
export const useTeamForms = (): TeamForms => {
  const forms = useContext(TeamFormsContext)
  if (forms === null) throw new Error('The forms of a team row stand inside <TeamForms>.')
  return forms
}

/** The latest answer of several forms. Without JavaScript: of the one that was sent. */
const useLatest = (states: readonly FormState[]): FormState => {
  const [latest, setLatest] = useState(() => states.find(({ status }) => status !== 'idle') ?? idle)
  const [known, setKnown] = useState(states)
  const changed = states.find((state, index) => state !== known[index])
  if (changed !== undefined) {
    setKnown(states)
    setLatest(changed)
  }
  return latest
}

/** Closes the dialog that asked, and puts the reading place on what the answer is about. */
const useClosedDialogs = (latest: FormState, headingId: string): void => {
  useEffect(() => {
    if (latest.status === 'idle') return
    const dialog = document.querySelector('dialog[open]')
    if (dialog instanceof HTMLDialogElement) dialog.close()
    if (latest.status === 'done') document.getElementById(headingId)?.focus()
  }, [latest, headingId])
}

/** Holds the answers of the team page's row forms and tells them: a toast when done, a summary when refused. */
export function TeamForms({ headingId, children }: { readonly headingId: string; readonly children: ReactNode }) {
  const role = useForm(changeRoleAction)
  const removal = useForm(removeMemberAction)
  const cancelling = useForm(cancelInvitationAction)
  const resending = useForm(inviteAction)
  const latest = useLatest([role.state, removal.state, cancelling.state, resending.state])
  useClosedDialogs(latest, headingId)
  const errors = useMemo(
    () =>
      latest.status === 'refused'
        ? [latest.message, ...Object.values(latest.errors)].flatMap((message) => (message ? [{ message }] : []))
        : [],
    [latest],
  )
  const forms = useMemo(
    () => ({ changeRole: role.send, remove: removal.send, cancel: cancelling.send, resend: resending.send }),
    [role.send, removal.send, cancelling.send, resending.send],
  )
  return (
    <TeamFormsContext value={forms}>
      <ErrorSummary errors={errors} />
      {children}
      {latest.status === 'done' && latest.message ? <Toast key={keyOf(latest)} message={latest.message} /> : null}
    </TeamFormsContext>
  )
}

const keys = new WeakMap<FormState, number>()
let lastKey = 0

/** Two equal answers in a row are two toasts. */
const keyOf = (state: FormState): number => {
  const known = keys.get(state)
  if (known !== undefined) return known
  lastKey += 1
  keys.set(state, lastKey)
  return lastKey
}
