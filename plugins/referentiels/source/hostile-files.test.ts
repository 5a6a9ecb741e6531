import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { samples } from '../../../tests/support/sample.ts'
import { checkSource } from './check-source.ts'
import { readSource } from './read-source.ts'
import { defaultMaxBytes } from './read-text.ts'

const damaged = 'tests/fixtures/damaged'
const sound = readFileSync('referentiels/ess-complet/referentiel.yaml', 'utf8')

/** Generous: two loaded cores, and coverage. What matters is that it is not minutes. */
const mostTime = 20_000

/** Checks a text, and that whatever is found has a place in it, a sentence, and came in time. */
const checked = (text: string | Uint8Array, file = 'a.yaml') => {
  const start = performance.now()
  const result = checkSource({ file, text })
  expect(performance.now() - start).toBeLessThan(mostTime)
  const lines = (typeof text === 'string' ? text : new TextDecoder().decode(text)).split('\n').length
  for (const finding of result.findings) {
    expect(finding.line).toBeGreaterThanOrEqual(1)
    expect(finding.line).toBeLessThanOrEqual(lines)
    expect(finding.column).toBeGreaterThanOrEqual(1)
    expect(finding.message).not.toBe('')
    expect(finding.path).toMatch(/^(\/.*)?$/s)
  }
  return result
}

const codesOf = (text: string | Uint8Array, file?: string) => [...new Set(checked(text, file).findings.map(({ code }) => code))]

const identity = {
  format: 'referentiel/1',
  id: 'a',
  version: '1.0.0',
  title: 'A',
  rights: { licence: 'L', textOrigin: 'own' },
  kinds: [{ code: 'k', label: 'K' }],
}
const head = Object.entries(identity).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')

describe('A hostile file', () => {
  it.each([
    ['brackets that never close', '['.repeat(50_000)],
    ['brackets that close', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['blocks, each further in', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['tags', '!a '.repeat(100_000)],
    ['one long quote', `a: "${'x'.repeat(3_000_000)}`],
    ['colons', ':'.repeat(1_000_000)],
    ['tabs', '\t'.repeat(1_000_000)],
    ['null bytes', '\0'.repeat(100_000)],
    ['comments', '#\n'.repeat(100_000)],
  ])('of %s is refused in time', (_, text) => {
    expect(checked(text).document).toBeUndefined()
  })

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['blocks', '{"a":'.repeat(100_000)],
    ['an unclosed string', `{"a": "${'x'.repeat(3_000_000)}`],
    ['backslashes', `{"a": "${'\\'.repeat(1_000_001)}`],
    ['digits', `[${'1'.repeat(1_000_000)}`],
  ])('of %s in JSON is refused in time', (_, text) => {
    expect(codesOf(text, 'a.json')).toEqual(['SYNTAXE'])
  })

  it('of aliases that multiply is refused at each alias', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`)
    const { findings } = checked(`${head}a0: &a0 [x]\n${levels.join('\n')}\nnodes: []\n`)
    expect(findings.filter(({ code }) => code === 'ALIAS')).toHaveLength(60)
  })

  it('of ten megabytes is not even parsed', () => {
    expect(codesOf('a'.repeat(10 * 1024 * 1024))).toEqual(['TROP_GROS'])
    expect(codesOf(`a: é${' '.repeat(defaultMaxBytes - 4)}`)).toEqual(['TROP_GROS'])
    const limited = readSource({ file: 'a.yaml', text: 'title: long', maxBytes: 10 })
    expect(limited.findings).toMatchObject([{ code: 'TROP_GROS', value: 11, line: 1, column: 1 }])
  })

  it('of too many separators is not even parsed', () => {
    const [finding] = checked('- {}\n'.repeat(200_001)).findings
    expect(finding).toMatchObject({ code: 'TROP_GROS', value: 400_002 })
    expect(codesOf(`[${'0,'.repeat(1_000_001)}0]`, 'a.json')).toEqual(['TROP_GROS'])
  })

  it('of thousands of wrong nodes is told the first findings, and how many more there are', () => {
    const nodes = Array.from({ length: 8_000 }, (_, index) => ({ code: `n${index}`, kind: 'kk', parent: `n${index}x` }))
    const { findings } = checked(JSON.stringify({ ...identity, nodes }), 'a.json')
    expect(findings).toHaveLength(2_001)
    const [more] = findings.filter(({ code }) => code === 'AUTRES_CONSTATS')
    expect(more?.message).toMatch(/encore \d{4,5} constats/)
  })

  it('of one long chain of parents, each with texts by level, is checked in time', () => {
    const nodes = Array.from({ length: 8_000 }, (_, index) => ({
      code: `n${index}`,
      kind: 'k',
      title: 'T',
      ...(index === 0 ? { rating: 's' } : { parent: `n${index - 1}`, levelTexts: { 2: 'Deux' } }),
      questions: [{ code: `q${index}`, type: 'number', prompt: 'Q', appliesIf: `score.n${7_999 - index} > 1` }],
    }))
    const scales = [{ code: 's', label: 'S', values: [{ code: '1', label: 'Un', score: 1 }] }]
    expect(codesOf(JSON.stringify({ ...identity, scales, nodes }), 'a.json')).toContain('NIVEAU_INCONNU')
  })

  it('of names that every object has is treated as any other', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']
    const nodes = names.map((name) => `  - { code: ${name}, kind: ${name}, parent: ${name}x, title: T, applies: { ${name}: [a] }, ${name}: 1 }`)
    const { findings } = checked(`${head}nodes:\n${nodes.join('\n')}\n`)
    for (const name of names) {
      const own = findings.filter(({ path }) => path.startsWith(`/nodes/${names.indexOf(name)}/`)).map(({ code }) => code)
      expect(own).toContain('CLE_INCONNUE')
      expect(own.filter((code) => code === 'REF_INCONNUE').length).toBeGreaterThanOrEqual(1)
    }
    expect(Object.hasOwn(Object.prototype, 'imperative')).toBe(false)
  })

  it('that is not text at all is refused', () => {
    expect(codesOf(new Uint8Array([0xc3, 0x28, 0xff]))).toEqual(['FICHIER_ILLISIBLE'])
    expect(codesOf('')).toEqual(['FICHIER_ILLISIBLE'])
    expect(codesOf(' \n\n')).toEqual(['FICHIER_ILLISIBLE'])
    expect(codesOf('null', 'a.json')).toEqual(['FICHIER_ILLISIBLE'])
    expect(codesOf('- a\n- b\n')).toEqual(['FORME'])
    expect(codesOf('42', 'a.json')).toEqual(['FORME'])
  })
})

describe('The same référentiel', () => {
  const { canonical } = checkSource({ file: 'a.yaml', text: sound })

  it.each([
    ['UTF-8 bytes', Buffer.from(sound)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sound}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${sound}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${sound}`, 'utf16le').swap16()],
    ['lines that end as on Windows', sound.replaceAll('\n', '\r\n')],
    ['decomposed accents', sound.normalize('NFD')],
  ])('in %s has the same content', (_, text) => {
    expect(canonical).toBeDefined()
    expect(checkSource({ file: 'a.yaml', text }).canonical).toBe(canonical)
  })

  it('keeps the lines of its findings with a mark and Windows lines', () => {
    const text = '\ufeffformat: referentiel/1\r\nid: A B\r\n'
    expect(checkSource({ file: 'a.yaml', text }).findings).toContainEqual(expect.objectContaining({ code: 'CODE_INVALIDE', line: 2, column: 5 }))
  })
})

