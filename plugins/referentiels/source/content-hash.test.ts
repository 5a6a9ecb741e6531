import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'

import { samples } from '../../../tests/support/sample.ts'
import { canonicalText } from '../engine/document/canonical-text.ts'
import { referentielDocument } from '../engine/document/document.schema.ts'
import { normalise } from '../engine/document/normalise.ts'
import { contentHash } from '../publication/content-hash.ts'
import { checkSource } from './check-source.ts'

const hashOf = (text: string, file: string): string => {
  const { canonical, findings } = checkSource({ file, text })
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return contentHash(canonical ?? '')
}

const sentence = fc.stringMatching(/^[A-Za-zéèêàç«»’ ,.:#'"{}[\]-]{1,40}$/u).filter((text) => text.trim() !== '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const criterion = fc.record({
  title: fc.oneof(sentence, fc.record({ fr: sentence })),
  statement: maybe(sentence),
  weight: maybe(fc.constantFrom(0, 1, 2.5)),
  imperative: maybe(fc.boolean()),
  optional: maybe(fc.boolean()),
  tags: maybe(fc.uniqueArray(fc.constantFrom('axe:1', 'axe:2'))),
  levelTexts: maybe(fc.record({ 1: sentence })),
  inspiringQuestions: maybe(fc.array(sentence, { maxLength: 2 })),
  evidence: maybe(fc.array(fc.record({ label: sentence, required: maybe(fc.boolean()) }), { maxLength: 2 })),
  asked: fc.boolean(),
  scored: maybe(fc.boolean()),
})

/** A sound référentiel as an author may write it: some defaults written, some not. */
const aDocument = fc
  .record({
    criteria: fc.array(criterion, { minLength: 1, maxLength: 6 }),
    showOverall: maybe(fc.boolean()),
    offered: maybe(fc.boolean()),
    ordered: maybe(fc.constant(true)),
    presentation: maybe(fc.constantFrom({}, { criterionKind: 'critere' }, { criterionKind: 'critere', pageKind: 'theme' }, { axes: [] })),
    locales: maybe(fc.constantFrom(['fr'])),
    defaultLocale: maybe(fc.constant('fr')),
    status: maybe(fc.constantFrom('draft', 'published')),
  })
  .map(({ criteria, showOverall, offered, ordered, presentation, ...identity }) => ({
    format: 'referentiel/1',
    id: 'essai',
    version: '1.0.0',
    title: 'Essai',
    rights: { licence: 'L', textOrigin: 'own' },
    ...identity,
    kinds: [
      { code: 'theme', label: 'Thème' },
      { code: 'critere', label: 'Critère', assessable: true },
    ],
    scales: [{ code: 's', label: 'S', ordered, values: [{ code: '1', label: 'Un', score: 1 }, { code: 'NC', label: 'Non concerné', score: null }] }],
    nodes: [
      { code: 't', kind: 'theme', title: 'Thème' },
      ...criteria.map(({ asked, scored, ...rest }, index) => ({
        code: `c${index}`,
        kind: 'critere',
        parent: 't',
        ...rest,
        ...(asked ? { questions: [{ code: `q${index}`, type: 'scale', scale: 's', prompt: 'Q', scored }], imperative: undefined } : { rating: 's' }),
      })),
    ],
    presentation,
    scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', aggregate: [], showOverall }] },
    subsets: [{ code: 'court', label: 'Court', include: ['c0'], offered }],
  }))

type Change = (value: unknown) => unknown

/** The value with each of its blocks and lists changed, the innermost first. */
const everywhere = (change: Change, value: unknown): unknown => {
  if (Array.isArray(value)) return change(value.map((item: unknown) => everywhere(change, item)))
  if (typeof value !== 'object' || value === null) return change(value)
  return change(Object.fromEntries(Object.entries(value).map(([key, member]: [string, unknown]) => [key, everywhere(change, member)])))
}

