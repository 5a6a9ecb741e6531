import type { DocumentPath } from '../engine/findings/finding.ts'
import { locateProblem } from './locate-finding.ts'
import { readJson } from './read-json.ts'
import { readYaml } from './read-yaml.ts'
import type { LocatedFinding, LocateOptions, Place, Source } from './source.ts'
import { problem, spotAt } from './spot.ts'
import type { Reading, Spot } from './spot.ts'

/**
 * Size above which a file is not even parsed, in bytes: more than 1,470 elements with all their help (2.9 MB), and what keeps
 * the worst YAML under some ten seconds.
 */
export const defaultMaxBytes = 4 * 1024 * 1024

/**
 * Separators (new lines, commas, opening brackets) above which a text is not parsed: what takes time is their number
 * more than their length. 1,470 elements with all their help make 64,000 lines of YAML.
 */
const mostSigns = { json: 1_000_000, yaml: 200_000 } as const

const signsIn = (text: string): number => {
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (signs.has(text.charCodeAt(at))) count += 1
  return count
}

const signs: ReadonlySet<number> = new Set([...'\n,[{'].map((sign) => sign.charCodeAt(0)))

export type TextFile = {
  /** Name that findings quote; its ending tells JSON (`.json`) from YAML. */
  readonly file: string
  /** Text, or the bytes of a file: UTF-8, or UTF-16 with its mark. */
  readonly text: string | Uint8Array
  /** @default defaultMaxBytes */
  readonly maxBytes?: number
}

/** Reads a YAML or JSON file into a plain value whose every part has a line and a column. Never throws. */
export const readText = ({ file, text, maxBytes = defaultMaxBytes }: TextFile): Source => {
  const size = typeof text === 'string' ? Buffer.byteLength(text) : text.byteLength
  if (size > maxBytes) {
    return source(file, '', { problems: [problem('TROP_GROS', 0, { value: size, parameters: { most: maxBytes } })] })
  }
  // A table as text holds one sheet and neither types nor codes: what a spreadsheet saves so is asked for as a workbook.
  if (/\.[ct]sv$/i.test(file)) return source(file, '', { problems: [problem('FICHIER_ILLISIBLE', 0, { parameters: { reason: 'delimited' } })] })
  const decoded = decode(text)
  if (decoded === undefined) {
    return source(file, '', { problems: [problem('FICHIER_ILLISIBLE', 0, { parameters: { reason: 'encoding' } })] })
  }
  if (decoded.trim() === '') {
    return source(file, '', { problems: [problem('FICHIER_ILLISIBLE', 0, { parameters: { reason: 'empty' } })] })
  }
  const language = /\.json$/i.test(file) ? 'json' : 'yaml'
  const count = signsIn(decoded)
  const most = mostSigns[language]
  if (count > most) return source(file, '', { problems: [problem('TROP_GROS', 0, { value: count, parameters: { most, unit: 'signs' } })] })
  return source(file, decoded, language === 'json' ? readJson(decoded) : readYaml(decoded))
}

const decode = (text: string | Uint8Array): string | undefined => {
  if (typeof text === 'string') return withoutMark(text)
  const mark = `${text[0]},${text[1]}`
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8'
  try {
    return withoutMark(new TextDecoder(encoding, { fatal: true }).decode(text))
  } catch {
    return undefined
  }
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text)

const source = (file: string, text: string, reading: Reading): Source => {
  const placeOf = places(text)
  const root: Spot = reading.spot ?? { start: 0 }
  const locate = (path: DocumentPath, { key = false, at = 0 }: LocateOptions = {}): Place => {
    const { spot, exact } = spotAt(root, path)
    if (exact && key && spot.key !== undefined) return placeOf(spot.key)
    return placeOf(spot.start + (exact && at > 0 ? within(text, spot.start, at) : 0))
  }
  const written = (path: DocumentPath): string | undefined => {
    const { spot, exact } = spotAt(root, path)
    return exact ? spot.written : undefined
  }
  const findings = reading.problems.map(({ finding, offset }) => locateProblem(finding, placeOf(offset), file))
  // What the reader refused and left out is not also said to be empty.
  const told = new Set(findings.filter(({ code }) => code === 'ALIAS' || code === 'SYNTAXE').map(({ path }) => path))
  const bare = { file, locate, written, told, compare: byLine }
  return reading.spot ? { ...bare, value: reading.value, findings } : { ...bare, findings }
}

const byLine = (one: LocatedFinding, other: LocatedFinding): number =>
  (one.line ?? 0) - (other.line ?? 0) || Number(one.column) - Number(other.column)

/** How far from its start the offset of a text stands: exact on one line without escapes, else the start. */
const within = (text: string, start: number, at: number): number => {
  const quoted = text[start] === '"' || text[start] === "'" ? 1 : 0
  const written = text.slice(start + quoted, start + quoted + at)
  return /[\n\\]|''/.test(written) || /^[|>]/.test(written) ? 0 : at + quoted
}

const places = (text: string): ((offset: number) => Place) => {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
