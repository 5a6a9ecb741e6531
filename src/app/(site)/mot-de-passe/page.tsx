import { ForgottenPasswordScreen } from '#features/compte/forgotten-password.screen.tsx'
import { accountTexts } from '#texts/compte.ts'

export const metadata = { title: accountTexts.forgotten.title }

export default function ForgottenPassword() {
  return <ForgottenPasswordScreen />
}
