import type { Metadata } from 'next'

import { ResetPasswordScreen } from '#features/compte/reset-password.screen.tsx'
import { accountTexts } from '#texts/compte.ts'

// The address holds a secret: it goes into no index.
export const metadata: Metadata = { title: accountTexts.reset.title, robots: { index: false } }

export default async function ResetPassword({ params }: { readonly params: Promise<{ readonly jeton: string }> }) {
  const { jeton } = await params
  return <ResetPasswordScreen token={jeton} />
}
