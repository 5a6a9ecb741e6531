/**
 * XML as a row of events, for the parts of a workbook: no entity but the five that XML names and those by number, no
 * document type (so nothing can multiply), and tags that close what they opened. Prefixes are dropped: `x:row` is a row.
 */

/** Why a text is not the XML that a workbook is made of. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

export type XmlReader = {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

export type XmlAttributes = (name: string) => string | undefined

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const characterOf = (entity: string): string => {
  const known = Object.hasOwn(named, entity) ? named[entity] : undefined
  if (known !== undefined) return known
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(entity)
  const code = digits === null ? Number.NaN : Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16)
  if (!(code <= 0x10ffff)) throw new XmlError(entity)
  return String.fromCodePoint(code)
}

export const decodeXml = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&([^;&]{1,10});/g, (_, entity: string) => characterOf(entity)) : text

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Each looks at its own place and no further: a tag may hold a million words. */
const equals = /\s*=\s*/y
const quoted = /"([^"]*)"|'([^']*)'/y

/**
 * Attributes are looked for when one is asked for: most tags of a sheet are never asked. One of another vocabulary
 * (`r:id`) keeps its prefix.
 */
const attributesOf =
  (written: string): XmlAttributes =>
  (name) => {
    for (let at = written.indexOf(name); at !== -1; at = written.indexOf(name, at + 1)) {
      if (at === 0 || written.charCodeAt(at - 1) > 32) continue
      equals.lastIndex = at + name.length
      if (!equals.test(written)) continue
      quoted.lastIndex = equals.lastIndex
      const value = quoted.exec(written)
      return value === null ? undefined : decodeXml(value[1] ?? value[2] ?? '')
    }
    return undefined
  }

const deepest = 60

/** A whole tag: a « > » within quotes does not end it. */
const wholeTag = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y

const endOfTag = (xml: string, start: number): number => {
  wholeTag.lastIndex = start
  if (!wholeTag.test(xml)) throw new XmlError('unclosed tag')
  return wholeTag.lastIndex - 1
}

const skipped = (xml: string, at: number): number => {
  const ends: readonly (readonly [string, string])[] = [
    ['<!--', '-->'],
    ['<?', '?>'],
  ]
  for (const [start, end] of ends) {
    if (!xml.startsWith(start, at)) continue
    const found = xml.indexOf(end, at + start.length)
    if (found === -1) throw new XmlError('unclosed comment')
    return found + end.length
  }
  return at
}

/** Calls the reader for each tag and text, in order. Throws an `XmlError` for what is not well formed. */
export const readXml = (xml: string, reader: XmlReader): void => {
  const open: string[] = []
  let at = xml.startsWith('\ufeff') ? 1 : 0
  let isRootRead = false
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const end = next === -1 ? xml.length : next
    if (end > at) {
      const text = xml.slice(at, end)
      if (open.length > 0) reader.text?.(decodeXml(text))
      else if (text.trim() !== '') throw new XmlError('text outside')
    }
    if (next === -1) break
    const after = skipped(xml, next)
    if (after > next) {
      at = after
      continue
    }
    if (xml.startsWith('<![CDATA[', next)) {
      const close = xml.indexOf(']]>', next)
      if (close === -1 || open.length === 0) throw new XmlError('unclosed text')
      reader.text?.(xml.slice(next + 9, close))
      at = close + 3
      continue
    }
    if (xml[next + 1] === '!') throw new XmlError('document type')
    const close = endOfTag(xml, next)
    at = close + 1
    if (xml[next + 1] === '/') {
      const name = xml.slice(next + 2, close).trim()
      if (open.pop() !== name) throw new XmlError('wrong closing tag')
      reader.close?.(localName(name))
      continue
    }
    if (open.length === 0 && isRootRead) throw new XmlError('two roots')
    isRootRead = true
    const isAlone = xml[close - 1] === '/'
    const inside = xml.slice(next + 1, isAlone ? close - 1 : close)
    const space = inside.search(/\s/)
    const name = space === -1 ? inside : inside.slice(0, space)
    if (name === '') throw new XmlError('tag without name')
    reader.open?.(localName(name), attributesOf(space === -1 ? '' : inside.slice(space)))
    if (isAlone) reader.close?.(localName(name))
    else if (open.push(name) > deepest) throw new XmlError('too deep')
  }
  if (open.length > 0 || !isRootRead) throw new XmlError('cut')
}