const isBlock = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const reversedKeys: Change = (value) => (isBlock(value) ? Object.fromEntries(Object.entries(value).reverse()) : value)
const untidy: Change = (value) => (typeof value === 'string' && value.includes(' ') ? `${value.normalize('NFD')} \r\n` : value)

/** The same document with its defaults written out. */
const spelledOut = (document: unknown): unknown => {
  if (!isBlock(document)) throw new Error('not a document')
  const nodes = [document['nodes']].flat()
  return {
    locales: ['fr'],
    defaultLocale: 'fr',
    lists: [],
    mappings: [],
    ...document,
    nodes: nodes.map((node, order) => (isBlock(node) ? { examples: [], applies: {}, order, ...node, weight: node['weight'] ?? 1, optional: node['optional'] ?? false } : node)),
  }
}

const json = (value: unknown): string => JSON.stringify(value)

describe('The content hash', { timeout: 120_000 }, () => {
  const assertSame = (change: (document: unknown) => { readonly text: string; readonly file: string }) => {
    const property = fc.property(aDocument, (document) => {
      const { text, file } = change(document)
      expect(hashOf(text, file)).toBe(hashOf(json(document), 'a.json'))
    })
    fc.assert(property, samples({ sample: 30, full: 200 }))
  }

  it('is the same from JSON and from YAML', () => {
    assertSame((document) => ({ text: stringify(document, { aliasDuplicateObjects: false }), file: 'a.yaml' }))
  })

  it('is the same in any order of keys', () => {
    assertSame((document) => ({ text: json(everywhere(reversedKeys, document)), file: 'a.json' }))
  })

  it('is the same with accents decomposed, Windows lines and blanks at the end', () => {
    assertSame((document) => ({ text: json(everywhere(untidy, document)), file: 'a.json' }))
  })

  it('is the same with defaults and empty lists written out', () => {
    assertSame((document) => ({ text: json(spelledOut(document)), file: 'a.json' }))
  })

  it('is the same in any order of nodes that say their order', () => {
    assertSame((document) => {
      const whole = spelledOut(document)
      if (!isBlock(whole)) throw new Error('not a document')
      return { text: json({ ...whole, nodes: [whole['nodes']].flat().reverse() }), file: 'a.json' }
    })
  })

  it('is that of the normal form, which is its own', () => {
    const property = fc.property(aDocument, (document) => {
      const once = normalise(referentielDocument.parse(document))
      expect(normalise(once)).toEqual(once)
      expect(hashOf(canonicalText(once), 'a.json')).toBe(hashOf(json(document), 'a.json'))
    })
    fc.assert(property, samples({ sample: 30, full: 200 }))
  })

  const shipped: unknown = parse(readFileSync('referentiels/ess-complet/referentiel.yaml', 'utf8'))

  it.each([
    ['a word', (document: Record<string, unknown>) => ({ ...document, title: 'Autre titre' })],
    ['the version', (document: Record<string, unknown>) => ({ ...document, version: '9.0.0' })],
    ['the order of nodes', (document: Record<string, unknown>) => ({ ...document, nodes: [document['nodes']].flat().reverse() })],
    ['« no score » instead of the default scores', (document: Record<string, unknown>) => ({ ...document, scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', aggregate: [] }] } })],
  ])('is another for %s', (_, change) => {
    if (!isBlock(shipped)) throw new Error('not a document')
    expect(hashOf(json(change(shipped)), 'a.json')).not.toBe(hashOf(json(shipped), 'a.json'))
  })

  it('is another where a question that may stay empty says so', () => {
    const asking = (required?: boolean) => ({
      format: 'referentiel/1',
      id: 'a',
      version: '1.0.0',
      title: 'A',
      kinds: [{ code: 'k', label: 'K', assessable: true }],
      nodes: [{ code: 'n', kind: 'k', title: 'N', questions: [{ code: 'q', type: 'text', prompt: 'Q', required }] }],
    })
    expect(hashOf(json(asking(false)), 'a.json')).not.toBe(hashOf(json(asking()), 'a.json'))
  })
})
