import type { LocatedFinding } from '../../source/source.ts'
import { annotationTexts } from '../../texts/workbook-texts.ts'
import { readXlsx, workbookLimits } from '../xlsx/read-xlsx.ts'
import { readXml, XmlError } from '../xlsx/read-xml.ts'
import { readZip, type Zip, ZipError } from '../xlsx/read-zip.ts'
import { rewriteZip } from '../xlsx/rewrite-zip.ts'
import { addBoxes, addComments, type Comment, commentedIn, newBoxes, newComments } from './comment-parts.ts'

/** What is changed of the archive so far, by part. */
type Parts = {
  readonly read: (name: string) => string | undefined
  readonly write: (name: string, text: string) => void
  /** The first name that no part has, with a number for the star. */
  readonly free: (pattern: string) => string
}

type Relation = { readonly id: string; readonly kind: string; readonly target: string }

const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * The same workbook with a comment in each faulty cell: every other part keeps its bytes, what a spreadsheet made of styles,
 * pictures and filters with it. What is no workbook comes back as it is.
 */
export const annotateWorkbook = (bytes: Uint8Array, findings: readonly LocatedFinding[]): Uint8Array => {
  try {
    return annotated(bytes, findings)
  } catch (error) {
    // Comments and pictures are read here alone: they may be damaged where the cells are not.
    if (error instanceof ZipError || error instanceof XmlError) return bytes
    throw error
  }
}

const annotated = (bytes: Uint8Array, findings: readonly LocatedFinding[]): Uint8Array => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = readXlsx(whole)
  if ('refusal' in read || findings.length === 0) return bytes
  const zip = readZip(whole, workbookLimits)
  const changed = new Map<string, string>()
  const parts: Parts = {
    read: (name) => changed.get(name) ?? textOf(zip, name),
    write: (name, text) => changed.set(name, text),
    free: (pattern) => {
      let number = 1
      const name = (): string => pattern.replace('*', String(number))
      while (zip.parts.has(name()) || changed.has(name())) number += 1
      return name()
    },
  }
  const { sheets } = read.workbook
  const names = new Set(sheets.map(({ name }) => name))
  // What is said of a sheet that is missing, or of no cell, stands in the first cell.
  const inSheet = Map.groupBy(findings, ({ sheet }) => (sheet !== undefined && names.has(sheet) ? sheet : sheets[0]?.name))
  for (const { name, part } of sheets) {
    const comments = commentsOf(inSheet.get(name) ?? [], name)
    if (comments.length > 0) annotateSheet({ part, comments }, parts)
  }
  return rewriteZip(whole, zip.parts, changed)
}

const textOf = (zip: Zip, name: string): string | undefined => zip.read(name)?.toString('utf8')

/** One comment a cell, its findings below each other. */
const commentsOf = (findings: readonly LocatedFinding[], name: string): readonly Comment[] => {
  const cells = Map.groupBy(findings, ({ sheet, row, column }) => (sheet === name && row !== undefined ? `${column}${row}` : 'A1'))
  return [...cells].map(([address, told]) => ({
    address,
    text: told.map(({ severity, code, message }) => `${annotationTexts.severity[severity]} · ${code}\n${message}`).join('\n\n'),
  }))
}

type Annotated = { readonly part: string; readonly comments: readonly Comment[] }

const annotateSheet = ({ part, comments }: Annotated, parts: Parts): void => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relationsPart = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations = relationsOf(parts.read(relationsPart))
  const partOf = (kind: string): string | undefined => {
    const target = relations.find((relation) => relation.kind === kind)?.target
    return target === undefined ? undefined : resolved(folder, target)
  }
  const added: Relation[] = []
  const [texts, boxes] = [partOf('comments'), partOf('vmlDrawing')]
  const present = texts === undefined ? undefined : parts.read(texts)
  const known = present === undefined ? new Set<string>() : commentedIn(present)
  const fresh = comments.filter(({ address }) => !known.has(address))

  if (texts === undefined) {
    const name = parts.free('xl/comments*.xml')
    parts.write(name, newComments(annotationTexts.author, comments))
    added.push({ id: 'rIdConstats1', kind: 'comments', target: from(folder, name) })
    declare(parts, { part: name })
  } else parts.write(texts, addComments(present ?? '', comments) ?? newComments(annotationTexts.author, comments))

  if (boxes === undefined) {
    const name = parts.free('xl/drawings/vmlDrawing*.vml')
    parts.write(name, newBoxes(comments))
    added.push({ id: 'rIdConstats2', kind: 'vmlDrawing', target: from(folder, name) })
    declare(parts, { extension: 'vml' })
    parts.write(part, withBoxes(parts.read(part) ?? '', 'rIdConstats2'))
  } else parts.write(boxes, addBoxes(parts.read(boxes) ?? '', fresh) ?? newBoxes(comments))

  if (added.length > 0) parts.write(relationsPart, withRelations(parts.read(relationsPart), added))
}

const relationsOf = (xml: string | undefined): readonly Relation[] => {
  const relations: Relation[] = []
  readXml(xml ?? '<none/>', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const type = attributes('Type') ?? ''
      relations.push({ id: attributes('Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), target: attributes('Target') ?? '' })
    },
  })
  return relations
}

/** A target from the folder that names it: `../drawings/a.vml`. */
const resolved = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Readers other than Excel expect relative targets. */
const from = (folder: string, part: string): string => (folder === 'xl/worksheets/' ? part.replace(/^xl\//, '../') : `/${part}`)

const withRelations = (xml: string | undefined, added: readonly Relation[]): string => {
  const written = added.map(({ id, kind, target }) => `<Relationship Id="${id}" Type="${relationSpace}/${kind}" Target="${target}"/>`).join('')
  const empty = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  return (xml?.includes('</Relationships>') === true ? xml : empty).replace('</Relationships>', () => `${written}</Relationships>`)
}

/** Says of what type a part is, or all of one extension. */
const declare = (parts: Parts, { part, extension }: { readonly part?: string; readonly extension?: string }): void => {
  const name = '[Content_Types].xml'
  const xml = parts.read(name) ?? ''
  if (extension !== undefined && new RegExp(`Extension="${extension}"`, 'i').test(xml)) return
  const written =
    part === undefined
      ? `<Default Extension="${extension ?? ''}" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`
      : `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`
  parts.write(name, xml.replace('</Types>', () => `${written}</Types>`))
}

/** What a sheet may hold after the reference to its boxes (ECMA-376, 18.3.1.99): it stands before the first of these. */
const after = /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts)\b|<mc:AlternateContent\b/g

const withBoxes = (xml: string, relation: string): string => {
  const data = Math.max(xml.indexOf('</sheetData>'), xml.search(/<sheetData\s*\/>/), 0)
  after.lastIndex = data
  const end = xml.lastIndexOf('</')
  const extensions = /<extLst\b(?:(?!<extLst\b)[\s\S])*<\/extLst>\s*$/.exec(xml.slice(data, end))
  const at = after.exec(xml)?.index ?? (extensions === null ? end : data + extensions.index)
  const prefix = /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? ''
  return `${xml.slice(0, at)}<${prefix}legacyDrawing xmlns:r="${relationSpace}" r:id="${relation}"/>${xml.slice(at)}`
}
