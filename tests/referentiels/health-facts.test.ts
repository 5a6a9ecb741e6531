import { describe, expect, it } from 'vitest'

import { fr } from '#texts/typography.ts'

import { hasDocument, healthFacts } from '../support/has-essms-document.ts'

type Node = (typeof hasDocument)['nodes'][number]

const { nodes } = hasDocument
const inOrder = nodes.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
const ofKind = (kind: string) => inOrder.filter((node) => node.kind === kind)
const nodeOf = (code: string | undefined): Node | undefined => nodes.find((node) => node.code === code)

/** The node of a kind that another stands below. */
const above = (node: Node | undefined, kind: string): Node | undefined =>
  node === undefined || node.kind === kind ? node : above(nodeOf(node.parent), kind)

const optionsOf = (list: string) =>
  (hasDocument.lists?.find(({ code }) => code === list)?.options ?? []).map(({ code, label }) => [code, label])

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const respondents: Readonly<Record<string, string>> = {
  personne: 'la personne accompagnée',
  professionnels: 'les professionnels',
  essms: 'la gouvernance',
}

describe('The facts on the évaluation of social and medico-social services', () => {
  it('give the chapters, each with its method', () => {
    expect(ofKind('chapitre').map(({ code, number, title, methods }) => [code, number, title, methods])).toEqual(
      healthFacts.chapters.map(({ code, label, method }) => [code, code, fr(label), [method]]),
    )
  })

  it('give the themes, which cross the chapters, and the publics', () => {
    expect(optionsOf('themes')).toEqual(healthFacts.themes.map(({ code, label }) => [code, fr(label)]))
    for (const { code, title, tags } of ofKind('theme')) {
      const theme = healthFacts.themes.find((one) => code.endsWith(`.${one.code}`))
      expect([title, tags], code).toEqual([fr(theme?.label ?? ''), [`theme:${theme?.code ?? ''}`]])
    }
    const capital = (label: string) => `${label.charAt(0).toUpperCase()}${label.slice(1)}`
    expect(optionsOf('publics')).toEqual(healthFacts.publics.map(({ code, label }) => [code, capital(fr(label))]))
  })

  it('give the objectives, below their theme and their chapter, in their order', () => {
    const found = ofKind('objectif').map((node) => ({
      code: node.number,
      chapter: above(node, 'chapitre')?.code,
      theme: above(node, 'theme')?.code,
      label: node.title,
    }))
    expect(found).toEqual(
      healthFacts.objectives.map(({ code, chapter, theme, label }) => ({ code, chapter, theme: `${chapter}.${theme}`, label: fr(label) })),
    )
    expect(ofKind('objectif').map(({ code }) => code)).toEqual(healthFacts.objectives.map(({ code }) => `o${code}`))
  })

  it('give the criteria: codes as printed, objective, title, imperative or not, respondent, method, what they apply to', () => {
    const found = ofKind('critere').map((node) => ({
      code: node.code,
      number: node.number,
      parent: node.parent,
      title: node.title,
      imperative: node.imperative ?? false,
      respondent: node.respondent,
      methods: node.methods,
      applies: node.applies ?? {},
    }))
    expect(found).toEqual(
      healthFacts.criteria.map(({ code, objective, label, imperative, respondent, applicability }) => ({
        code,
        number: code,
        parent: `o${objective}`,
        title: fr(label),
        imperative,
        respondent: respondents[respondent],
        methods: above(nodeOf(`o${objective}`), 'chapitre')?.methods,
        applies: {
          ...(applicability.sector && { secteur: applicability.sector }),
          ...(applicability.structureKind && { structure: applicability.structureKind }),
          ...(applicability.public && { public: applicability.public }),
        },
      })),
    )
  })

  it('give the elements of each criterion, in order, all on the one scale', () => {
    for (const { code, prompts } of healthFacts.criteria) {
      const elements = (nodeOf(code)?.questions ?? []).filter(({ type }) => type === 'scale')
      expect(elements.map((question) => [question.code, question.scale, question.prompt]), code).toEqual(
        prompts.map((prompt, place) => [`${code}.e${place + 1}`, 'cotation', fr(prompt)]),
      )
    }
  })

  it('give what each value counts for, and where it may be chosen', () => {
    const [scale, ...others] = hasDocument.scales ?? []
    expect(others).toEqual([])
    expect(scale?.values.map(({ code, score, label, requires = [], allowedIf }) => [code, score, label, requires, allowedIf !== undefined])).toEqual([
      ['1', 1, 'Pas du tout satisfaisant', [], false],
      ['2', 2, 'Plutôt pas satisfaisant', [], false],
      ['3', 3, 'Plutôt satisfaisant', [], false],
      ['4', 4, 'Tout à fait satisfaisant', [], false],
      ['*', 4, 'Optimisé', [], false],
      ['NC', null, 'Non concerné', ['comment'], true],
      ['RI', null, 'Réponse inadaptée', [], true],
    ])
  })

  it('give two ways to reckon, the second since 9 October 2024', () => {
    const { current, rules = [] } = hasDocument.scoring ?? {}
    expect(current).toBe('2.0.0')
    expect(
      rules.map(({ rulesVersion, validFrom, validUntil, imperative, aggregate = [] }) => ({
        rulesVersion,
        validFrom,
        validUntil,
        metWhen: imperative?.metWhen,
        rounded: aggregate.filter(({ round }) => round !== undefined).map(({ kind }) => kind),
      })),
    ).toEqual([
      { rulesVersion: '1.0.0', validUntil: '2024-10-08', metWhen: 'score-at-least', rounded: ['critere'] },
      { rulesVersion: '2.0.0', validFrom: '2024-10-09', metWhen: 'all-max', rounded: [] },
    ])
  })
})

