import { QuestionnaireScreen } from '#features/diagnostic/questionnaire.screen.tsx'
import { enterSpace } from '#server/session/enter-space.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

export const metadata = { title: diagnosticTexts.place }

export default async function Questionnaire({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly organisation: string; readonly diagnostic: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}) {
  const { organisation, diagnostic } = await params
  const { theme, critere } = await searchParams
  return (
    <QuestionnaireScreen
      scope={await enterSpace(organisation)}
      id={diagnostic}
      theme={typeof theme === 'string' ? theme : null}
      criterion={typeof critere === 'string' ? critere : null}
    />
  )
}
