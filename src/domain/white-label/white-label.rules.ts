/**
 * Which colours a network may give the site (look.md §6, « White label »). Whatever is accepted here can be
 * read: by light, in the dark, on the banner. Levels, priorities and statuses are never touched.
 */
import { failure, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'

import type { Colour, HueName } from './colour.ts'
import { colour, contrast, fromOklch, hueName, parseColour, toOklch } from './colour.ts'

/** The grounds and inks of the site that a network's colours meet (look.md §3). */
export const siteColours = {
  light: { ground: colour('#F0F0EA'), surface: colour('#FDFCF9'), white: colour('#FDFCF9'), ink: colour('#1F2A33') },
  dark: { surface: colour('#1D262E'), white: colour('#F1EFE8'), ink: colour('#0F1B1E') },
} as const

/** WCAG 2.2 AA for text. */
export const readable = 4.5

const darkChroma = 0.12
const hoverStep = 0.06

export const whiteLabelFields = ['band', 'bandInk', 'bandMark', 'accent'] as const
export type WhiteLabelField = (typeof whiteLabelFields)[number]

/** As typed. */
export type WhiteLabelColours = Readonly<Record<WhiteLabelField, string>>

export type AccentPalette = { readonly accent: Colour; readonly accentHover: Colour; readonly onAccent: Colour }

export type WhiteLabelPalette = {
  readonly band: Colour
  readonly bandInk: Colour
  readonly bandMark: Colour
  readonly light: AccentPalette
  readonly dark: AccentPalette
}

export type ColourRefusal =
  | { readonly field: WhiteLabelField; readonly code: 'NOT_A_COLOUR' }
  | {
      readonly field: WhiteLabelField
      readonly code: 'TOO_LIGHT' | 'TOO_DARK'
      /** For « ce vert ». */
      readonly hue: HueName
      /** The poorest contrast that it would have; `readable` is asked for. */
      readonly contrast: number
      /** Same hue, the nearest lightness that is accepted. */
      readonly nearest: Colour
    }

/** The platform's own colours: what a network has until it chooses. */
export const defaultColours: WhiteLabelColours = {
  band: '#22303B',
  bandInk: '#FDFCF9',
  bandMark: '#F6C92F',
  accent: '#0B5A63',
}

/** Ours was drawn by hand for the dark (look.md §3): a network that keeps it looks like the platform. */
const defaultDark: AccentPalette = {
  accent: colour('#7CCFD0'),
  accentHover: colour('#A3E0E0'),
  onAccent: colour('#0F1B1E'),
}

const poorest = (value: Colour, grounds: readonly Colour[]): number =>
  Math.min(...grounds.map((ground) => contrast(value, ground)))

const isReadable = (value: Colour, grounds: readonly Colour[]): boolean => poorest(value, grounds) >= readable

/** Fine enough that two neighbours are the same to the eye. */
const lightnessStep = 0.002

/**
 * The colour of the same hue whose lightness is nearest and that can be read on all the grounds. Black or
 * white can be read on any ground (one of them has at least 4.58), and the grounds given together are alike.
 */
const nearestReadable = (value: Colour, grounds: readonly Colour[]): Colour => {
  const { lightness, chroma, hue } = toOklch(value)
  for (let away = 0; away <= 1; away += lightnessStep) {
    for (const candidate of [lightness - away, lightness + away]) {
      if (candidate < -lightnessStep || candidate > 1 + lightnessStep) continue
      const shown = fromOklch({ lightness: candidate, chroma, hue })
      if (isReadable(shown, grounds)) return shown
    }
  }
  throw new Error('No lightness of a hue can be read on these grounds.')
}

const moved = (value: Colour, by: number): Colour => {
  const { lightness, chroma, hue } = toOklch(value)
  return fromOklch({ lightness: lightness + by, chroma, hue })
}

const higher = (value: Colour, { white, ink }: { readonly white: Colour; readonly ink: Colour }): Colour =>
  contrast(value, white) >= contrast(value, ink) ? white : ink

const lightPalette = (accent: Colour): AccentPalette => ({
  accent,
  accentHover: moved(accent, -hoverStep),
  onAccent: higher(accent, siteColours.light),
})

/**
 * The accent after dark: same hue, chroma held back, as light as it must be to be read on the dark surface.
 * Its hover goes away from that surface (lighter), as the site's own does: darker could not be read.
 */
const darkPalette = (accent: Colour): AccentPalette => {
  if (accent === defaultColours.accent) return defaultDark
  const { lightness, chroma, hue } = toOklch(accent)
  const held = fromOklch({ lightness, chroma: Math.min(chroma, darkChroma), hue })
  const lightened = nearestReadable(held, [siteColours.dark.surface])
  return {
    accent: lightened,
    accentHover: moved(lightened, hoverStep),
    onAccent: higher(lightened, siteColours.dark),
  }
}

const refusalOf = (field: WhiteLabelField, value: Colour, grounds: readonly Colour[]): readonly ColourRefusal[] => {
  if (isReadable(value, grounds)) return []
  const nearest = nearestReadable(value, grounds)
  return [
    {
      field,
      code: toOklch(nearest).lightness < toOklch(value).lightness ? 'TOO_LIGHT' : 'TOO_DARK',
      hue: hueName(value),
      contrast: poorest(value, grounds),
      nearest,
    },
  ]
}

/**
 * The palette that four typed colours give, or every refusal, one at most per colour. `bandMark` draws the
 * mark and the ripples, beside words that say the same: it only has to be a colour.
 */
export const checkWhiteLabel = (typed: WhiteLabelColours): Result<WhiteLabelPalette, readonly ColourRefusal[]> => {
  const [band, bandInk, bandMark, accent] = [
    parseColour(typed.band),
    parseColour(typed.bandInk),
    parseColour(typed.bandMark),
    parseColour(typed.accent),
  ]
  const { ground, surface } = siteColours.light
  const refusals: readonly ColourRefusal[] = [
    ...whiteLabelFields
      .filter((field) => parseColour(typed[field]) === null)
      .map((field) => ({ field, code: 'NOT_A_COLOUR' as const })),
    ...(band && bandInk ? refusalOf('bandInk', bandInk, [band]) : []),
    ...(accent ? refusalOf('accent', accent, [ground, surface]) : []),
  ]
  if (refusals.length > 0 || !band || !bandInk || !bandMark || !accent) return failure(refusals)
  return ok({ band, bandInk, bandMark, light: lightPalette(accent), dark: darkPalette(accent) })
}
