import { PracticesScreen } from '#features/diagnostic/practices.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

export const metadata = { title: diagnosticTexts.practicesPlace }

export default async function Practices({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly organisation: string; readonly diagnostic: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}) {
  const { organisation, diagnostic } = await params
  const { theme } = await searchParams
  return <PracticesScreen scope={await enterSpace(organisation)} id={diagnostic} theme={typeof theme === 'string' ? theme : null} />
}
