import { notFound } from 'next/navigation'
import { z } from 'zod'

import { SpaceFrame } from '#features/espace/exports.ts'
import type { AxisComparison } from '#plugins/referentiels/engine/migration/simulate.ts'
import { simulateUpgrade } from '#server/diagnostics/upgrade/simulate-upgrade.ts'
import type { SimulatedUpgrade } from '#server/diagnostics/upgrade/simulate-upgrade.ts'
import { findSource } from '#server/diagnostics/upgrade/upgrade.queries.ts'
import { payloadInstance } from '#server/payload.ts'
import { newestAfter, targetAfter } from '#server/referentiels/versions.queries.ts'
import type { TargetVersion } from '#server/referentiels/versions.queries.ts'
import type { Scope } from '#server/scope/scope.ts'
import { upgradeTexts as texts } from '#texts/passage.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { FigureStrip } from '#ui/cards/figure-strip.tsx'
import { SectionHead } from '#ui/cards/section-head.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Text } from '#ui/layout/text.tsx'
import { AppLink } from '#ui/link/app-link.tsx'
import { DataTable } from '#ui/table/data-table.tsx'

import styles from '../diagnostic.module.css'
import { listDiagnostics } from '../diagnostic.queries.ts'
import type { DiagnosticSummary } from '../diagnostic.queries.ts'
import { withTitles } from '../titles.ts'
import { lockOf } from '../write-access.ts'
import { UpgradeForm } from './upgrade-form.tsx'
import { criterionNames, upgradeLines } from './upgrade-view.ts'
import type { UpgradeLine } from './upgrade-view.ts'
import { upgradeCircumstances } from './upgrade.queries.ts'

type Move = { readonly from: DiagnosticSummary; readonly target: TargetVersion; readonly isDone: boolean }

/** The move that lies before a diagnostic; else the one that it came from; null where there is neither. */
const moveOf = async (scope: Scope, diagnostic: DiagnosticSummary, all: readonly DiagnosticSummary[]): Promise<Move | null> => {
  const database = (await payloadInstance()).db.drizzle
  if (diagnostic.state === 'open' && diagnostic.newer !== null) {
    const target = await newestAfter(database, { revision: diagnostic.revision, organisation: scope.organisation.id })
    return target === null ? null : { from: diagnostic, target, isDone: false }
  }
  const from = all.find(({ id }) => id === diagnostic.replaces)
  const target = from === undefined ? null : await targetAfter(database, { from: from.revision, to: diagnostic.revision, organisation: scope.organisation.id })
  return from === undefined || target === null ? null : { from, target, isDone: true }
}

/** What a newer version of the référentiel changes for a diagnostic, before the organisation says yes; and afterwards. */
export async function UpgradeScreen({ scope, id }: { readonly scope: Scope; readonly id: string }) {
  if (!scope.rights.has('content:read') || !z.uuid().safeParse(id).success) notFound()
  const database = (await payloadInstance()).db.drizzle
  const all = await listDiagnostics(scope, database).then((listed) => withTitles(database, listed))
  const diagnostic = all.find((each) => each.id === id) ?? notFound()
  const home = `/espace/${scope.organisation.number}`
  const move = await moveOf(scope, diagnostic, all)
  const source = move === null ? null : await findSource(scope, database, move.from.id)
  const simulated = move === null || source === null ? null : await simulateUpgrade(scope, database, { source, target: move.target })
  const back = <LinkButton icon="arrow-left" href={`${home}/diagnostic/${id}`}>{texts.back}</LinkButton>
  if (move === null || simulated === null) {
    return (
      <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label}>
        <PageHead title={texts.title} />
        <EmptyState title={texts.nothing} headingLevel={2} actions={back}>{texts.nothingText}</EmptyState>
      </SpaceFrame>
    )
  }
  const { from, target, isDone } = move
  const lead = isDone ? texts.doneLead : texts.lead
  return (
    <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label}>
      <PageHead title={isDone ? texts.doneTitle : texts.title} lead={lead(diagnostic.title, from.version, target.version)} actions={back} />
      <div className={styles.sections}>
        <Summary {...{ simulated, source: from }} />
        {isDone ? null : <Decision {...{ scope, diagnostic, target }} />}
        <Scores axes={simulated.simulation.scores.axes} complete={simulated.simulation.scores.complete} />
        <Details simulated={simulated} path={`${home}/diagnostic/${from.id}`} />
      </div>
    </SpaceFrame>
  )
}

function Summary({ simulated, source }: { readonly simulated: SimulatedUpgrade; readonly source: DiagnosticSummary }) {
  const { simulation, subset } = simulated
  const { answers, empty } = simulation
  return (
    <section>
      <FigureStrip
        figures={[
          { key: 'carried', figure: answers.carried, detail: texts.figures.carried(answers.carried) },
          { key: 'toConfirm', figure: answers.toConfirm, detail: texts.figures.toConfirm(answers.toConfirm) },
          { key: 'setAside', figure: answers.setAside, detail: texts.figures.setAside(answers.setAside) },
          { key: 'empty', figure: empty.length, detail: texts.figures.empty(empty.length) },
        ]}
      />
      <Note icon="check-circle"><p>{texts.promise}</p></Note>
      {source.subset !== null && subset === null ? <Note tone="attention"><p>{texts.subsetLost}</p></Note> : null}
    </section>
  )
}