describe('Any damage', { timeout: 120_000 }, () => {
  const texts = ['arbre', 'references', 'conditions', 'langues', 'migrations', 'evaluation'].map((name) => readFileSync(`${damaged}/${name}.yaml`, 'utf8'))

  it('to the letters of a file is told with places, and never throws', () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: fc.string({ unit: 'binary', maxLength: 10 }) })
    const changed = fc.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 5 }))
    const property = fc.property(changed, ([text, changes]) => {
      const result = changes.reduce((whole, { at, cut, put }) => {
        const start = Math.floor(at * whole.length)
        return whole.slice(0, start) + put + whole.slice(start + cut)
      }, text)
      checked(result)
      checked(result, 'a.json')
    })
    fc.assert(property, samples({ sample: 80, full: 600 }))
  })

  it('to the values of a document is told with places, and never throws', () => {
    const documents = texts.map((text): unknown => parse(text))
    const anything = fc.oneof(
      fc.constantFrom(null, true, false, 0, -1, 1e308, '', ' ', 'c1', 't1', '1', [], {}, [null], [[]], { fr: 'A' }, { '': 1 }, '__proto__'),
      fc.string(),
      fc.jsonValue({ maxDepth: 3 }),
    )
    const property = fc.property(fc.constantFrom(...documents), fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 8 }), (document, changes) => {
      const value = changes.reduce((whole, [at, put]) => replacedAt(whole, at % Math.max(1, countOf(whole)), put), document)
      checked(JSON.stringify(value) ?? 'null', 'a.json')
    })
    fc.assert(property, samples({ sample: 100, full: 1_000 }))
  })
})

const countOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, member: unknown) => sum + countOf(member), 1) : 1

/** The value with its nth part, counted in depth, replaced. */
const replacedAt = (value: unknown, at: number, put: unknown): unknown => {
  if (at === 0 || typeof value !== 'object' || value === null) return put
  let before = 1
  const entries = Object.entries(value).map(([key, member]: [string, unknown]) => {
    const start = before
    before += countOf(member)
    return [key, at >= start && at < before ? replacedAt(member, at - start, put) : member] as const
  })
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries)
}
