import { StartScreen } from '#features/diagnostic/start.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

export const metadata = { title: diagnosticTexts.create.title }

export default async function Start({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly organisation: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}) {
  const { organisation } = await params
  const { referentiel, perimetre } = await searchParams
  return (
    <StartScreen
      scope={await enterSpace(organisation)}
      choice={{
        referentiel: typeof referentiel === 'string' ? referentiel : null,
        perimeter: typeof perimetre === 'string' ? perimetre : null,
      }}
    />
  )
}
