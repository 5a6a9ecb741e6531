import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ParsedNode, YAMLError, YAMLMap } from 'yaml'

import type { DocumentPath } from '../engine/findings/finding.ts'
import { deepest, mostProblems, problem } from './spot.ts'
import type { Problem, Reading, Spot } from './spot.ts'

type Read = { readonly value: unknown; readonly spot: Spot }

/**
 * A YAML 1.2 text as a plain value with places. Anchors and aliases are refused (a small file could stand for a huge
 * document), and so are tags; keys are the text that the author wrote, so that `1.10:` stays `1.10`.
 */
export const readYaml = (text: string): Reading => {
  // The library compares each key with all others, 18 s for 30,000 keys: doubles are looked for here.
  const document = withoutTraces(() => parseDocument(text, { schema: 'core', version: '1.2', prettyErrors: false, uniqueKeys: false }))
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) {
    return { problems: firstOfEachLine(broken, text).slice(0, mostProblems) }
  }
  const problems: Problem[] = []
  const { value, spot } = read(document.contents, [], problems)
  return { value, spot, problems: problems.slice(0, mostProblems) }
}

/** A file of two megabytes can hold a million mistakes, and what takes longest is to note for each where the library stood. */
const withoutTraces = <T>(read: () => T): T => {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return read()
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** The library's code, or a narrower one of ours where its English sentence tells more. */
const reasonOf = ({ code, message }: YAMLError): string => {
  if (code !== 'MISSING_CHAR') return code
  if (message.startsWith('Missing closing')) return 'MISSING_QUOTE'
  if (message.startsWith('Sequence item without')) return 'BAD_INDENT'
  return message.startsWith('Implicit map keys') ? 'MULTILINE_IMPLICIT_KEY' : code
}

/** The other complaints about a line follow from the first. */
const firstOfEachLine = (errors: readonly YAMLError[], text: string): readonly Problem[] => {
  const lines = new Set<number>()
  return errors.slice(0, 10 * mostProblems).flatMap((error) => {
    const offset = Math.min(error.pos[0], text.length)
    const line = text.lastIndexOf('\n', offset - 1)
    if (lines.has(line)) return []
    lines.add(line)
    return [problem('SYNTAXE', offset, { parameters: { reason: reasonOf(error) } })]
  })
}

const read = (node: ParsedNode | null, path: DocumentPath, problems: Problem[], key?: number): Read => {
  const start = node?.range[0] ?? key ?? 0
  if (path.length > deepest) {
    problems.push(problem('SYNTAXE', start, { path, parameters: { reason: 'TOO_DEEP' } }))
    return { value: null, spot: { start, key } }
  }
  if (isMap<ParsedNode, ParsedNode | null>(node)) return readMap(node, path, problems, start, key)
  if (isSeq<ParsedNode>(node)) {
    const items = node.items.map((item, index) => read(item, [...path, index], problems))
    const parts = new Map(items.map((item, index) => [index, item.spot]))
    return { value: items.map((item) => item.value), spot: { start, key, parts } }
  }
  if (isAlias(node)) {
    problems.push(problem('ALIAS', start, { path, value: node.source }))
    return { value: null, spot: { start, key } }
  }
  if (isScalar(node)) {
    const written = typeof node.value === 'string' ? undefined : node.source
    return { value: node.value, spot: { start, key, written } }
  }
  return { value: null, spot: { start, key } }
}

const readMap = (
  map: YAMLMap<ParsedNode, ParsedNode | null>,
  path: DocumentPath,
  problems: Problem[],
  start: number,
  key?: number,
): Read => {
  const value: Record<string, unknown> = {}
  const parts = new Map<string | number, Spot>()
  for (const pair of map.items) {
    const place = pair.key.range[0]
    const name = isScalar(pair.key) ? nameOf(pair.key) : undefined
    if (name === undefined) {
      problems.push(problem('SYNTAXE', place, { path, parameters: { reason: 'NON_STRING_KEY' } }))
      continue
    }
    const own = [...path, name]
    if (parts.has(name)) problems.push(problem('CLE_DOUBLE', place, { path: own, value: name }))
    // The one name that would change the object instead of filling it.
    if (name === '__proto__') {
      problems.push(problem('CLE_INCONNUE', place, { path: own, value: name }))
      continue
    }
    const member = read(pair.value, own, problems, place)
    value[name] = member.value
    parts.set(name, member.spot)
  }
  return { value, spot: { start, key, parts } }
}

const nameOf = (scalar: { readonly value: unknown; readonly source?: string }): string | undefined => {
  if (typeof scalar.value === 'string') return scalar.value
  return scalar.source === undefined || scalar.source === '' ? undefined : scalar.source
}
