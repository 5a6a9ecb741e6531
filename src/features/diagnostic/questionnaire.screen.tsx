import { SpaceFrame } from '#features/espace/exports.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'

import { DiagnosticHead, LockNote, ProfileLink, SynthesisLink } from './diagnostic-head.tsx'
import { cardId, cardTitleId } from './entry/card-id.ts'
import { EntryProvider } from './entry/entry-provider.tsx'
import { Questionnaire, QuestionnaireDock } from './entry/questionnaire.tsx'
import { openDiagnostic } from './open-diagnostic.ts'
import { packed } from './packed.ts'
import { headingAbove, pageOf, pageView } from './page/page-view.ts'
import { ScrollTo } from './scroll-to.tsx'

/** « Autodiagnostic » : one page of the référentiel, its criteria one under the other, one of them open. */
export async function QuestionnaireScreen({ scope, id, theme, criterion }: {
  readonly scope: Scope
  readonly id: string
  readonly theme: string | null
  readonly criterion: string | null
}) {
  const opened = await openDiagnostic(scope, id)
  const { diagnostic, all, evaluation, lock, source } = opened
  const home = `/espace/${scope.organisation.number}`
  const mayMove = scope.rights.has('diagnostic:manage')
  const path = `${home}/diagnostic/${id}`
  const page = pageOf(evaluation, theme)
  const hrefOf = (other: string) => `${home}/diagnostic/${other}`
  const texts = diagnosticTexts.answer
  if (page === null) {
    return (
      <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label}>
        <DiagnosticHead title={diagnostic.title} {...{ diagnostic, all, hrefOf, home, mayMove }} />
        <EmptyState title={texts.missing} actions={<LinkButton href={`${home}/diagnostic`}>{diagnosticTexts.switcher.all}</LinkButton>}>
          {texts.missingText}
        </EmptyState>
      </SpaceFrame>
    )
  }
  const view = pageView({
    ...source,
    page,
    path,
    asked: criterion,
    isOpen: lock === null,
    facts: {
      diagnostic: id,
      person: scope.person.id,
      timeZone: scope.organisation.timeZone,
      home,
      previousYear: opened.previousYear,
    },
  })
  const asking = view.criteria.filter(({ applicability }) => applicability !== 'doesNotApply')
  return (
    <EntryProvider view={packed(view)}>
      <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label} dock={<QuestionnaireDock />}>
        <Questionnaire
          head={
            <>
              <DiagnosticHead
                title={page.node.title}
                above={headingAbove(evaluation.compiled, page.node)}
                banner={evaluation.compiled.banner}
                lead={page.node.statement ?? page.node.about}
                {...{ diagnostic, all, hrefOf, home, mayMove }}
                actions={<><ProfileLink profile={source.profile} /><SynthesisLink path={path} /></>}
              />
              <LockNote lock={lock} writable={asking.filter(({ isWritable }) => isWritable).length} total={asking.length} />
            </>
          }
          empty={
            <EmptyState title={texts.noCriteria} headingLevel={2} actions={<LinkButton href={path}>{texts.allThemes}</LinkButton>}>
              {texts.noCriteriaText}
            </EmptyState>
          }
        />
        {view.criteria.some(({ code }) => code === criterion) && criterion !== null
          ? <ScrollTo id={cardId(criterion)} focus={cardTitleId(criterion)} />
          : null}
      </SpaceFrame>
    </EntryProvider>
  )
}
