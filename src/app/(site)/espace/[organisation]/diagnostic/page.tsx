import { DiagnosticsScreen } from '#features/diagnostic/diagnostics.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

export const metadata = { title: diagnosticTexts.listTitle }

export default async function Diagnostics({ params }: { readonly params: Promise<{ readonly organisation: string }> }) {
  const { organisation } = await params
  return <DiagnosticsScreen scope={await enterSpace(organisation)} />
}
