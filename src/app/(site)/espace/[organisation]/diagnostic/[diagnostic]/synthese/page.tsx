import { SynthesisScreen } from '#features/diagnostic/synthese.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { synthesisTexts } from '#texts/synthese.ts'

export const metadata = { title: synthesisTexts.title }

export default async function Synthesis({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly organisation: string; readonly diagnostic: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}) {
  const { organisation, diagnostic } = await params
  const { axe, affichage } = await searchParams
  return (
    <SynthesisScreen
      scope={await enterSpace(organisation)}
      id={diagnostic}
      axis={typeof axe === 'string' ? axe : null}
      isProjected={affichage === 'projecteur'}
    />
  )
}
