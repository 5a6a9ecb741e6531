import { type CellRange, readAddress, readRange } from './cell-address.ts'
import { builtInFormat } from './number-format.ts'
import type { RawCell, RawRow, RawSheet, RawWorkbook, WorkbookRefusal } from './raw-workbook.ts'
import { readXml, XmlError } from './read-xml.ts'
import { readZip, type Zip, ZipError } from './read-zip.ts'

/**
 * What a workbook may hold. 1,470 elements with all their help fill 45,000 cells and 6 MB of XML; twice the memory that
 * a limit allows must fit beside the application (256 MB).
 */
export const workbookLimits = {
  bytes: 4 * 1024 * 1024,
  parts: 2_000,
  part: 24 * 1024 * 1024,
  total: 40 * 1024 * 1024,
  sheets: 60,
  cells: 250_000,
  /** Characters of one cell: no spreadsheet holds more. */
  cell: 32_767,
  /** Characters of all cells: many may show one text. */
  text: 40_000_000,
  merges: 10_000,
} as const

class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: WorkbookRefusal

  constructor(code: WorkbookRefusal['code'], reason: string) {
    super(reason)
    this.refusal = { code, reason }
  }
}

export type ReadXlsx = { readonly workbook: RawWorkbook } | { readonly refusal: WorkbookRefusal }

/** Whether bytes are a workbook, or another file that people take for one: a zip, or an older Office document. */
export const looksLikeWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isCompound(bytes)

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

/** Reads the bytes of a file. Never throws: what can't be read is refused, with the reason. */
export const readXlsx = (bytes: Uint8Array): ReadXlsx => {
  try {
    return { workbook: workbookIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    if (error instanceof ZipError) {
      if (error.reason === 'encrypted') return { refusal: { code: 'PROTEGE', reason: 'password' } }
      return { refusal: error.reason === 'tooBig' ? { code: 'TROP_GROS', reason: 'unpacked' } : { code: 'FICHIER_ILLISIBLE', reason: 'damaged' } }
    }
    if (error instanceof XmlError) return { refusal: { code: 'FICHIER_ILLISIBLE', reason: 'damaged' } }
    throw error
  }
}

const workbookIn = (bytes: Buffer): RawWorkbook => {
  if (bytes.length > workbookLimits.bytes) throw new Refused('TROP_GROS', 'bytes')
  if (isCompound(bytes)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Refused('PROTEGE', 'password')
    throw new Refused('FICHIER_ILLISIBLE', 'oldOffice')
  }
  if (!isZip(bytes)) throw new Refused('FICHIER_ILLISIBLE', 'notZip')
  const zip = readZip(bytes, workbookLimits)
  if (zip.parts.has('xl/vbaProject.bin') || text(zip, '[Content_Types].xml')?.includes('macroEnabled') === true) throw new Refused('MACROS', 'macros')
  const main = text(zip, 'xl/workbook.xml')
  if (main === undefined) {
    const isOpenDocument = zip.parts.has('content.xml') && zip.parts.has('mimetype')
    throw new Refused('FICHIER_ILLISIBLE', isOpenDocument ? 'openDocument' : 'notWorkbook')
  }
  return readParts(zip, main)
}

const text = (zip: Zip, part: string): string | undefined => {
  const content = zip.read(part)
  if (content === undefined) return undefined
  try {
    return new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content)
  } catch {
    throw new XmlError('encoding')
  }
}

const readParts = (zip: Zip, main: string): RawWorkbook => {
  const listed: { readonly name: string; readonly relation: string }[] = []
  let startsIn1904 = false
  readXml(main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') startsIn1904 = isTrue(attributes('date1904'))
      if (name === 'sheet') listed.push({ name: attributes('name') ?? '', relation: attributes('r:id') ?? attributes('id') ?? '' })
    },
  })
  if (listed.length > workbookLimits.sheets) throw new Refused('TROP_GROS', 'sheets')
  const targets = targetsOf(zip)
  const strings = sharedStrings(text(zip, 'xl/sharedStrings.xml'))
  const formats = cellFormats(text(zip, 'xl/styles.xml'))
  const count = { cells: 0, text: 0 }
  const sheets = listed.flatMap(({ name, relation }): readonly RawSheet[] => {
    const part = targets.get(relation)
    const xml = part === undefined ? undefined : text(zip, part)
    // A sheet of a chart has no cells.
    return part === undefined || xml === undefined ? [] : [{ name, part, ...cellsOf(xml, { strings, formats, count }) }]
  })
  if (sheets.length === 0) throw new Refused('FICHIER_ILLISIBLE', 'notWorkbook')
  return { sheets, startsIn1904 }
}

const isTrue = (word: string | undefined): boolean => word === '1' || word === 'true'

const targetsOf = (zip: Zip): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>()
  readXml(text(zip, 'xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open: (name, attributes) => {
      const target = attributes('Target') ?? ''
      if (name === 'Relationship' && attributes('Type')?.endsWith('/worksheet') === true) {
        targets.set(attributes('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
      }
    },
  })
  return targets
}

/** Excel's own writing of signs that XML can't hold: `_x0007_`. */
const unescaped = (written: string): string =>
  written.includes('_x') ? written.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : written

