'use client'

import { roles } from '#domain/rights/rights.rules.ts'
import type { Role } from '#domain/rights/rights.rules.ts'
import { teamTexts } from '#texts/equipe.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { DialogOpener } from '#ui/dialog/dialog-opener.tsx'
import { SelectField } from '#ui/form/select-field.tsx'

import { useTeamForms } from './team-forms.tsx'
import styles from './team.module.css'

export type MemberOfRow = { readonly membership: string; readonly name: string; readonly role: Role }

/** « Changer le rôle »: opens the choice of a role, which the page explains. */
export function ChangeRole({ space, member }: { readonly space: string; readonly member: MemberOfRow }) {
  const { changeRole } = useTeamForms()
  const { membership, name, role } = member
  const texts = teamTexts.changeRole
  const dialogId = `role-${membership}`
  const formId = `formulaire-${dialogId}`
  return (
    <>
      <DialogOpener dialogId={dialogId} dense aria-label={texts.openFor(name)}>
        {texts.open}
      </DialogOpener>
      <Dialog
        id={dialogId}
        title={texts.title(name)}
        actions={
          <form id={formId} action={changeRole}>
            <input type="hidden" name="space" value={space} />
            <input type="hidden" name="membership" value={membership} />
            <SubmitButton busyLabel={texts.saving}>{texts.save}</SubmitButton>
          </form>
        }
      >
        <SelectField
          // Drawn anew when the role has changed, so that it starts from the new one.
          key={role}
          id={`choix-${dialogId}`}
          form={formId}
          name="role"
          label={texts.legend}
          defaultValue={role}
          options={roles.map((value) => ({ value, label: teamTexts.roleName[value] }))}
        />
      </Dialog>
    </>
  )
}

/** « Retirer »: says what it means before it does it. */
export function RemoveMember({ space, member }: { readonly space: string; readonly member: MemberOfRow }) {
  const { remove } = useTeamForms()
  const { membership, name } = member
  const texts = teamTexts.remove
  const dialogId = `retrait-${membership}`
  return (
    <>
      <DialogOpener dialogId={dialogId} dense variant="quiet" aria-label={texts.openFor(name)}>
        {texts.open}
      </DialogOpener>
      <Dialog
        id={dialogId}
        title={texts.title(name)}
        actions={
          <form action={remove}>
            <input type="hidden" name="space" value={space} />
            <input type="hidden" name="membership" value={membership} />
            <SubmitButton variant="danger" busyLabel={texts.working}>
              {texts.confirm}
            </SubmitButton>
          </form>
        }
      >
        <p className={styles.dialogText}>{texts.consequence(name)}</p>
      </Dialog>
    </>
  )
}

/** « Quitter l’équipe », for oneself. */
export function LeaveTeam({
  space,
  membership,
  organisation,
}: {
  readonly space: string
  readonly membership: string
  readonly organisation: string
}) {
  const { remove } = useTeamForms()
  const texts = teamTexts.leave
  return (
    <>
      <DialogOpener dialogId="quitter">{texts.open}</DialogOpener>
      <Dialog
        id="quitter"
        title={texts.title(organisation)}
        actions={
          <form action={remove}>
            <input type="hidden" name="space" value={space} />
            <input type="hidden" name="membership" value={membership} />
            <SubmitButton variant="danger" busyLabel={texts.working}>
              {texts.confirm}
            </SubmitButton>
          </form>
        }
      >
        <p className={styles.dialogText}>{texts.consequence}</p>
      </Dialog>
    </>
  )
}
