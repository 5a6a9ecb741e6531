import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { changeBetween } from '#plugins/referentiels/engine/difference/version-change.ts'
import { missingDestinations } from '#plugins/referentiels/engine/difference/missing-destinations.ts'
import { migration } from '#plugins/referentiels/engine/document/relations.schema.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { chainedMap } from '#plugins/referentiels/engine/migration/chain.ts'
import { simulate } from '#plugins/referentiels/engine/migration/simulate.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { fr } from '#texts/typography.ts'

const folder = 'referentiels/rsei'

const read = (file: string, text: string | Uint8Array): ReferentielDocument => {
  const { document, findings } = checkSource({ file, text })
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'))
  return document
}

const draft = read('referentiel.yaml', readFileSync(`${folder}/referentiel.yaml`))
const points = draft.nodes.filter(({ kind }) => kind === 'point')

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('The working draft for inclusive companies', () => {
  it('has the published structure and no more of it: five chapters, four levels, two sub-criteria', () => {
    expect(draft.nodes.filter(({ kind }) => kind === 'chapitre').map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Gouvernance et projet d’entreprise'],
      ['2', 'Management des ressources humaines'],
      ['3', 'Management de l’inclusion'],
      ['4', 'Management des enjeux environnementaux'],
      ['5', 'Amélioration continue'],
    ])
    expect(draft.scales?.find(({ code }) => code === 'niveaux')?.values.map(({ code, label }) => [code, label])).toEqual([
      ['1', 'Initial'], ['2', 'Engagé'], ['3', 'Confirmé'], ['4', 'Exemplaire'],
    ])
    const published = draft.nodes.filter(({ kind }) => kind === 'sous-critere')
    expect(published.map(({ code, title }) => [code, title])).toEqual([
      ['1.1', 'Détermination du projet d’entreprise'],
      ['1.2', 'Identification et dialogue avec les parties prenantes'],
    ])
    expect(published.every(({ rating, levelTexts }) => rating === undefined && levelTexts === undefined)).toBe(true)
  })

  it('can’t be mistaken for the federation’s text', () => {
    expect(draft.title).toBe('RSEi — trame de travail, non officielle')
    expect(draft.description).toContain('n’est pas le référentiel du label')
    expect(draft.kinds.find(({ code }) => code === 'point')?.label).toBe('Point de travail')
    for (const { code, number } of points) {
      expect(code).toMatch(/^t\d\.\d\d$/)
      expect(number).toBe(code.toUpperCase())
    }
    expect(new Set(draft.nodes.map(({ title }) => title)).size).toBe(draft.nodes.length)
  })

  it('never computes a level of the label', () => {
    for (const rules of draft.scoring?.rules ?? []) {
      expect(rules.outcomes ?? []).toEqual([])
      expect(rules.showOverall ?? false).toBe(false)
    }
  })

  it('helps on every working point, with four texts of its own', () => {
    expect(points.length).toBeGreaterThanOrEqual(20)
    for (const node of points) {
      expect(node, node.code).toMatchObject({ rating: 'niveaux', statement: expect.any(String), about: expect.any(String), stakes: expect.any(String) })
      expect(Object.keys(node.levelTexts ?? {}).sort(), node.code).toEqual(['1', '2', '3', '4'])
      expect(node.inspiringQuestions?.length, node.code).toBeGreaterThanOrEqual(3)
      expect(node.examples?.length, node.code).toBeGreaterThanOrEqual(2)
      expect(node.evidence?.some(({ required, fromLevel }) => required === true && fromLevel !== undefined), node.code).toBe(true)
      expect(node.indicators?.map(({ nature }) => nature).sort(), node.code).toEqual(['qualitative', 'quantitative'])
    }
  })

  it('says nothing twice, in French typography', () => {
    const said = points.flatMap(({ statement, about, stakes, levelTexts, inspiringQuestions, examples }) =>
      textsOf([statement, about, stakes, levelTexts, inspiringQuestions, examples]),
    )
    expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([])
    expect(textsOf(draft).filter((text) => fr(text) !== text)).toEqual([])
  })
})

describe('The way to the federation’s text', () => {
  const passage = z
    .strictObject({ migrations: z.array(migration).length(1) })
    .parse(parse(readFileSync(`${folder}/migrations/vers-le-texte-de-la-federation.yaml`, 'utf8')))

  /** What the federation may bring: its own sub-criteria, of which two are known by name. */
  const federation = {
    ...draft,
    version: '2.0.0',
    kinds: [{ code: 'chapitre', label: 'Chapitre' }, { code: 'sous-critere', label: 'Sous-critère', assessable: true }],
    nodes: draft.nodes
      .filter(({ kind }) => kind !== 'point' && kind !== 'groupe')
      .map((node) => (node.kind === 'sous-critere' ? { ...node, rating: 'niveaux' } : node)),
    mappings: [],
    scoring: undefined,
    presentation: undefined,
    expect: undefined,
    ...passage,
  }
  const imported = read('federation.json', JSON.stringify(federation))

  it('names every working point once, and loses none', () => {
    const items = passage.migrations.flatMap((each) => each.items)
    expect(items.map(({ from }) => from)).toEqual([...points.map(({ code }) => code), 'tg1'])
    expect(missingDestinations(draft, imported)).toEqual([])
    expect(missingDestinations(draft, { ...imported, migrations: [] })).toHaveLength(points.length + 1)
  })

  it('asks to confirm every level that it proposes, for it was chosen on other words', () => {
    const carried = passage.migrations.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'removed')
    expect(carried.map(({ from, to, confirm }) => [from, to, confirm])).toEqual([
      ['t1.01', ['1.1'], true], ['t1.02', ['1.1'], true], ['t1.03', ['1.2'], true], ['t1.04', ['1.2'], true],
    ])
    expect(changeBetween(draft, imported)).toBe('major')
  })

  it('carries the lowest of what was answered, and keeps the rest readable in the old diagnostic', () => {
    const answer = (question: string, value: string) => ({ question, grid: 0, value, comment: null, toConfirm: null })
    const { carried, answers } = simulate(
      { answers: [answer('t1.01', '3'), answer('t1.02', '2'), answer('t1.03', '4'), answer('t3.05', '4')], assessments: [], grids: [] },
      { before: compile(draft), after: compile(imported), whole: compile(imported), map: chainedMap([draft, imported]), profile: { structure: ['ei'] } },
    )
    expect(carried.answers.map(({ question, value, toConfirm, from }) => [question, value, toConfirm, from.map((old) => old.question)])).toEqual([
      ['1.1', '2', 'merged', ['t1.01', 't1.02']],
      ['1.2', '4', 'merged', ['t1.03']],
    ])
    expect(answers).toEqual({ carried: 0, toConfirm: 3, setAside: 1 })
    expect(carried.outcomes.filter(({ status }) => status === 'setAside')).toMatchObject([{ row: { question: 't3.05' }, change: 'removed' }])
  })
})
