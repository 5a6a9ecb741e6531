import type { LevelReached } from '#domain/report/level-scale.rules.ts'
import { uiTexts } from '#texts/ui.ts'
import { drawn, type Shape } from '#ui/drawing/drawing.ts'
import { dotsDrawing } from '#ui/marks/dots.ts'
import { rampStep } from '#ui/marks/ramp.ts'

import { html, type Markup, trusted } from './html.ts'

/** A drawing as an SVG element; without `label` it is not read aloud, because words beside it say the same. */
export const svg = ({ role, width, height, shapes, label, attributes = '' }: {
  readonly role: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
  readonly label?: string
  readonly attributes?: string
}): Markup =>
  html`<svg class="${role}" viewBox="0 0 ${width} ${height}" ${trusted(attributes)} ${
    label === undefined ? trusted('aria-hidden="true"') : html`role="img" aria-label="${label}"`
  }>${trusted(drawn(shapes))}</svg>`

const ramp = (step: string | undefined): Markup | null => (step === undefined ? null : html` data-ramp="${step}"`)

/** A level as a round with its digit, « – » dashed without an answer, « NC » dashed where it is declared of no concern. */
export const levelMark = (level: LevelReached | 'notConcerned' | null): Markup => {
  if (level === null) return html`<span class="mark small empty">${uiTexts.noMark}</span>`
  if (level === 'notConcerned') return html`<span class="mark small empty concern">${uiTexts.notConcernedMark}</span>`
  return html`<span class="mark small"${ramp(rampStep(level.rank, level.of))}>${level.isStar ? '★' : level.rank}</span>`
}

/** A value that counts in no mean, as a plain round with its own sign. */
export const asideMark = (mark: string): Markup => html`<span class="mark small${mark.length > 1 ? ' concern' : ''}">${mark}</span>`

/** The growing rounds of a level, and of what is aimed at. */
export const levelDots = ({ level, target, hasStar }: {
  readonly level: LevelReached | null
  readonly target: LevelReached | null
  readonly hasStar: boolean
}): Markup | null => {
  const of = level?.of ?? target?.of
  if (of === undefined) return null
  const { width, shapes } = dotsDrawing({
    filled: level?.rank ?? 0,
    of,
    target: target !== null && target.of === of ? target.rank : null,
    starState: level?.isStar ? 'reached' : hasStar ? 'open' : undefined,
  })
  return html`<span class="rounds"${ramp(level === null ? undefined : rampStep(level.rank, of))}>${svg({
    role: 'dots', width, height: 20, shapes,
  })}</span>`
}

/** A word or two that stand out: « À revoir ». */
export const tag = (words: string): Markup => html`<span class="tag">${words}</span>`

export const priorityMark = (priority: 1 | 2 | 3): Markup =>
  html`<span class="priority priority${priority}"><span class="bangs">${'!'.repeat(priority)}</span> ${uiTexts.priority[priority]}</span>`