const sharedStrings = (xml: string | undefined): readonly string[] => {
  const strings: string[] = []
  let current: string | undefined
  let isWanted = false
  let phonetic = 0
  readXml(xml ?? '<none/>', {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic += 1
      if (name === 't') isWanted = phonetic === 0
    },
    text: (content) => {
      if (isWanted && current !== undefined) current += content
    },
    close: (name) => {
      if (name === 't') isWanted = false
      if (name === 'rPh') phonetic -= 1
      if (name !== 'si' || current === undefined) return
      strings.push(unescaped(current))
      current = undefined
    },
  })
  return strings
}

/** The number format of each cell style; undefined for the general one. */
const cellFormats = (xml: string | undefined): readonly (string | undefined)[] => {
  const own = new Map<number, string>()
  const formats: (string | undefined)[] = []
  let isInCells = false
  readXml(xml ?? '<none/>', {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      const id = Number(attributes('numFmtId') ?? 0)
      formats.push(own.get(id) ?? builtInFormat(id))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return formats
}

type Known = {
  readonly strings: readonly string[]
  readonly formats: readonly (string | undefined)[]
  /** Cells so far, over all sheets. */
  readonly count: { cells: number; text: number }
}

type OpenCell = { column: number; type: string; format?: string; value: string; inline: string; isFormula: boolean }

const cellsOf = (xml: string, known: Known): Pick<RawSheet, 'rows' | 'merges'> => {
  const rows: RawRow[] = []
  const merges: CellRange[] = []
  let row: { number: number; isHidden: boolean; cells: RawCell[] } | undefined
  let lastRow = 0
  let lastColumn = -1
  let cell: OpenCell | undefined
  let into: 'value' | 'inline' | undefined
  let phonetic = 0
  readXml(xml, {
    open: (name, attributes) => {
      switch (name) {
        case 'row': {
          const number = Number(attributes('r') ?? lastRow + 1)
          row = { number: Number.isSafeInteger(number) && number > 0 ? number : lastRow + 1, isHidden: isTrue(attributes('hidden')), cells: [] }
          lastColumn = -1
          return
        }
        case 'c': {
          const address = readAddress(attributes('r') ?? '')
          const style = attributes('s')
          cell = {
            column: address?.column ?? lastColumn + 1,
            type: attributes('t') ?? 'n',
            format: style === undefined ? undefined : known.formats[Number(style)],
            value: '',
            inline: '',
            isFormula: false,
          }
          lastColumn = cell.column
          return
        }
        case 'f':
          if (cell) cell.isFormula = true
          return
        case 'v':
          into = 'value'
          return
        case 'rPh':
          phonetic += 1
          return
        case 't':
          into = phonetic === 0 ? 'inline' : undefined
          return
        case 'mergeCell': {
          const range = readRange(attributes('ref') ?? '')
          if (range) merges.push(range)
          if (merges.length > workbookLimits.merges) throw new Refused('TROP_GROS', 'cells')
          return
        }
      }
    },
    text: (content) => {
      if (cell && into) cell[into] += content
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = undefined
      if (name === 'rPh') phonetic -= 1
      if (name === 'c' && cell) {
        const read = rawCell(cell, known)
        if (read) {
          known.count.cells += 1
          known.count.text += read.text.length
          if (read.text.length > workbookLimits.cell || known.count.text > workbookLimits.text || known.count.cells > workbookLimits.cells) throw new Refused('TROP_GROS', 'cells')
          row?.cells.push(read)
        }
        cell = undefined
      }
      if (name !== 'row' || !row) return
      lastRow = row.number
      if (row.cells.length > 0) rows.push(row)
      row = undefined
    },
  })
  return { rows: inOrder(rows), merges }
}

/** Rows may be out of order, or be written twice, in what no spreadsheet wrote: cells of one row are put together. */
const inOrder = (rows: readonly RawRow[]): readonly RawRow[] => {
  const isOrdered = rows.every((row, index) => row.number > (rows[index - 1]?.number ?? 0))
  const whole = isOrdered
    ? rows
    : [...Map.groupBy(rows, ({ number }) => number)]
        .sort(([one], [other]) => one - other)
        .map(([number, same]) => ({ number, isHidden: same.some(({ isHidden }) => isHidden), cells: same.flatMap(({ cells }) => cells) }))
  return whole.map((row) => ({ ...row, cells: [...row.cells].sort((one, other) => one.column - other.column) }))
}

const rawCell = ({ column, type, format, value, inline, isFormula }: OpenCell, { strings }: Known): RawCell | undefined => {
  const rest = { column, ...(format === undefined ? {} : { format }), ...(isFormula ? { isFormula: true as const } : {}) }
  switch (type) {
    case 's': {
      const shared = strings[Number(value)]
      if (shared === undefined) throw new XmlError('string without place')
      return shared === '' && !isFormula ? undefined : { kind: 'text', text: shared, ...rest }
    }
    case 'inlineStr':
    case 'str':
    case 'd': {
      const written = unescaped(type === 'inlineStr' ? inline : value)
      return written === '' && !isFormula ? undefined : { kind: 'text', text: written, ...rest }
    }
    case 'b':
      return { kind: 'boolean', text: isTrue(value) ? '1' : '0', ...rest }
    case 'e':
      return { kind: 'error', text: value, ...rest }
    default: {
      if (value.trim() === '') return isFormula ? { kind: 'text', text: '', ...rest } : undefined
      return Number.isFinite(Number(value)) ? { kind: 'number', text: value.trim(), ...rest } : { kind: 'text', text: value, ...rest }
    }
  }
}
