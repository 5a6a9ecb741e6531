import { SignUpScreen } from '#features/compte/sign-up.screen.tsx'
import { accountTexts } from '#texts/compte.ts'

export const metadata = { title: accountTexts.signUp.title }

export default function SignUp() {
  return <SignUpScreen />
}