async function Decision({ scope, diagnostic, target }: {
  readonly scope: Scope
  readonly diagnostic: DiagnosticSummary
  readonly target: TargetVersion
}) {
  const database = (await payloadInstance()).db.drizzle
  const { older, network } = await upgradeCircumstances(scope, database, { diagnostic: diagnostic.id, revision: target.revision })
  const mayMove = scope.rights.has('diagnostic:manage') && lockOf(scope, diagnostic, new Date()) === null
  return (
    <section>
      <SectionHead title={texts.confirm.title} />
      {network === null ? null : <Text>{texts.proposed(network)}</Text>}
      {mayMove ? (
        <UpgradeForm
          space={String(scope.organisation.number)}
          diagnostic={diagnostic.id}
          revision={target.revision}
          version={target.version}
          older={older}
        />
      ) : (
        <Text>{texts.confirm.reader}</Text>
      )}
    </section>
  )
}

type ScoreRow = { readonly key: string; readonly label: string; readonly before: string; readonly after: string; readonly series: string }

function Scores({ axes, complete }: {
  readonly axes: readonly AxisComparison[]
  readonly complete: { readonly before: number; readonly after: number }
}) {
  const { columns } = texts
  const rowsOf = ({ code, spokes }: AxisComparison): readonly ScoreRow[] =>
    spokes
      .filter(({ before, after }) => before !== null || after !== null)
      .map((spoke) => ({
        key: `${code}-${spoke.code}`,
        label: spoke.label,
        before: texts.score(spoke.before),
        after: texts.score(spoke.after),
        series: texts.continuity[spoke.continuity],
      }))
  const whole: ScoreRow = { key: 'complete', label: texts.complete, before: texts.percent(complete.before), after: texts.percent(complete.after), series: '' }
  return (
    <section>
      <SectionHead title={texts.scoresTitle} />
      <Text>{texts.scoresLead}</Text>
      <DataTable<ScoreRow>
        caption={texts.scoresTitle}
        isCaptionHidden
        rowKey={({ key }) => key}
        groups={[...axes.map((axis) => ({ key: axis.code, head: axis.label, rows: rowsOf(axis) })), { key: 'whole', rows: [whole] }].filter(({ rows }) => rows.length > 0)}
        columns={[
          { key: 'label', header: columns.part, isTitle: true, cell: ({ label }) => label },
          { key: 'before', header: columns.before, align: 'end', stack: 'inline', cell: ({ before }) => before },
          { key: 'after', header: columns.after, align: 'end', stack: 'inline', cell: ({ after }) => after },
          { key: 'series', header: columns.series, stack: 'inline', cell: ({ series }) => series },
        ]}
      />
    </section>
  )
}

function Details({ simulated, path }: { readonly simulated: SimulatedUpgrade; readonly path: string }) {
  const { simulation, before, after } = simulated
  const { toConfirm, setAside } = upgradeLines(simulation, { compiled: before, path })
  const empty = criterionNames(after, simulation.empty)
  return (
    <>
      <section>
        <SectionHead title={texts.asideTitle} aside={String(setAside.length)} />
        {setAside.length === 0 ? <Text>{texts.asideNone}</Text> : <><Text>{texts.asideLead}</Text><Lines caption={texts.asideTitle} lines={setAside} /></>}
      </section>
      {toConfirm.length === 0 ? null : (
        <section>
          <SectionHead title={texts.confirmTitle} aside={String(toConfirm.length)} />
          <Text>{texts.confirmLead}</Text>
          <Lines caption={texts.confirmTitle} lines={toConfirm} />
        </section>
      )}
      {empty.length === 0 ? null : (
        <section>
          <SectionHead title={texts.emptyTitle} aside={texts.criteriaOf(empty.length)} />
          <ul>{empty.map((name) => <li key={name}>{name}</li>)}</ul>
        </section>
      )}
    </>
  )
}

function Lines({ caption, lines }: { readonly caption: string; readonly lines: readonly UpgradeLine[] }) {
  const { columns } = texts
  return (
    <DataTable<UpgradeLine>
      caption={caption}
      isCaptionHidden
      rowKey={({ key }) => key}
      rows={lines}
      columns={[
        {
          key: 'criterion',
          header: columns.criterion,
          isTitle: true,
          cell: ({ criterion, href }) => (href === null ? criterion : <AppLink href={href}>{criterion}</AppLink>),
        },
        { key: 'what', header: columns.what, stack: 'inline', cell: ({ what }) => what },
        { key: 'why', header: columns.why, cell: ({ why }) => why },
      ]}
    />
  )
}
