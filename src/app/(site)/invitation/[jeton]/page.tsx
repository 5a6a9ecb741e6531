import type { Metadata } from 'next'

import { InvitationScreen } from '#features/compte/invitation.screen.tsx'
import { accountTexts } from '#texts/compte.ts'

// The address holds a secret: it goes into no index.
export const metadata: Metadata = { title: accountTexts.invitation.pageTitle, robots: { index: false } }

export default async function Invitation({ params }: { readonly params: Promise<{ readonly jeton: string }> }) {
  const { jeton } = await params
  return <InvitationScreen token={jeton} />
}
