import { SubsetScreen } from '#features/diagnostic/upgrade/subset.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { subsetTexts } from '#texts/passage.ts'

export const metadata = { title: subsetTexts.title }

export default async function Subset({ params }: { readonly params: Promise<{ readonly organisation: string; readonly diagnostic: string }> }) {
  const { organisation, diagnostic } = await params
  return <SubsetScreen scope={await enterSpace(organisation)} id={diagnostic} />
}
