import { PracticesEntryScreen } from '#features/diagnostic/practices-entry.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

export const metadata = { title: diagnosticTexts.practicesPlace }

export default async function PracticesEntry({ params }: { readonly params: Promise<{ readonly organisation: string }> }) {
  const { organisation } = await params
  return <PracticesEntryScreen scope={await enterSpace(organisation)} />
}
