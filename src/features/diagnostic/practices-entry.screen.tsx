import { notFound, redirect } from 'next/navigation'

import { SpaceFrame } from '#features/espace/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'

import { listDiagnostics } from './diagnostic.queries.ts'

/** Goes to the practices of the diagnostic that runs, or says what comes first. */
export async function PracticesEntryScreen({ scope }: { readonly scope: Scope }) {
  if (!scope.rights.has('content:read')) notFound()
  const [latest] = await listDiagnostics(scope, (await payloadInstance()).db.drizzle)
  const home = `/espace/${scope.organisation.number}`
  if (latest !== undefined) redirect(`${home}/bonnes-pratiques/${latest.id}`)
  const texts = diagnosticTexts.practices
  return (
    <SpaceFrame scope={scope} current="practices">
      <PageHead title={diagnosticTexts.practicesPlace} />
      <EmptyState title={texts.emptyTitle} headingLevel={2} actions={<LinkButton href={`${home}/diagnostic`}>{diagnosticTexts.listTitle}</LinkButton>}>
        {texts.empty}
      </EmptyState>
    </SpaceFrame>
  )
}
