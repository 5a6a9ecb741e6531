/**
 * Colours as the white label computes with them: sRGB written `#RRGGBB`, OKLCH for « lighter, same hue », and
 * WCAG 2 contrast. Knows nothing of which colours are accepted (`white-label.rules.ts`).
 */

declare const brand: unique symbol

/** `#RRGGBB` in upper case and nothing else: it may be written into a style sheet as it is. */
export type Colour = string & { readonly [brand]: 'Colour' }

const isColour = (value: string): value is Colour => /^#[0-9A-F]{6}$/.test(value)

/** Accepts exactly `#rrggbb`, in either case: no name, no short form, no function, no space. */
export const parseColour = (typed: string): Colour | null => {
  const value = typed.toUpperCase()
  return isColour(value) ? value : null
}

/** @throws RangeError for anything but `#rrggbb`: a mistake of the program, input goes through `parseColour` */
export const colour = (value: string): Colour => {
  const parsed = parseColour(value)
  if (parsed === null) throw new RangeError(`"${value}" is not a colour.`)
  return parsed
}

type Triple = readonly [number, number, number]

/** Lightness 0–1, chroma (0 is grey, sRGB reaches about 0.32), hue in degrees 0–360. */
export type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number }

const channelsOf = (value: Colour): Triple => {
  const number = Number.parseInt(value.slice(1), 16)
  return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255]
}

const map = ([a, b, c]: Triple, change: (channel: number) => number): Triple => [change(a), change(b), change(c)]

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

const gamma = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

/** Relative luminance, 0 to 1 (WCAG 2). */
export const luminance = (value: Colour): number => dot(map(channelsOf(value), linear), [0.2126, 0.7152, 0.0722])

/** Contrast of two colours, 1 to 21 (WCAG 2); their order doesn't matter. */
export const contrast = (one: Colour, other: Colour): number => {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Ottosson's matrices (https://bottosson.github.io/posts/oklab/), sRGB to OKLab. */
const toOklab = (value: Colour): Triple => {
  const rgb = map(channelsOf(value), linear)
  const lms: Triple = [
    Math.cbrt(dot(rgb, [0.4122214708, 0.5363325363, 0.0514459929])),
    Math.cbrt(dot(rgb, [0.2119034982, 0.6806995451, 0.1073969566])),
    Math.cbrt(dot(rgb, [0.0883024619, 0.2817188376, 0.6299787005])),
  ]
  return [
    dot(lms, [0.2104542553, 0.793617785, -0.0040720468]),
    dot(lms, [1.9779984951, -2.428592205, 0.4505937099]),
    dot(lms, [0.0259040371, 0.7827717662, -0.808675766]),
  ]
}

export const toOklch = (value: Colour): Oklch => {
  const [lightness, a, b] = toOklab(value)
  return { lightness, chroma: Math.hypot(a, b), hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 }
}

/** Channels may lie outside 0–1: the screen can't show every OKLCH. */
const toChannels = ({ lightness, chroma, hue }: Oklch): Triple => {
  const angle = (hue * Math.PI) / 180
  const lab: Triple = [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const lms: Triple = map(
    [
      dot(lab, [1, 0.3963377774, 0.2158037573]),
      dot(lab, [1, -0.1055613458, -0.0638541728]),
      dot(lab, [1, -0.0894841775, -1.291485548]),
    ],
    (value) => value ** 3,
  )
  return map(
    [
      dot(lms, [4.0767416621, -3.3077115913, 0.2309699292]),
      dot(lms, [-1.2684380046, 2.6097574011, -0.3413193965]),
      dot(lms, [-0.0041960863, -0.7034186147, 1.707614701]),
    ],
    gamma,
  )
}

/** Half of an 8-bit step: what rounding hides. */
const tolerance = 0.5 / 255

const isShown = (channels: Triple): boolean =>
  channels.every((channel) => channel >= -tolerance && channel <= 1 + tolerance)

/** The most chroma, up to the one asked for, with which sRGB shows this lightness and hue. */
const shownChroma = ({ lightness, chroma, hue }: Oklch): number => {
  if (isShown(toChannels({ lightness, chroma, hue }))) return chroma
  let shown = 0
  let hidden = chroma
  for (let step = 0; step < 16; step += 1) {
    const middle = (shown + hidden) / 2
    if (isShown(toChannels({ lightness, chroma: middle, hue }))) shown = middle
    else hidden = middle
  }
  return shown
}

/** The nearest sRGB colour of the same lightness and hue: chroma gives way, as in CSS Color 4's gamut mapping. */
export const fromOklch = (wanted: Oklch): Colour => {
  const lightness = Math.min(1, Math.max(0, wanted.lightness))
  const chroma = shownChroma({ ...wanted, lightness })
  const bytes = map(toChannels({ ...wanted, lightness, chroma }), (channel) =>
    Math.round(Math.min(1, Math.max(0, channel)) * 255),
  )
  return colour(`#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

const hueNames = [
  [18, 'pink'],
  [45, 'red'],
  [85, 'orange'],
  [120, 'yellow'],
  [165, 'green'],
  [215, 'turquoise'],
  [285, 'blue'],
  [340, 'purple'],
  [360, 'pink'],
] as const

export type HueName = (typeof hueNames)[number][1] | 'grey'

/** What people call the colour, so that a refusal can say « ce vert ». */
export const hueName = (value: Colour): HueName => {
  const { chroma, hue } = toOklch(value)
  if (chroma < 0.02) return 'grey'
  return hueNames.find(([upTo]) => hue <= upTo)?.[1] ?? 'pink'
}
