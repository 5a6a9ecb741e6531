import localFont from 'next/font/local'

// Latin files of the packages alone, preloaded. Every argument must be a literal: Next reads them at build time.

const atkinson = localFont({
  src: '../../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--face-text',
})

const atkinsonItalic = localFont({
  src: '../../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--face-italic',
})

const bricolage = localFont({
  src: '../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--face-display',
})

// Digits only: the slashed zero of Atkinson reads as a code in dates and percentages. No fallback face, which
// would otherwise take every letter before Atkinson does.
const hankenDigits = localFont({
  src: '../../../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
  variable: '--face-figures',
  declarations: [
    { prop: 'unicode-range', value: 'U+30-39' },
    { prop: 'size-adjust', value: '96%' },
  ],
})

/** Class names for `<html>` that define the faces which `tokens.css` puts together. */
export const fontClasses = [atkinson.variable, atkinsonItalic.variable, bricolage.variable, hankenDigits.variable].join(' ')
