import { notFound } from 'next/navigation'
import { z } from 'zod'

import { SpaceFrame } from '#features/espace/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { profileTexts as texts } from '#texts/profil.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'

import { diagnosticName } from '../diagnostic-head.tsx'
import { listDiagnostics } from '../diagnostic.queries.ts'
import { profileFieldViews } from '../profile-fields.ts'
import { withTitles } from '../titles.ts'
import { lockOf } from '../write-access.ts'
import { placeHref } from './place-href.ts'
import { ProfileForm } from './profile-form.tsx'

/** « Compléter le profil » of an open diagnostic: what its start asked for may be said later. */
export async function ProfileScreen({ scope, id, theme, criterion }: {
  readonly scope: Scope
  readonly id: string
  readonly theme: string
  readonly criterion: string
}) {
  if (!scope.rights.has('content:read') || !z.uuid().safeParse(id).success) notFound()
  const database = (await payloadInstance()).db.drizzle
  const all = await listDiagnostics(scope, database).then((listed) => withTitles(database, listed))
  const diagnostic = all.find((each) => each.id === id) ?? notFound()
  const compiled = await compiledRevision(database, diagnostic)
  const lock = lockOf(scope, diagnostic, new Date())
  const back = placeHref(`/espace/${scope.organisation.number}/diagnostic/${id}`, { theme, criterion })
  const refusal =
    compiled.profileFields.length === 0 ? { title: texts.none, text: texts.noneText }
    : lock !== null && lock !== 'reader' ? { title: texts.title, text: diagnosticTexts.locked[lock] }
    : !scope.rights.has('diagnostic:manage') ? { title: texts.notAllowedTitle, text: texts.notAllowed }
    : null
  return (
    <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label}>
      <PageHead title={texts.title} lead={texts.lead(diagnosticName(diagnostic))} />
      {refusal === null ? (
        <ProfileForm
          space={String(scope.organisation.number)}
          diagnostic={id}
          {...{ theme, criterion, back }}
          fields={profileFieldViews(compiled, diagnostic.profile)}
        />
      ) : (
        <EmptyState title={refusal.title} headingLevel={2} actions={<LinkButton icon="arrow-left" href={back}>{texts.back}</LinkButton>}>
          {refusal.text}
        </EmptyState>
      )}
    </SpaceFrame>
  )
}
