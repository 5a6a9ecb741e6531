import { accountTexts } from '#texts/compte.ts'

import { AccountPage } from './account-page.tsx'
import { ForgottenPasswordForm } from './forgotten-password-form.tsx'

export function ForgottenPasswordScreen() {
  const texts = accountTexts.forgotten
  return (
    <AccountPage title={texts.title} lead={texts.lead}>
      <ForgottenPasswordForm />
    </AccountPage>
  )
}
