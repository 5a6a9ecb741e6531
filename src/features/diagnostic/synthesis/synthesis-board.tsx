import type { NextStep } from '#domain/diagnostic/next-steps.rules.ts'
import type { Axis, Synthesis } from '#domain/report/synthesis.ts'
import { meanText, synthesisTexts as texts } from '#texts/synthese.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Card } from '#ui/layout/layout.tsx'
import { Text, Title } from '#ui/layout/text.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import { AxisMaturity, AxisSpread } from './axis-charts.tsx'
import { Explanation } from './explanation.tsx'
import type { FigureExplanation } from './explanations.ts'
import type { Lock } from '../write-access.ts'
import { NextSteps, type StepPlaces } from './next-steps.tsx'
import styles from './synthesis.module.css'

export type BoardProps = {
  readonly synthesis: Synthesis
  readonly axis: Axis | undefined
  readonly previousCampaign: string | null
  readonly rulesVersion: string
  readonly explanations: readonly FigureExplanation[]
  readonly steps: readonly NextStep[]
  readonly places: StepPlaces
  /** Why nothing can be done here; null while the person may write. */
  readonly lock: Lock | null
  /** On a projector one looks at figures: no next steps, no explanation. */
  readonly isProjected: boolean
}

/** The synthesis under its title: charts on an axis, then what the figures mean and what to do. */
export function SynthesisBoard({ synthesis, axis, previousCampaign, rulesVersion, explanations, steps, places, lock, isProjected }: BoardProps) {
  const { overall, outcomes } = synthesis
  const isAnswered = axis?.spokes.some(({ answered }) => answered > 0) ?? false
  if (axis === undefined || !isAnswered) {
    const words = axis === undefined ? texts.noAxis : texts.empty
    return (
      <EmptyState
        title={words.title}
        headingLevel={2}
        actions={<LinkButton variant="primary" icon="note-pencil" href={places.diagnostic}>{texts.empty.start}</LinkButton>}
      >
        {words.text}
      </EmptyState>
    )
  }
  const [first, ...more] = axis.spreads
  return (
    <div className={styles.board}>
      <Card><div className={styles.card}><AxisMaturity axis={axis} previousCampaign={previousCampaign} /></div></Card>
      {first === undefined ? null : <Card><div className={styles.card}><AxisSpread axis={axis} spread={first} /></div></Card>}
      {isProjected ? null : <Card labelledBy="suite"><div className={styles.card}><NextSteps {...{ steps, places, lock }} /></div></Card>}
      <div className={styles.stack}>
        {more.map((spread) => (
          <Card key={spread.scale.code}><div className={styles.card}><AxisSpread axis={axis} spread={spread} /></div></Card>
        ))}
        {overall === null ? null : (
          <Card>
            <div className={styles.card}>
              <Title level={2} size="block">{texts.overall.title}</Title>
              <p className={styles.overall}>{texts.overall.value(meanText(overall.value), overall.max)}</p>
              <Text size="sm" soft>{texts.overall.note}</Text>
            </div>
          </Card>
        )}
        {outcomes.length === 0 ? null : (
          <Card>
            <div className={styles.card}>
              <Title level={2} size="block">{texts.outcomes}</Title>
              <ul>{outcomes.map(({ code, label }) => <li key={code}>{label}</li>)}</ul>
              <Text size="sm" soft>{texts.overall.note}</Text>
            </div>
          </Card>
        )}
        {isProjected ? null : <Card><Explanation axis={axis} {...{ explanations, previousCampaign, rulesVersion }} /></Card>}
      </div>
    </div>
  )
}

/** By which of the référentiel's axes one looks; nothing where there is one alone. */
export function AxisSwitch({ axes, current, hrefOf }: {
  readonly axes: readonly Axis[]
  readonly current: string | undefined
  readonly hrefOf: (axis: string) => string
}) {
  if (axes.length < 2) return null
  return (
    <nav className={styles.axes} aria-labelledby="axes">
      <span id="axes">{texts.axes}</span>
      <ul>
        {axes.map(({ code, label }) => (
          <li key={code}>
            <AppLink className={styles.axis} href={hrefOf(code)} aria-current={code === current ? 'true' : undefined}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
