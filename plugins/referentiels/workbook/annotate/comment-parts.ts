import { readAddress } from '../xlsx/cell-address.ts'
import { decodeXml, readXml } from '../xlsx/read-xml.ts'

/** The parts of a workbook that hold the comments of one sheet: the texts, and the boxes in which they are shown. */

export type Comment = { readonly address: string; readonly text: string }

const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** More is not read in a comment. */
const longestComment = 4_000

export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const runOf = (text: string): string => `<r><t xml:space="preserve">${escapeXml(text.slice(0, longestComment))}</t></r>`

const commentOf = ({ address, text }: Comment): string => `<comment ref="${address}" authorId="0"><text>${runOf(text)}</text></comment>`

/** Addresses of the comments that are there already. */
export const commentedIn = (xml: string): ReadonlySet<string> => {
  const found = new Set<string>()
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'comment') found.add(attributes('ref') ?? '')
    },
  })
  return found
}

export const newComments = (author: string, comments: readonly Comment[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${mainSpace}"><authors><author>${escapeXml(author)}</author></authors>` +
  `<commentList>${comments.map(commentOf).join('')}</commentList></comments>`

/** Adds comments to those of a sheet; where a cell has one, what is new follows it. Undefined where the part is of an unknown shape. */
export const addComments = (xml: string, comments: readonly Comment[]): string | undefined => {
  if (!xml.includes('</commentList>')) return undefined
  const present = commentedIn(xml)
  const again = new Map(comments.filter(({ address }) => present.has(address)).map((comment) => [comment.address, comment.text]))
  const fresh = comments.filter(({ address }) => !present.has(address))
  const grown = xml.replaceAll(/<comment\b[^>]*?\bref="([^"]*)"[^>]*>[\s\S]*?<\/comment>/g, (whole, ref: string) => {
    const text = again.get(decodeXml(ref))
    return text === undefined ? whole : whole.replace(/<\/text>\s*(?=<|$)/, () => `${runOf(`\n\n${text}`)}</text>`)
  })
  return grown.replace('</commentList>', () => `${fresh.map(commentOf).join('')}</commentList>`)
}

const boxType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** First number of our boxes: far above those that a spreadsheet gives. Each cell has its own. */
const firstBox = 600_000

const boxOf = ({ address, text }: Comment): string => {
  const { row, column } = readAddress(address) ?? { row: 1, column: 0 }
  const number = firstBox + row * 1_000 + Math.min(column, 999)
  const lines = Math.min(16, 4 + Math.ceil(text.length / 60))
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${column + 1}, 15, ${Math.max(0, row - 2)}, 10, ${column + 5}, 15, ${row - 1 + lines}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}

export const newBoxes = (comments: readonly Comment[]): string =>
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${boxType}${comments.map(boxOf).join('')}</xml>`

/** Adds boxes to those of a sheet. Undefined where the part is of an unknown shape. */
export const addBoxes = (xml: string, comments: readonly Comment[]): string | undefined => {
  const end = xml.lastIndexOf('</xml>')
  const knows = ['urn:schemas-microsoft-com:vml', 'urn:schemas-microsoft-com:office:office', 'urn:schemas-microsoft-com:office:excel'].every((space) => xml.includes(space))
  if (end === -1 || !knows) return undefined
  const type = xml.includes('id="_x0000_t202"') ? '' : boxType
  return `${xml.slice(0, end)}${type}${comments.map(boxOf).join('')}${xml.slice(end)}`
}
