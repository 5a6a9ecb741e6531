import { currentUser } from '#server/session/session.ts'
import { accountTexts } from '#texts/compte.ts'

import { AccountPage } from './account-page.tsx'
import { BrokenLink } from './broken-link.tsx'
import { linkOfPage } from '#server/session/link-of-page.ts'
import { ResetPasswordForm } from './reset-password-form.tsx'

export async function ResetPasswordScreen({ token }: { readonly token: string }) {
  const link = await linkOfPage(token, ['password'])
  if (!link.ok) {
    return <BrokenLink kind="password" error={link.error} isSignedIn={(await currentUser()) !== null} />
  }
  const { email } = link.value
  return (
    <AccountPage title={accountTexts.reset.title} lead={accountTexts.reset.lead(email)}>
      <ResetPasswordForm token={token} email={email} />
    </AccountPage>
  )
}
