import type { LevelScale } from '#domain/report/synthesis.ts'

import { html, type Markup } from './html.ts'
import { levelMark } from './marks.ts'

/** What fits under the cover's chart. */
const mostLevelsOnCover = 7

/** The one scale that the cover can explain; null when there are several, or too many levels. */
export const shortLegendOf = (scales: readonly LevelScale[]): LevelScale | null => {
  const [only, ...more] = scales
  return only !== undefined && more.length === 0 && only.levels.length <= mostLevelsOnCover ? only : null
}

/** The levels of a scale with their words. */
export const scaleLegend = ({ levels, star, aside }: LevelScale, title: string): Markup =>
  html`<ul class="levels">
<li class="levels-title"><b>${title}</b></li>
${levels.map(({ label, description }, index) => html`<li>${levelMark({ rank: index + 1, of: levels.length, isStar: false })}<span>${description ?? label}</span></li>`)}
${star === null ? null : html`<li>${levelMark({ rank: levels.length, of: levels.length, isStar: true })}<span>${star.description ?? star.label}</span></li>`}
${aside.map(({ label }) => html`<li>${levelMark('aside')}<span>${label}</span></li>`)}
</ul>`
