import { ProfileScreen } from '#features/diagnostic/profile/profile.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { profileTexts } from '#texts/profil.ts'

export const metadata = { title: profileTexts.title }

export default async function Profile({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly organisation: string; readonly diagnostic: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}) {
  const { organisation, diagnostic } = await params
  const { theme, critere } = await searchParams
  return (
    <ProfileScreen
      scope={await enterSpace(organisation)}
      id={diagnostic}
      theme={typeof theme === 'string' ? theme : ''}
      criterion={typeof critere === 'string' ? critere : ''}
    />
  )
}
