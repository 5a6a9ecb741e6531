import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'

export type PdfContent = {
  readonly pages: number
  /** What a person would copy: the text of every page, one line per line. Every kind of space comes out as one. */
  readonly text: string
  /** The same, page by page. */
  readonly pageTexts: readonly string[]
  /** Each sign that is drawn, in the order of drawing: spaces keep their kind, lines are not told apart. */
  readonly signs: string
  readonly lang: string | null
  readonly title: string | undefined
  readonly isTagged: boolean
  readonly bookmarks: readonly string[]
  /** All bookmarks, each after two spaces per level below the first. */
  readonly outline: readonly string[]
  /** The faces that text is drawn with: name, and whether it is a real font that the file holds. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[]
  /** Width × height of the first page, in points. */
  readonly size: readonly [number, number]
}

const shownText = z.tuple([z.array(z.union([z.number(), z.object({ unicode: z.string() })]))])

const signsOf = async (page: PDFPageProxy): Promise<string> => {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray
    .flatMap((operator, index) => (operator === OPS.showText ? shownText.parse(argsArray[index])[0] : []))
    .map((sign) => (typeof sign === 'number' ? '' : sign.unicode))
    .join('')
}

const outlineEntry = z.object({ title: z.string(), get items() { return z.array(outlineEntry) } })
type OutlineEntry = z.infer<typeof outlineEntry>

const flat = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
  entries.flatMap(({ title, items }) => [`${'  '.repeat(depth)}${title}`, ...flat(items, depth + 1)])

const drawnFont = z.object({ name: z.string(), isType3Font: z.boolean().optional(), missingFile: z.boolean().optional() })

const fontsOf = async (page: PDFPageProxy): Promise<readonly z.infer<typeof drawnFont>[]> => {
  const { fnArray, argsArray } = await page.getOperatorList()
  const ids = fnArray.flatMap((operator, index) => (operator === OPS.setFont ? z.tuple([z.string()], z.unknown()).parse(argsArray[index])[0] : []))
  return [...new Set(ids)].map((id) => drawnFont.parse(page.commonObjs.get(id)))
}

/** Reads a PDF with another program than the one that wrote it. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfContent> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, fontExtraProperties: true })
  const pdf = await task.promise
  const texts: string[] = []
  const signs: string[] = []
  const fonts = new Map<string, boolean>()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    signs.push(await signsOf(page))
    for (const { name, isType3Font, missingFile } of await fontsOf(page)) fonts.set(name, isType3Font !== true && missingFile !== true)
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  const outline = (await pdf.getOutline()) ?? []
  const { info } = await pdf.getMetadata()
  const markInfo = z.map(z.string(), z.boolean()).parse((await pdf.getMarkInfo()) ?? new Map())
  const content = {
    pages: pdf.numPages,
    text: texts.join('\n'),
    pageTexts: texts,
    signs: signs.join(''),
    lang: 'Language' in info ? String(info.Language) : null,
    title: 'Title' in info ? String(info.Title) : undefined,
    isTagged: markInfo.get('Marked') === true,
    bookmarks: outline.map(({ title }) => title),
    outline: flat(z.array(outlineEntry).parse(outline)),
    fonts: [...fonts].map(([name, isEmbedded]) => ({ name, isEmbedded })),
    size: await pdf.getPage(1).then((page) => {
      const { width, height } = page.getViewport({ scale: 1 })
      return [Math.round(width), Math.round(height)] as const
    }),
  }
  await task.destroy()
  return content
}
