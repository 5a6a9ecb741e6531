import { notFound } from 'next/navigation'
import { z } from 'zod'

import { nextSteps } from '#domain/diagnostic/next-steps.rules.ts'
import { buildSynthesis } from '#domain/report/build-synthesis.ts'
import type { Synthesis } from '#domain/report/synthesis.ts'
import { SpaceFrame } from '#features/espace/exports.ts'
import { evaluatedDiagnostic } from '#server/diagnostics/evaluated-diagnostic.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { synthesisTexts as texts } from '#texts/synthese.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'
import { Shell } from '#ui/frame/shell.tsx'
import { Text } from '#ui/layout/text.tsx'

import { DiagnosticHead, diagnosticName } from './diagnostic-head.tsx'
import { listDiagnostics } from './diagnostic.queries.ts'
import { explanationsOf } from './synthesis/explanations.ts'
import { AxisSwitch, SynthesisBoard } from './synthesis/synthesis-board.tsx'
import styles from './synthesis/synthesis.module.css'
import { withTitles } from './titles.ts'
import { isOwnBranch, lockOf } from './write-access.ts'

const leadOf = ({ completeness: { answered, criteria, notConcerned, unknown } }: Synthesis): string =>
  `${texts.answered(answered, criteria)}${texts.notConcerned(notConcerned)}${texts.unknown(unknown)} ${texts.means}`

/** « Synthèse du diagnostic » : radar, distribution, completeness, what next; and the same for a projector. */
export async function SynthesisScreen({ scope, id, axis: asked, isProjected }: {
  readonly scope: Scope
  readonly id: string
  readonly axis: string | null
  readonly isProjected: boolean
}) {
  if (!scope.rights.has('content:read') || !z.uuid().safeParse(id).success) notFound()
  const database = (await payloadInstance()).db.drizzle
  const [all, evaluated] = await Promise.all([
    listDiagnostics(scope, database).then((listed) => withTitles(database, listed)),
    evaluatedDiagnostic(scope, database, id),
  ])
  const diagnostic = all.find((each) => each.id === id)
  if (evaluated === null || diagnostic === undefined) notFound()
  const { compiled, evaluation, assessments, facts } = evaluated
  const synthesis = buildSynthesis(evaluated)
  const lock = lockOf(scope, diagnostic, new Date())
  const isOwn = isOwnBranch(scope, compiled)
  const home = `/espace/${scope.organisation.number}`
  const mayMove = scope.rights.has('diagnostic:manage')
  const hrefOf = (other: string) => `${home}/diagnostic/${other}/synthese`
  const axis =
    synthesis.axes.find(({ code }) => code === asked) ??
    synthesis.axes.find(({ code }) => code === synthesis.defaultAxis) ??
    synthesis.axes.at(0)
  const query = (axisCode: string | undefined, projected: boolean) => {
    const parts = [...(axisCode === undefined ? [] : [`axe=${encodeURIComponent(axisCode)}`]), ...(projected ? ['affichage=projecteur'] : [])]
    return `${hrefOf(id)}${parts.length === 0 ? '' : `?${parts.join('&')}`}`
  }
  const axes = <AxisSwitch axes={synthesis.axes} current={axis?.code} hrefOf={(code) => query(code, isProjected)} />
  const board = (
    <SynthesisBoard
      {...{ synthesis, axis, isProjected }}
      previousCampaign={facts.previous?.campaign ?? null}
      rulesVersion={compiled.rules.version}
      explanations={axis === undefined ? [] : explanationsOf(evaluation, axis)}
      steps={nextSteps(evaluation, assessments, (criterion) => lock === null && isOwn(criterion))}
      lock={lock}
      places={{ diagnostic: `${home}/diagnostic/${id}`, practices: `${home}/bonnes-pratiques/${id}` }}
    />
  )
  if (isProjected) {
    const { banner } = scope.organisation
    return (
      <div data-display="projector" className={styles.projected}>
        <Shell banner={banner === null ? {} : { name: banner.name, line: banner.line ?? undefined }}>
          <PageHead
            kind="object"
            title={scope.organisation.name}
            above={`${texts.title} · ${diagnosticName(diagnostic)} · ${diagnostic.campaign.label}`}
            actions={<LinkButton icon="x" href={query(axis?.code, false)}>{texts.leaveProjection}</LinkButton>}
          />
          {board}
          <div className={styles.projectedFoot}>
            {axes}
            <Text>{leadOf(synthesis)}</Text>
          </div>
        </Shell>
      </div>
    )
  }
  return (
    <SpaceFrame scope={scope} current="diagnostic" detail={diagnostic.campaign.label}>
      <DiagnosticHead
        title={texts.title}
        lead={leadOf(synthesis)}
        banner={compiled.banner}
        {...{ diagnostic, all, hrefOf, home, mayMove }}
        actions={
          <>
            <LinkButton icon="note-pencil" href={`${home}/diagnostic/${id}`}>{texts.back}</LinkButton>
            <LinkButton icon="presentation-chart" href={query(axis?.code, true)}>{texts.project}</LinkButton>
            <LinkButton variant="primary" icon="file-pdf" href={`/api/diagnostics/${id}/autodiagnostic.pdf`}>{texts.export}</LinkButton>
          </>
        }
      />
      {axes}
      {board}
    </SpaceFrame>
  )
}
