import { TeamScreen } from '#features/equipe/team.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { teamTexts } from '#texts/equipe.ts'

export const metadata = { title: teamTexts.title }

export default async function Team({ params }: { readonly params: Promise<{ readonly organisation: string }> }) {
  const { organisation } = await params
  return <TeamScreen scope={await enterSpace(organisation)} />
}
