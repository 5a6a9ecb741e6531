'use client'

import { teamTexts } from '#texts/equipe.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'

import type { PendingInvitation } from './team.queries.ts'
import { useTeamForms } from './team-forms.tsx'
import styles from './team.module.css'

/** « Renvoyer » (a new link; the one before ends) and « Annuler ». */
export function InvitationActions({
  space,
  invitation: { id, email, role },
}: {
  readonly space: string
  readonly invitation: Pick<PendingInvitation, 'id' | 'email' | 'role'>
}) {
  const { cancel, resend } = useTeamForms()
  const texts = teamTexts.invitations
  return (
    <div className={styles.actions}>
      <form action={resend}>
        <input type="hidden" name="space" value={space} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="role" value={role} />
        <SubmitButton variant="secondary" dense busyLabel={texts.resending} aria-label={texts.resendTo(email)}>
          {texts.resend}
        </SubmitButton>
      </form>
      <form action={cancel}>
        <input type="hidden" name="space" value={space} />
        <input type="hidden" name="invitation" value={id} />
        <SubmitButton variant="quiet" dense busyLabel={texts.cancelling} aria-label={texts.cancelOf(email)}>
          {texts.cancel}
        </SubmitButton>
      </form>
    </div>
  )
}
