import { SpaceFrame } from '#features/espace/exports.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { entryTexts } from '#texts/saisie.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Icon } from '#ui/icons/icon.tsx'

import { DiagnosticHead, LockNote } from './diagnostic-head.tsx'
import { EntryProvider } from './entry/entry-provider.tsx'
import { HelpWords } from './entry/help-words.tsx'
import { Practices } from './entry/practices.tsx'
import styles from './entry/practices.module.css'
import { PracticesDock, PracticesThemes } from './entry/practices-frame.tsx'
import { openDiagnostic } from './open-diagnostic.ts'
import { packed } from './packed.ts'
import { helpView } from './page/criterion-view.ts'
import { headingAbove, pageOf, pageView } from './page/page-view.ts'
import { practiceViews } from './page/practice-view.ts'

/** « Bonnes pratiques » : by theme, what the organisation does already and what it wants to improve first. */
export async function PracticesScreen({ scope, id, theme }: {
  readonly scope: Scope
  readonly id: string
  readonly theme: string | null
}) {
  const opened = await openDiagnostic(scope, id)
  const { diagnostic, all, evaluation, lock, source, previous } = opened
  const home = `/espace/${scope.organisation.number}`
  const mayMove = scope.rights.has('diagnostic:manage')
  const path = `${home}/bonnes-pratiques/${id}`
  const diagnosticPath = `${home}/diagnostic/${id}`
  const { pages } = evaluation.compiled
  const page = pages.find(({ node }) => node.code === theme) ?? pages[0] ?? pageOf(evaluation, theme)
  const hrefOf = (other: string) => `${home}/bonnes-pratiques/${other}`
  const texts = diagnosticTexts.practices
  const toDiagnostic = <LinkButton href={diagnosticPath}>{texts.toDiagnostic}</LinkButton>
  if (page === null) {
    return (
      <SpaceFrame scope={scope} current="practices" detail={diagnostic.campaign.label}>
        <DiagnosticHead title={diagnostic.title} {...{ diagnostic, all, hrefOf, home, mayMove }} />
        <EmptyState title={diagnosticTexts.answer.missing} actions={toDiagnostic}>{diagnosticTexts.answer.missingText}</EmptyState>
      </SpaceFrame>
    )
  }
  const view = pageView({
    ...source,
    page,
    path,
    asked: null,
    isOpen: lock === null,
    facts: { diagnostic: id, person: scope.person.id, timeZone: scope.organisation.timeZone, home, previousYear: opened.previousYear },
  })
  const practices = practiceViews(view, source, { path: diagnosticPath, texts: previous.practices })
  const help = helpView(page.node, evaluation.compiled)
  // Answers are read here; only what is said of each criterion is written.
  const entryView = { ...view, criteria: view.criteria.map((criterion) => ({ ...criterion, questions: [], help: null })) }
  return (
    <EntryProvider view={packed(entryView)}>
      <SpaceFrame scope={scope} current="practices" detail={diagnostic.campaign.label} dock={<PracticesDock />}>
        <DiagnosticHead
          title={page.node.title}
          above={headingAbove(evaluation.compiled, page.node)}
          banner={evaluation.compiled.banner}
          lead={texts.lead}
          {...{ diagnostic, all, hrefOf, home, mayMove }}
          actions={<PracticesThemes />}
        />
        <LockNote lock={lock} writable={practices.filter(({ isWritable }) => isWritable).length} total={practices.length} />
        {help === null ? null : (
          <details className={styles.inspire} open>
            <summary>
              <Icon name="lightbulb" />
              {entryTexts.tools.help}
              <Icon name="caret-down" />
            </summary>
            <div className={styles.inspireWords}><HelpWords help={help} /></div>
          </details>
        )}
        <Practices
          practices={practices}
          empty={<EmptyState title={texts.noCriteria} headingLevel={2} actions={toDiagnostic}>{texts.noCriteriaText}</EmptyState>}
        />
      </SpaceFrame>
    </EntryProvider>
  )
}
