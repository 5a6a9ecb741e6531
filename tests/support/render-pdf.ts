import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Picture = { readonly width: number; readonly height: number; readonly png: Buffer }

/** Draws pages of a PDF (from 1) as PNG, with another program than the one that printed it. */
export const renderPages = async (bytes: Uint8Array, pages: readonly number[], dotsPerInch = 72): Promise<readonly Picture[]> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const pictures: Picture[] = []
  for (const number of pages) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: dotsPerInch / 72 })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    const canvas = createCanvas(width, height)
    // @ts-expect-error pdfjs is typed for the browser's canvas, of which this is another implementation
    await page.render({ canvas, viewport }).promise
    pictures.push({ width, height, png: canvas.toBuffer('image/png') })
  }
  await task.destroy()
  return pictures
}
