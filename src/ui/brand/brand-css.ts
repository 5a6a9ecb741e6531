import type { Brand, BrandAccent } from './brand.ts'

const hexColour = /^#[0-9a-f]{6}$/i

/** A style sheet is text: a stored colour that is not one would open it to anything. */
function colour(value: string): string {
  if (!hexColour.test(value)) throw new TypeError('A brand colour is written #rrggbb')
  return value
}

function accentRules({ accent, accentHover, onAccent }: BrandAccent): string {
  return [
    `--brand-accent:${colour(accent)}`,
    `--brand-accent-hover:${colour(accentHover)}`,
    `--brand-on-accent:${colour(onAccent)}`,
  ].join(';')
}

/**
 * The rules that put a network's six colours on the page, or on the part of it that `selector` names.
 * Throws a TypeError when a colour is not written `#rrggbb`.
 */
export function brandCss(brand: Brand, selector?: string): string {
  const band = [
    `--brand-band:${colour(brand.band)}`,
    `--brand-band-ink:${colour(brand.bandInk)}`,
    `--brand-band-mark:${colour(brand.bandMark)}`,
  ].join(';')
  const light = accentRules(brand.light)
  const dark = accentRules(brand.dark)
  const scope = selector ?? ''
  const on = (root: string) => (scope === '' ? root : `${root} ${scope}`)
  return [
    `${on(':root:root')}{${band};${light}}`,
    `@media screen and (prefers-color-scheme:dark){${on(':root:root:not([data-theme=light])')}{${dark}}}`,
    scope === ''
      ? `:root:root[data-theme=dark]{${dark}}`
      : `:root:root [data-theme=light] ${scope}{${light}}:root:root [data-theme=dark] ${scope}{${dark}}`
        + `:root:root[data-theme=dark] ${scope}{${dark}}`,
  ].join('')
}
