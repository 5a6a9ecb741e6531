import { currentUser } from '#server/session/session.ts'
import { accountTexts } from '#texts/compte.ts'

import { AccountPage } from './account-page.tsx'
import { BrokenLink } from './broken-link.tsx'
import { confirmEmailAction } from './invitation.action.ts'
import { linkOfPage } from '#server/session/link-of-page.ts'
import { TokenForm } from './token-form.tsx'

export async function ConfirmationScreen({ token }: { readonly token: string }) {
  const texts = accountTexts.confirmation
  const link = await linkOfPage(token, ['confirm-email'])
  if (!link.ok) {
    return <BrokenLink kind="confirmation" error={link.error} isSignedIn={(await currentUser()) !== null} />
  }
  return (
    <AccountPage title={texts.title} lead={texts.lead(link.value.email)}>
      <p>{texts.why}</p>
      <TokenForm token={token} action={confirmEmailAction} label={texts.submit} busyLabel={texts.busy} />
    </AccountPage>
  )
}