describe('The référentiel made of them', () => {
  it('never calls itself official, says what it is not, and names the source', () => {
    expect(textsOf([hasDocument.title, hasDocument.shortTitle]).filter((title) => /officiel/i.test(title))).toEqual([])
    const notice = fr('Outil d’auto-évaluation ; ne constitue pas une évaluation officielle')
    expect([hasDocument.rights?.notice, hasDocument.binding?.banner]).toEqual([notice, notice])
    expect(hasDocument.rights?.attribution).toContain('Haute Autorité de santé')
    expect(hasDocument.scoring?.rules.filter(({ showOverall, outcomes = [] }) => showOverall === true || outcomes.length > 0)).toEqual([])
  })

  it('helps on every criterion: a statement, an explanation, questions, evidence', () => {
    for (const { code, statement, about, inspiringQuestions = [], evidence = [], imperative } of ofKind('critere')) {
      expect([typeof statement, typeof about], code).toEqual(['string', 'string'])
      expect(inspiringQuestions.length, code).toBeGreaterThanOrEqual(2)
      expect(evidence.length, code).toBeGreaterThanOrEqual(1)
      expect(evidence.some(({ required }) => required === true), code).toBe(imperative === true)
    }
  })

  it('asks for causes, measures, action, date and person of every imperative, and of no other', () => {
    for (const { code, questions = [], imperative } of ofKind('critere')) {
      const form = questions.filter(({ type }) => type !== 'scale')
      expect(form.map((question) => question.code), code).toEqual(
        imperative === true ? ['causes', 'mesures', 'action', 'echeance', 'responsable'].map((part) => `${code}.${part}`) : [],
      )
      for (const { appliesIf } of form) expect(appliesIf).toBe(`répondu(score.${code}) et score.${code} < 4`)
    }
  })

  it('says nothing twice', () => {
    const said = ofKind('critere').flatMap(({ statement, about, inspiringQuestions, questions = [] }) =>
      textsOf([statement, about, inspiringQuestions, questions.filter(({ type }) => type === 'scale').map(({ prompt }) => prompt)]),
    )
    expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([])
  })

  it('is written in French typography', () => {
    expect(textsOf(hasDocument).filter((text) => fr(text) !== text)).toEqual([])
  })
})
