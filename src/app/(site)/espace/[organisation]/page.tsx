import { WelcomeScreen } from '#features/espace/welcome.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { spaceTexts } from '#texts/espace.ts'

export const metadata = { title: spaceTexts.pageTitle }

export default async function Welcome({ params }: { readonly params: Promise<{ readonly organisation: string }> }) {
  const { organisation } = await params
  return <WelcomeScreen scope={await enterSpace(organisation)} />
}
