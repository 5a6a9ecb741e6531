import { inflateSync } from 'node:zlib'

const streamStart = /<<((?:[^<>]|<<[^<>]*>>|<[^<>]*>)*)>>\s*stream\r?\n/g
const isText = /\bBT\b[\s\S]*?\bT[jJ]\b/
/** Embedded fonts and pictures: not drawing instructions. */
const notDrawing = /\/Length[123]\b|\/Subtype\s*\/Image|\/Type\s*\/(XRef|ObjStm|Metadata)/
const largestStream = 64 * 1024 * 1024

const contentOf = (data: Buffer, dictionary: string): string => {
  if (!dictionary.includes('/FlateDecode')) return data.toString('latin1')
  try {
    return inflateSync(data, { maxOutputLength: largestStream }).toString('latin1')
  } catch {
    return ''
  }
}

/**
 * Does a PDF, as Chromium writes it, draw any text? Without a font Chromium prints blank pages and reports no
 * error (stack.md §0); a document of ours without a word is always a fault.
 */
export const drawsText = (pdf: Uint8Array): boolean => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString('latin1')
  for (const match of text.matchAll(streamStart)) {
    const [head, dictionary = ''] = match
    if (notDrawing.test(dictionary)) continue
    const start = match.index + head.length
    const end = text.indexOf('endstream', start)
    if (end > start && isText.test(contentOf(bytes.subarray(start, end), dictionary))) return true
  }
  return false
}
