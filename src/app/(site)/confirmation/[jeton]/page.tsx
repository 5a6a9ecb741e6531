import type { Metadata } from 'next'

import { ConfirmationScreen } from '#features/compte/confirmation.screen.tsx'
import { accountTexts } from '#texts/compte.ts'

// The address holds a secret: it goes into no index.
export const metadata: Metadata = { title: accountTexts.confirmation.title, robots: { index: false } }

export default async function Confirmation({ params }: { readonly params: Promise<{ readonly jeton: string }> }) {
  const { jeton } = await params
  return <ConfirmationScreen token={jeton} />
}
