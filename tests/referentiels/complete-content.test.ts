import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { fr } from '#texts/typography.ts'

const complete = 'referentiels/ess-complet/referentiel.yaml'
const demonstration = 'demo/referentiels/demo-habitat-jeunes/referentiel.yaml'

const read = (file: string): ReferentielDocument => {
  const { document, findings } = checkSource({ file, text: readFileSync(file) })
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'))
  return document
}

const shipped = read(complete)
const derived = read(demonstration)

const criteriaOf = ({ nodes }: ReferentielDocument) =>
  nodes.filter(({ kind }) => kind === 'critere').sort((one, other) => (one.order ?? 0) - (other.order ?? 0))

const criteria = criteriaOf(shipped)
const criterion = (code: string) => criteria.find((node) => node.code === code)

/** What the publisher’s deck says, word for word: it is not ours to polish. */
const titles = {
  c1: 'Exercice du pouvoir',
  c13: "Conditions d'emploi et développement des personnes",
  c14: "Qualité de l'emploi",
  c15: 'Dialogue social et négociation collective',
  c25: 'Pollution et gestion des déchets',
  c26: 'Utilisation durable des ressources',
  c31: 'Qualité de vie au travail',
  c34: 'Achats responsables',
  c35: 'Propriété des données',
}

const statements = {
  c1: "Le fonctionnement de mon organisation est démocratique. Il repose sur un « état de droit », c'est-à-dire des règles formelles, écrites, connues de tous, qui posent un cadre, des limites, à l'exercice du pouvoir.",
  c13: "L'organisation favorise les conditions d'exercice et le développement des personnes, garants de l'attractivité, de la fidélité des salariés, de compétences en adéquation avec le projet de l'organisation",
  c14: 'Mon organisation est en règle et pro-active en matière de santé, de sécurité et de protection des travailleurs placés sous son autorité.',
  c15: "Mon organisation a mis en place des procédures de dialogue social permettant l'organisation et l'amélioration des relations individuelles et collectives du travail.",
  c31: "Mon organisation favorise le bien-être au travail et l'équilibre entre la vie privée et professionnelle",
}

const levels = [
  ["Mon organisation n'a pas encore engagé de réflexion", "Aucune réflexion ou aucune action n'a été engagée dans ce domaine"],
  ['Mon organisation peut le dire', 'Mon organisation a engagé des actions non documentées'],
  ['Un document décrit la pratique de mon organisation', 'Mon organisation a documenté sa politique et ses pratiques'],
  ['Mon organisation mesure et peut rendre compte de cette affirmation', 'Mon organisation mesure et peut rendre compte de ses pratiques'],
  ['Mon organisation est exemplaire sur cette affirmation', "Les pratiques de mon organisation peuvent inspirer d'autres organisations"],
]

const verbatim = new Set([...Object.values(titles), ...Object.values(statements), ...levels.flat()])

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('The complete référentiel', () => {
  it('says what the deck says, word for word', () => {
    expect(Object.fromEntries(Object.keys(titles).map((code) => [code, criterion(code)?.title]))).toEqual(titles)
    expect(Object.fromEntries(Object.keys(statements).map((code) => [code, criterion(code)?.statement]))).toEqual(statements)
    const maturity = shipped.scales?.find(({ code }) => code === 'maturite')
    expect(maturity?.values.map(({ label, description }) => [label, description])).toEqual(levels)
  })

  it('shows criterion 31 right after 18 in its theme: the number is no place', () => {
    expect(criteria.filter(({ parent }) => parent === 'social').map(({ number }) => number)).toEqual(
      ['13.', '14.', '15.', '16.', '17.', '18.', '31.'],
    )
  })

  it.each([
    ['complete', criteria],
    ['demonstration', criteriaOf(derived)],
  ])('helps on every criterion (%s)', (_name, all) => {
    for (const node of all) {
      expect(node, node.code).toMatchObject({ rating: 'maturite', about: expect.any(String), stakes: expect.any(String) })
      expect(node.inspiringQuestions?.length, node.code).toBeGreaterThanOrEqual(3)
      expect(node.examples?.length, node.code).toBeGreaterThanOrEqual(2)
      expect(node.evidence?.some(({ required, fromLevel }) => required === true && fromLevel !== undefined), node.code).toBe(true)
      expect(node.indicators?.map(({ nature }) => nature).sort(), node.code).toEqual(['qualitative', 'quantitative'])
      for (const { nature, unit, direction } of node.indicators ?? []) {
        if (nature === 'quantitative') expect([unit, direction], node.code).not.toContain(undefined)
      }
    }
  })

  it('says nothing twice', () => {
    const said = criteria.flatMap(({ about, stakes, inspiringQuestions = [], examples = [] }) =>
      textsOf([about, stakes, inspiringQuestions, examples]),
    )
    expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([])
  })

  it.each([
    ['complete', shipped],
    ['demonstration', derived],
  ])('is written in French typography, the deck’s own words apart (%s)', (_name, document) => {
    expect(textsOf(document).filter((text) => !verbatim.has(text) && fr(text) !== text)).toEqual([])
  })

  it('asks one question of dialogue on every theme, in plain words for each of its audiences', () => {
    const asked = shipped.dialogue?.questions ?? []
    expect(asked.map(({ node }) => node).sort()).toEqual(
      shipped.nodes.filter(({ kind }) => kind === 'theme').map(({ code }) => code).sort(),
    )
    for (const { audiences = [], plainPrompt } of asked) {
      expect(plainPrompt).toEqual({ byAudience: Object.fromEntries(audiences.map((audience) => [audience, expect.any(String)])) })
    }
  })

  it('explains every link that it draws to another framework, as its tags say', () => {
    for (const { target, items } of shipped.mappings ?? []) {
      expect(items.filter(({ rationale, strength }) => rationale === undefined || strength === undefined)).toEqual([])
      const tagged = criteria.flatMap(({ code, tags = [] }) =>
        tags.filter((tag) => tag.startsWith(`${target}:`)).map((tag) => `${code} ${tag.slice(target.length + 1)}`),
      )
      expect(items.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(tagged.sort())
    }
  })
})

describe('The demonstration network’s own référentiel', () => {
  it('is the complete one, criterion by criterion, and four criteria more', () => {
    expect(derived.derivedFrom).toEqual({ id: shipped.id, version: shipped.version })
    const own = criteriaOf(derived).filter(({ code }) => criterion(code) === undefined)
    expect(own.map(({ number }) => number)).toEqual(['36.', '37.', '38.', '39.'])
    for (const node of shipped.nodes) expect(derived.nodes).toContainEqual({ ...node, order: expect.any(Number) })
  })

  it('takes over the answers of every shared criterion', () => {
    const shared = derived.mappings?.find(({ target }) => target === shipped.id)
    expect(shared?.items.filter(({ from, to, relation, carryAnswers }) => from === to && relation === 'equal' && carryAnswers === true)).toHaveLength(criteria.length)
  })
})
