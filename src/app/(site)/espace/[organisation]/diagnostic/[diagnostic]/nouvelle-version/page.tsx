import { UpgradeScreen } from '#features/diagnostic/upgrade/upgrade.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { upgradeTexts } from '#texts/passage.ts'

export const metadata = { title: upgradeTexts.title }

export default async function Upgrade({ params }: { readonly params: Promise<{ readonly organisation: string; readonly diagnostic: string }> }) {
  const { organisation, diagnostic } = await params
  return <UpgradeScreen scope={await enterSpace(organisation)} id={diagnostic} />
}
