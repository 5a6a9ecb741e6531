import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { packageFolder } from '#server/browser/package-folder.ts'

type Face = {
  readonly family: string
  readonly package: string
  readonly weight: number
  readonly style?: 'italic'
  /** Which characters the file holds. @default latin */
  readonly subset?: string
  /** Further descriptors of the face. */
  readonly limits?: string
}

/** Digits only, as on the screen: Atkinson's slashed zero reads as a code in dates. */
const digits = 'unicode-range:U+30-39;size-adjust:96%;'

/** Static files: variable ones become Type 3 fonts in a PDF, without hints and poor to search (stack.md §0). */
const faces: readonly Face[] = [
  { family: 'Report Digits', package: 'hanken-grotesk', weight: 400, limits: digits },
  { family: 'Report Digits', package: 'hanken-grotesk', weight: 700, limits: digits },
  { family: 'Report Text', package: 'atkinson-hyperlegible-next', weight: 400 },
  { family: 'Report Text', package: 'atkinson-hyperlegible-next', weight: 400, style: 'italic' },
  { family: 'Report Text', package: 'atkinson-hyperlegible-next', weight: 700 },
  { family: 'Report Display', package: 'bricolage-grotesque', weight: 700 },
]

const faceRule = async ({ family, package: name, weight, style = undefined, subset = 'latin', limits = '' }: Face): Promise<string> => {
  const folder = packageFolder(`@fontsource/${name}`)
  if (folder === undefined) throw new Error(`The package @fontsource/${name} is not installed: run \`npm ci\`.`)
  const file = path.join(folder, 'files', `${name}-${subset}-${weight}-${style ?? 'normal'}.woff2`)
  const source = (await readFile(file)).toString('base64')
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style ?? 'normal'};${limits}src:url(data:font/woff2;base64,${source}) format("woff2")}`
}

/**
 * The faces of printed documents, whole in the style sheet: « Report Text », « Report Display », « Report Digits ».
 * @throws when a package of fonts is missing
 */
export const embeddedFonts = async (): Promise<string> => (await Promise.all(faces.map(faceRule))).join('\n')

/** What shows as a picture: by itself, or because it is asked to. */
const pictograph = /\p{Emoji_Presentation}|\uFE0F/u

/**
 * The face « Report Pictures » for a text that holds a pictograph; nothing for any other, since it is ten times as large as a face of
 * letters. In one colour: those with several print as pictures that can't be read aloud.
 */
export const pictographFont = async (text: string): Promise<string> =>
  pictograph.test(text) ? faceRule({ family: 'Report Pictures', package: 'noto-emoji', subset: 'emoji', weight: 400 }) : ''
