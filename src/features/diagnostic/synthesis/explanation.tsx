import type { Axis } from '#domain/report/synthesis.ts'
import { meanText, synthesisTexts } from '#texts/synthese.ts'
import { Icon } from '#ui/icons/icon.tsx'

import type { FigureExplanation } from './explanations.ts'
import styles from './synthesis.module.css'

const texts = synthesisTexts.calculation

/** « Comment est-ce calculé ? » : the rules in words, then each figure of the axis with what makes it. */
export function Explanation({ axis, explanations, previousCampaign, rulesVersion }: {
  readonly axis: Axis
  readonly explanations: readonly FigureExplanation[]
  readonly previousCampaign: string | null
  readonly rulesVersion: string
}) {
  const has = (known: (spoke: Axis['spokes'][number]) => unknown) => axis.spokes.some((spoke) => known(spoke) !== null)
  const lines = [
    texts.mean,
    texts.aside,
    ...(axis.spreads.length > 0 ? [texts.median, texts.spread] : []),
    ...(has(({ target }) => target) ? [texts.target] : []),
    ...(previousCampaign !== null && has(({ previous }) => previous) ? [texts.previous] : []),
    ...(rulesVersion === '' ? [] : [texts.rules(rulesVersion)]),
  ]
  return (
    <details className={styles.explained}>
      <summary><Icon name="info" size="s" />{texts.title}</summary>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      {axis.spokes.map(({ code, label, current }) => {
        const explanation = explanations.find((each) => each.code === code)
        return explanation === undefined ? null : (
          <details key={code} className={styles.each}>
            <summary><b>{label}</b><span>{meanText(current)}</span></summary>
            <div>
              <p>{explanation.summary}</p>
              <ul>{explanation.terms.map((term, index) => <li key={index}>{term}</li>)}</ul>
            </div>
          </details>
        )
      })}
    </details>
  )
}
