/**
 * A network's colours as a style sheet with an address of its own. A `<style>` would need the nonce of the page
 * that is open, but after a move inside the site the new screen comes with the nonce of its own answer: the
 * browser refuses it and the network's colours are lost. The address holds the colours and nothing else, so that
 * it needs no session and never changes its content.
 */
import { checkWhiteLabel } from '#domain/white-label/white-label.rules.ts'
import type { WhiteLabelColours } from '#domain/white-label/white-label.rules.ts'
import { brandCss } from '#ui/brand/brand-css.ts'

const colour = '([0-9a-f]{6})'
const written = new RegExp(`^${[colour, colour, colour, colour].join('-')}\\.css$`)

const digits = (value: string): string => value.replace('#', '').toLowerCase()

/** Where the style sheet of these colours is; null when they can't be read, which leaves ours. */
export const brandStylesheetPath = (colours: WhiteLabelColours): string | null => {
  const { band, bandInk, bandMark, accent } = colours
  if (!checkWhiteLabel({ band, bandInk, bandMark, accent }).ok) return null
  return `/couleurs/${[band, bandInk, bandMark, accent].map(digits).join('-')}.css`
}

/** The style sheet that the last segment of such an address names; null for anything else. */
export const brandStylesheet = (segment: string): string | null => {
  const [, band, bandInk, bandMark, accent] = written.exec(segment) ?? []
  const palette = checkWhiteLabel({
    band: `#${band ?? ''}`,
    bandInk: `#${bandInk ?? ''}`,
    bandMark: `#${bandMark ?? ''}`,
    accent: `#${accent ?? ''}`,
  })
  return palette.ok ? brandCss(palette.value) : null
}
