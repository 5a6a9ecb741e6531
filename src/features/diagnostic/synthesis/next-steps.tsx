import type { NextStep } from '#domain/diagnostic/next-steps.rules.ts'
import { synthesisTexts } from '#texts/synthese.ts'
import { Text, Title } from '#ui/layout/text.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import { cardHref } from '../page/card-href.ts'
import type { Lock } from '../write-access.ts'
import styles from './synthesis.module.css'

const texts = synthesisTexts.next

type Shown = { readonly title: string; readonly text: string; readonly act: string; readonly href: string }

/** Where the diagnostic and its practices are. */
export type StepPlaces = { readonly diagnostic: string; readonly practices: string }

const shownOf = (step: NextStep, { diagnostic, practices }: StepPlaces): Shown => {
  switch (step.kind) {
    case 'imperative': {
      const { number, title, code, page } = step.criterion
      return {
        title: texts.imperative.title(number, title),
        text: texts.imperative.text,
        act: texts.imperative.act(number),
        href: cardHref({ path: diagnostic, page, criterion: code }),
      }
    }
    case 'low': {
      const { number, title, code, page } = step.criterion
      return {
        title: texts.low.title(number, title),
        text: texts.low.text,
        act: texts.low.act,
        href: cardHref({ path: practices, page, criterion: code }),
      }
    }
    case 'unfinished':
      return {
        title: step.title,
        text: texts.unfinished.text(step.missing, step.started),
        act: step.started ? texts.unfinished.finish : texts.unfinished.begin,
        href: `${diagnostic}?theme=${encodeURIComponent(step.page)}`,
      }
    case 'describe':
      return { ...texts.describe, text: texts.describe.text(step.criteria), href: practices }
  }
}

/** « Et maintenant ? »: a few things to do, each with its link; where nothing can be done, what one can read. */
export function NextSteps({ steps, places, lock }: {
  readonly steps: readonly NextStep[]
  readonly places: StepPlaces
  readonly lock: Lock | null
}) {
  return (
    <>
      <Title level={2} size="block" id="suite">{texts.title}</Title>
      {steps.length === 0 ? <Text size="sm" soft>{lock === null ? texts.none : texts.locked[lock]}</Text> : (
        <ol className={styles.steps}>
          {steps.map((step) => {
            const { title, text, act, href } = shownOf(step, places)
            return (
              <li key={href} className={styles.step}>
                <b>{title}</b>
                <AppLink href={href} className={styles.act}>{act}</AppLink>
                <Text size="sm" soft>{text}</Text>
              </li>
            )
          })}
        </ol>
      )}
    </>
  )
}
