/** One theme's part of a network's colours, each written `#rrggbb`. */
export type BrandAccent = {
  readonly accent: string
  readonly accentHover: string
  readonly onAccent: string
}

/** What a network may change: six colours, checked when they are saved (contrast rules of the white label). */
export type Brand = {
  readonly band: string
  readonly bandInk: string
  readonly bandMark: string
  readonly light: BrandAccent
  readonly dark: BrandAccent
}
