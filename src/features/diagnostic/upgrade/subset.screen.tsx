import { notFound } from 'next/navigation'
import { z } from 'zod'

import { SpaceFrame } from '#features/espace/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import type { Scope } from '#server/scope/scope.ts'
import { subsetTexts as texts, upgradeTexts } from '#texts/passage.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'

import { listDiagnostics } from '../diagnostic.queries.ts'
import { withTitles } from '../titles.ts'
import { lockOf } from '../write-access.ts'
import { SubsetForm } from './upgrade-form.tsx'

/** « Étendue » : from the simplified référentiel to the complete one and back, on the same diagnostic. */
export async function SubsetScreen({ scope, id }: { readonly scope: Scope; readonly id: string }) {
  if (!scope.rights.has('content:read') || !z.uuid().safeParse(id).success) notFound()
  const database = (await payloadInstance()).db.drizzle
  const all = await listDiagnostics(scope, database).then((listed) => withTitles(database, listed))
  const diagnostic = all.find((each) => each.id === id) ?? notFound()
  // A subset that isn't offered by itself is shown where the diagnostic has it.
  const subsets = (await compiledRevision(database, diagnostic)).subsets
    .filter(({ code, isOffered }) => isOffered || code === diagnostic.subset)
    .map(({ code }) => code)
  const mayChange = scope.rights.has('diagnostic:manage') && lockOf(scope, diagnostic, new Date()) === null
  const compiled = await Promise.all([null, ...subsets].map((subset) => compiledRevision(database, { ...diagnostic, subset })))
  const options = compiled.map(({ subset, title, criteria }) => ({
    value: subset?.code ?? '',
    label: subset?.label ?? `${texts.whole} (${title})`,
    hint: texts.count(criteria.length),
  }))
  const back = <LinkButton icon="arrow-left" href={`/espace/${scope.organisation.number}/diagnostic/${id}`}>{upgradeTexts.back}</LinkButton>
  return (
    <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label}>
      <PageHead title={texts.title} lead={texts.lead(diagnostic.title)} />
      {!mayChange || subsets.length === 0 ? (
        <EmptyState title={subsets.length === 0 ? texts.none : texts.title} headingLevel={2} actions={back}>
          {subsets.length === 0 ? texts.noneText : texts.notAllowed}
        </EmptyState>
      ) : (
        <>
          <SubsetForm space={String(scope.organisation.number)} diagnostic={id} current={diagnostic.subset ?? ''} options={options} />
          <div>{back}</div>
        </>
      )}
    </SpaceFrame>
  )
}
