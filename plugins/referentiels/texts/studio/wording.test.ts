import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { checkDocument } from '../../engine/check/check-document.ts'
import { referentielDocument } from '../../engine/document/document.schema.ts'
import type { Finding } from '../../engine/findings/finding.ts'
import { readText } from '../../source/read-text.ts'
import { sentenceOf, studioSentenceOf } from '../findings.ts'

const keysIn = (schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): readonly string[] => {
  if (seen.has(schema)) return []
  seen.add(schema)
  if (schema instanceof z.ZodObject) return Object.entries<z.core.$ZodType>(schema.def.shape).flatMap(([key, each]) => [key, ...keysIn(each, seen)])
  if (schema instanceof z.ZodArray) return keysIn(schema.def.element, seen)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysIn(schema.def.innerType, seen)
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((each: z.core.$ZodType) => keysIn(each, seen))
  return schema instanceof z.ZodRecord ? keysIn(schema.def.valueType, seen) : []
}

/** Keys that are no French words: what the studio must not say. */
const french = new Set(['description', 'parent', 'sources', 'questions', 'code', 'nature', 'notice', 'audiences', 'suggestion', 'max', 'min', 'dialogue', 'migrations', 'question', 'direction', 'score', 'version', 'status'])
const keys = new Set(keysIn(referentielDocument).filter((key) => !french.has(key)))

const folder = 'tests/fixtures/damaged'
const files = readdirSync(folder).filter((file) => file !== 'expected.yaml')
const findings: readonly Finding[] = files.flatMap((file) => {
  const { value } = readText({ file, text: readFileSync(`${folder}/${file}`) })
  return value === undefined ? [] : checkDocument(value).findings
})

/** Words of a sentence that its author wrote: what was found, and codes. */
const ofAuthor = ({ value, parameters = {} }: Finding): ReadonlySet<string> =>
  new Set([value, ...Object.values(parameters)].map(String))

/** Words of the format that a field may hold, where French has another. */
const wordsIn = (schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): readonly string[] => {
  if (seen.has(schema)) return []
  seen.add(schema)
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodObject) return Object.values<z.core.$ZodType>(schema.def.shape).flatMap((each) => wordsIn(each, seen))
  if (schema instanceof z.ZodArray) return wordsIn(schema.def.element, seen)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return wordsIn(schema.def.innerType, seen)
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((each: z.core.$ZodType) => wordsIn(each, seen))
  return schema instanceof z.ZodRecord ? wordsIn(schema.def.valueType, seen) : []
}
const values = new Set(wordsIn(referentielDocument).filter((word) => !french.has(word)))

const quotedIn = (said: string): readonly string[] => [...said.matchAll(/«\s*([^«»]+?)\s*»/gu)].map(([, quoted = '']) => quoted)

const foreign = (finding: Finding): readonly string[] => {
  const said = studioSentenceOf(finding)
  return [...said.matchAll(/«\s*([^«»]+?)\s*»/gu)].flatMap(([, quoted = '']) => (keys.has(quoted.split(':')[0] ?? '') && !ofAuthor(finding).has(quoted) ? [quoted] : []))
}

describe('What the studio says of a finding', () => {
  it('is tried on hundreds of them', () => {
    expect(keys.size).toBeGreaterThan(80)
    expect(findings.length).toBeGreaterThan(100)
    expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(35)
  })

  it('names no field by its key in a file', () => {
    const said = findings.flatMap((finding) => foreign(finding).map((word) => `${finding.code} ${finding.path.join('/')}: ${word}`))
    expect([...new Set(said)]).toEqual([])
  })

  it('proposes no value by its word in a file', () => {
    expect(values.size).toBeGreaterThan(30)
    const said = findings.flatMap((finding) => quotedIn(studioSentenceOf(finding)).flatMap((word) => (values.has(word) && word !== String(finding.value) ? [`${finding.code} ${word}`] : [])))
    expect([...new Set(said)]).toEqual([])
  })

  it('is said of a workbook by the words of its columns', () => {
    const codes = ['MIGRATION', 'MIGRATION_INCOMPLETE', 'TEXTE_TIERS', 'DROITS_MANQUANTS'] as const
    const told = findings.filter(({ code }) => codes.some((each) => each === code))
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(codes))
    const said = told.flatMap((finding) => quotedIn(sentenceOf(finding, { sheet: 'Référentiel' })).filter((word) => !['licence', 'attribution'].includes(word) && (values.has(word) || keys.has(word))).map((word) => `${finding.code} ${word}`))
    expect([...new Set(said)]).toEqual([])
  })

  it('is a French sentence that ends, with the spaces that never break', () => {
    for (const finding of findings) {
      expect(studioSentenceOf(finding)).toMatch(/^[A-ZÀ-Ü«].*[.?]$/u)
      expect(studioSentenceOf(finding)).not.toMatch(/undefined|«\u202fnull|\[object| [;!?»]|« |\p{L}'\p{L}/u)
    }
  })
})
