import { globSync, readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { hasDocument } from '../../../../tests/support/has-essms-document.ts'
import { samples } from '../../../../tests/support/sample.ts'
import { canonicalText } from '../../engine/document/canonical-text.ts'
import { referentielDocument, type ReferentielDocument } from '../../engine/document/document.schema.ts'
import { normalise } from '../../engine/document/normalise.ts'
import { text } from '../../engine/document/text.schema.ts'
import { tidy } from '../../engine/document/tidy.ts'
import { contentHash } from '../../publication/content-hash.ts'
import { checkSource } from '../../source/check-source.ts'
import { workbookSource } from '../read/workbook-source.ts'
import { sheets } from '../sheets/sheets.ts'
import { writeWorkbook } from '../write/write-workbook.ts'
import { anyDocument } from './arbitrary-document.ts'

const files = globSync(['{referentiels,demo/referentiels}/*/referentiel.{yaml,json}', 'tests/fixtures/referentiels/*.yaml', 'docs/visite.referentiel.yaml'])

const hashOf = (canonical: string | undefined): string => contentHash(canonical ?? 'none')

describe('A référentiel written as a workbook and read again', { timeout: 600_000 }, () => {
  it('is tried on what ships', () => {
    expect(files).toContain('referentiels/ess-complet/referentiel.yaml')
  })

  it.each(files)('has the same content hash: %s', async (file) => {
    const { document, canonical, findings } = checkSource({ file, text: readFileSync(file) })
    if (!document) throw new Error('not sound')
    const again = checkSource({ file: 'a.xlsx', text: await writeWorkbook(document) })
    expect(again.findings.map(({ code }) => code)).toEqual(findings.map(({ code }) => code))
    expect(hashOf(again.canonical)).toBe(hashOf(canonical))
  })

  it('has the same content hash with 157 criteria and two rule sets', async () => {
    const { canonical } = checkSource({ file: 'a.json', text: JSON.stringify(hasDocument) })
    const again = checkSource({ file: 'a.xlsx', text: await writeWorkbook(hasDocument) })
    expect(hashOf(again.canonical)).toBe(hashOf(canonical))
  })

  it('finds the columns of every table, however many questions stand between', async () => {
    const table = (code: string) => ({ code, type: 'table' as const, prompt: code, columns: [{ code: 'nom', type: 'text' as const, prompt: 'Nom' }] })
    const document: ReferentielDocument = {
      format: 'referentiel/1',
      id: 'tables',
      version: '1.0.0',
      title: 'Deux tableaux',
      kinds: [{ code: 'critere', label: 'Critère', assessable: true }],
      nodes: ['a', 'b'].map((code) => ({ code, kind: 'critere', title: code, questions: [table(`${code}.1`), table(`${code}.2`)] })),
    }
    const again = checkSource({ file: 'a.xlsx', text: await writeWorkbook(document) })
    expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(hashOf(again.canonical)).toBe(hashOf(checkSource({ file: 'a.json', text: JSON.stringify(document) }).canonical))
  })

  it('proposes no scale to a document that has none, and was written so', async () => {
    const document: ReferentielDocument = {
      format: 'referentiel/1',
      id: 'sans-echelle',
      version: '1.0.0',
      title: 'Pas encore d’échelle',
      kinds: [{ code: 'critere', label: 'Critère', assessable: true }],
      nodes: [{ code: 'a', kind: 'critere', title: 'A' }],
    }
    const { value } = workbookSource({ file: 'a.xlsx', bytes: await writeWorkbook(document) })
    expect(canonicalText(normalise(referentielDocument.parse(tidy(value))))).toBe(canonicalText(normalise(document)))
  })

  it('keeps whatever the format allows, in every field', async () => {
    const property = fc.asyncProperty(anyDocument, async (document) => {
      const { value, findings } = workbookSource({ file: 'a.xlsx', bytes: await writeWorkbook(document) })
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
      expect(canonicalText(normalise(referentielDocument.parse(tidy(value))))).toBe(canonicalText(normalise(document)))
    })
    await fc.assert(property, samples({ sample: 25, full: 500 }))
  })

  it('is the same bytes for the same content, whenever it is made', async () => {
    const one = await writeWorkbook(hasDocument)
    vi.useFakeTimers({ now: Date.now() + 3 * 24 * 3600 * 1000 + 11_000, toFake: ['Date'] })
    const other = await writeWorkbook(hasDocument).finally(() => vi.useRealTimers())
    expect(contentHash(Buffer.from(one).toString('hex'))).toBe(contentHash(Buffer.from(other).toString('hex')))
  })
})

/** Fields that say nothing: the state is publication's, and a constat is never official. */
const withoutPlace = new Set(['status', 'scoring.rules.*.outcomes.*.official'])

/** Paths of the format's fields that hold no further field. */
const leavesOf = (schema: z.core.$ZodType, path: readonly string[]): readonly string[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return leavesOf(schema.def.innerType, path)
  if (schema === text) return [path.join('.')]
  if (schema instanceof z.ZodArray) return leavesOf(schema.def.element, [...path, '*'])
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap((item, index) => leavesOf(item, [...path, String(index)]))
  if (schema instanceof z.ZodRecord) return [[...path, '*'].join('.')]
  if (schema instanceof z.ZodUnion) {
    const block = schema.def.options.find((option) => option instanceof z.ZodObject)
    return block === undefined ? [path.join('.')] : [path.join('.'), ...leavesOf(block, path)]
  }
  if (!(schema instanceof z.ZodObject)) return [path.join('.')]
  return Object.entries(schema.def.shape).flatMap(([key, field]) => leavesOf(field, [...path, key]))
}

/** Paths that the columns of the workbook fill. */
const filled = new Set(
  sheets.flatMap(({ variants }) =>
    variants.flatMap(({ steps, fills }) =>
      [...fills].flatMap(([id, { step, field, form }]) => {
        const last = steps[step]
        const before = steps.slice(0, step).flatMap(({ at }) => [...at, '*'])
        if (last?.kind === 'entry' || last?.kind === 'item') return last.value === id ? [[...before, ...last.at, '*'].join('.')] : []
        const own = [...before, ...(last === undefined ? [] : [...last.at, '*']), ...field.map(String)]
        const many = form === 'codes' || form === 'texts' || form === 'words' || form === 'values'
        return [many ? [...own, '*'].join('.') : own.join('.')]
      }),
    ),
  ),
)
const fixed = sheets.flatMap(({ variants }) =>
  variants.flatMap(({ steps }) =>
    steps.flatMap((step, index) =>
      step.kind === 'each' ? Object.keys(step.fixed ?? {}).map((key) => [...steps.slice(0, index + 1).flatMap(({ at }) => [...at, '*']), key].join('.')) : [],
    ),
  ),
)

describe('Every field of the format', () => {
  it.each(leavesOf(referentielDocument, []).filter((path) => !withoutPlace.has(path)))('has a column: %s', (path) => {
    expect([...filled, ...fixed]).toContain(path)
  })
})
