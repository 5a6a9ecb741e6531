import { advanceOf } from '#domain/diagnostic/advance.rules.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { SpaceFrame } from '#features/espace/exports.ts'
import { evaluationInput } from '#server/diagnostics/evaluation-input.ts'
import { loadScoredRows } from '#server/diagnostics/rows.queries.ts'
import { payloadInstance } from '#server/payload.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { frRelative } from '#texts/moments.ts'
import { subsetTexts, upgradeTexts } from '#texts/passage.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { SectionHead } from '#ui/cards/section-head.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Progress } from '#ui/feedback/progress.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Card, Stack } from '#ui/layout/layout.tsx'
import { Text, Title } from '#ui/layout/text.tsx'

import { administratorNames, listDiagnostics } from './diagnostic.queries.ts'
import type { DiagnosticSummary } from './diagnostic.queries.ts'
import styles from './diagnostic.module.css'
import { withTitles } from './titles.ts'

/** The organisation's diagnostics, each with how far it is, and the way to start one. */
export async function DiagnosticsScreen({ scope }: { readonly scope: Scope }) {
  const database = (await payloadInstance()).db.drizzle
  const all = await listDiagnostics(scope, database).then((listed) => withTitles(database, listed))
  const home = `/espace/${scope.organisation.number}`
  const mayStart = scope.rights.has('diagnostic:manage')
  const open = all.filter(({ state }) => state === 'open')
  const closed = all.filter(({ state }) => state !== 'open')
  const texts = diagnosticTexts
  return (
    <SpaceFrame scope={scope} current="diagnostic">
      <PageHead
        title={texts.listTitle}
        lead={texts.listLead}
        actions={
          mayStart && all.length > 0 ? (
            <LinkButton icon="plus" href={`${home}/diagnostic/nouveau`}>{texts.startAnother}</LinkButton>
          ) : undefined
        }
      />
      {all.length === 0 ? <NoDiagnostic scope={scope} home={home} /> : null}
      <div className={styles.sections}>
        {open.length === 0 ? null : <Section title={texts.openTitle} diagnostics={open} {...{ scope, home }} />}
        {closed.length === 0 ? null : <Section title={texts.closedTitle} diagnostics={closed} {...{ scope, home }} />}
      </div>
    </SpaceFrame>
  )
}

async function NoDiagnostic({ scope, home }: { readonly scope: Scope; readonly home: string }) {
  const texts = diagnosticTexts
  if (scope.rights.has('diagnostic:manage')) {
    return (
      <EmptyState
        title={texts.emptyTitle}
        headingLevel={2}
        actions={<LinkButton variant="primary" iconAfter="arrow-right" href={`${home}/diagnostic/nouveau`}>{texts.start}</LinkButton>}
      >
        {texts.empty}
      </EmptyState>
    )
  }
  const administrators = await administratorNames(scope, (await payloadInstance()).db.drizzle)
  return (
    <EmptyState
      title={texts.emptyTitle}
      headingLevel={2}
      actions={
        scope.rights.has('team:read') ? (
          <LinkButton icon="users-three" href={`${home}/equipe`}>{texts.seeTeam}</LinkButton>
        ) : (
          <LinkButton href={home}>{texts.home}</LinkButton>
        )
      }
    >
      {texts.emptyReader(administrators.join(' ou '))}
    </EmptyState>
  )
}

function Section({ title, diagnostics, scope, home }: {
  readonly title: string
  readonly diagnostics: readonly DiagnosticSummary[]
  readonly scope: Scope
  readonly home: string
}) {
  return (
    <section>
      <SectionHead title={title} />
      <div className={styles.cards}>
        {diagnostics.map((diagnostic) => <DiagnosticCard key={diagnostic.id} {...{ diagnostic, scope, home }} />)}
      </div>
    </section>
  )
}

async function DiagnosticCard({ diagnostic, scope, home }: {
  readonly diagnostic: DiagnosticSummary
  readonly scope: Scope
  readonly home: string
}) {
  const database = (await payloadInstance()).db.drizzle
  const [compiled, rows] = await Promise.all([
    compiledRevision(database, diagnostic),
    loadScoredRows(scope, database, diagnostic.id),
  ])
  const { answered, applicable } = advanceOf(evaluate(compiled, evaluationInput(diagnostic.profile, rows)))
  const { id, title, scopeLabel, campaign, state, changedAt, newer } = diagnostic
  const mayMove = state === 'open' && scope.rights.has('diagnostic:manage')
  const texts = diagnosticTexts
  const { timeZone } = scope.organisation
  return (
    <Card labelledBy={`diagnostic-${id}`}>
      <Stack gap={4}>
        <Stack gap={2}>
          <Title level={3} size="card" id={`diagnostic-${id}`}>{title}</Title>
          <Text size="sm" soft>{`${scopeLabel} · ${campaign.label} · ${texts.state[state]}`}</Text>
        </Stack>
        <Progress label={texts.progressLabel} figure={texts.figure(answered, applicable)} value={answered} max={Math.max(applicable, 1)} />
        {changedAt === null ? null : <Text size="sm" soft>{texts.lastChange(frRelative(changedAt, new Date(), { timeZone }))}</Text>}
        <div className={styles.acts}>
          <LinkButton dense href={`${home}/diagnostic/${id}`}>
            {state === 'open' && scope.rights.has('content:write') ? (answered < applicable ? texts.continue : texts.readAgain) : texts.read}
          </LinkButton>
          <LinkButton dense variant="quiet" href={`${home}/bonnes-pratiques/${id}`}>{texts.practicesPlace}</LinkButton>
          {mayMove && newer !== null ? <LinkButton dense variant="quiet" href={`${home}/diagnostic/${id}/nouvelle-version`}>{upgradeTexts.title}</LinkButton> : null}
          {mayMove && compiled.subsets.some(({ isOffered }) => isOffered) ? <LinkButton dense variant="quiet" href={`${home}/diagnostic/${id}/etendue`}>{subsetTexts.change}</LinkButton> : null}
        </div>
      </Stack>
    </Card>
  )
}
