import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { fr } from '#texts/typography.ts'

import { demoSchema } from './demo.schema.ts'
import { demoDiagnosticsSchema } from './diagnostics.schema.ts'

const read = (file: string): unknown => parse(readFileSync(path.resolve(file), 'utf8'))
const demo = demoSchema.parse(read('demo/accounts.yaml'))
const { organisations } = demoDiagnosticsSchema.parse(read('demo/diagnostics.yaml'))

const documents = new Map(
  ['referentiels/ess-complet', 'referentiels/rsei', 'demo/referentiels/demo-habitat-jeunes'].map((folder) => {
    const document = referentielDocument.parse(read(`${folder}/referentiel.yaml`))
    return [document.id, document]
  }),
)

const diagnostics = organisations.flatMap(({ number, campaigns }) =>
  campaigns.flatMap((campaign) => campaign.diagnostics.map((diagnostic) => ({ number, campaign, ...diagnostic }))),
)

describe('the demonstration diagnostics', () => {
  it('belong to organisations of the demonstration, in at least three years, and leave one organisation without any', () => {
    const numbers = organisations.map(({ number }) => number)
    const known = demo.organisations.map(({ number }) => number)
    expect(numbers.filter((number) => !known.includes(number))).toEqual([])
    expect(known.filter((number) => !numbers.includes(number))).toEqual([6655])
    expect(new Set(diagnostics.map(({ state }) => state))).toEqual(new Set(['open', 'validated', 'archived']))
    expect(Math.min(...diagnostics.map(({ campaign }) => campaign.start))).toBeLessThan(-730)
  })

  it('are written by people who may write there on that day', () => {
    const strangers = diagnostics.flatMap(({ number, criteria }) => {
      const { members = [], mandates = [] } = demo.organisations.find((organisation) => organisation.number === number) ?? {}
      const mayWrite = (by: string, on: number): boolean =>
        members.some(({ email, role }) => email === by && role !== 'reader') ||
        mandates.some(({ consultant, start }) => consultant === by && start <= on)
      return criteria.filter(({ by, on }) => !mayWrite(by, on)).map(({ by, on }) => ({ number, by, on }))
    })
    expect(strangers).toEqual([])
  })

  it('answer criteria of their référentiel, each once, with one of its levels, after they were opened', () => {
    for (const { number, referentiel, subset, profile, criteria, on, campaign } of diagnostics) {
      const document = documents.get(referentiel)
      expect(document, referentiel).toBeDefined()
      if (document === undefined) continue
      const compiled = compile(document, { subset })
      const levelsOf = (code: string) => compiled.questionByCode.get(code)?.values.map(({ code: level }) => level) ?? []
      for (const [field, values] of Object.entries(profile)) {
        const options = compiled.profileFields.find(({ code }) => code === field)?.options.map(({ code }) => code)
        expect(options, field).toEqual(expect.arrayContaining(values))
      }
      const codes = criteria.map(({ criterion }) => criterion)
      expect(new Set(codes).size, String(number)).toBe(codes.length)
      expect(on).toBeGreaterThanOrEqual(campaign.start)
      for (const { criterion, answer, target, target3, on: writtenOn } of criteria) {
        for (const level of [answer, target, target3]) {
          if (level !== undefined && level !== null) expect(levelsOf(criterion), `${number} ${criterion}`).toContain(level)
        }
        expect(writtenOn).toBeGreaterThanOrEqual(on)
        expect(writtenOn).toBeLessThanOrEqual(campaign.end)
      }
    }
  })

  it('say in a reason why a criterion is not concerned, and then answer nothing', () => {
    const notConcerned = diagnostics.flatMap(({ criteria }) => criteria.filter((criterion) => criterion.notConcerned))
    expect(notConcerned.length).toBeGreaterThanOrEqual(2)
    for (const { reason, answer } of notConcerned) {
      expect(reason?.trim()).toMatch(/\.$/)
      expect(answer).toBeUndefined()
    }
  })

  it('aim above the level of today', () => {
    for (const { criteria } of diagnostics) {
      for (const { criterion, answer = '', target, target3 } of criteria) {
        if (target) expect(Number(target), criterion).toBeGreaterThan(Number(answer))
        if (target && target3) expect(Number(target3), criterion).toBeGreaterThan(Number(target))
      }
    }
  })

  it('tell each practice once, in French typography', () => {
    const texts = diagnostics.flatMap(({ criteria }) =>
      criteria.flatMap(({ practices, reason }) => [practices, reason]).filter((text) => typeof text === 'string'),
    )
    expect(texts.length).toBeGreaterThan(70)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toBe(fr(text))
  })
})
