import type { ReferentielDocument } from '../document/document.schema.ts'

type Node = ReferentielDocument['nodes'][number]
type Question = NonNullable<Node['questions']>[number]

/** Scores 1 to 4, a star that counts as 4, and two values that don't count. */
const scale = {
  code: 'has',
  label: 'Cotation',
  values: [
    { code: '1', label: '1', score: 1 },
    { code: '2', label: '2', score: 2 },
    { code: '3', label: '3', score: 3 },
    { code: '4', label: '4', score: 4 },
    { code: '*', label: '*', score: 4 },
    { code: 'NC', label: 'NC', score: null, requires: ['comment' as const], allowedIf: 'not node.imperative' },
    { code: 'RI', label: 'RI', score: null },
  ],
}

/** A document of themes and criteria: both scored, means all the way, an imperative met when all is at its best. */
export const sampleDocument = (nodes: readonly Node[], parts: Partial<ReferentielDocument> = {}): ReferentielDocument => ({
  format: 'referentiel/1',
  id: 'sample',
  version: '1.0.0',
  title: 'Sample',
  kinds: [
    { code: 'theme', label: 'Theme' },
    { code: 'criterion', label: 'Criterion', assessable: true },
  ],
  scales: [scale],
  nodes: [...nodes],
  scoring: {
    current: '1.0.0',
    rules: [
      {
        rulesVersion: '1.0.0',
        aggregate: [
          { kind: 'criterion', from: 'questions', method: 'weightedMean' },
          { kind: 'theme', from: 'children', method: 'weightedMean' },
        ],
        imperative: { metWhen: 'all-max', onFail: 'action-required' },
      },
    ],
  },
  ...parts,
})

export const theme = (code: string, more: Partial<Node> = {}): Node => ({ code, kind: 'theme', title: code, ...more })

export const rated = (code: string, more: Partial<Node> = {}): Node => ({
  code,
  kind: 'criterion',
  title: code,
  rating: 'has',
  ...more,
})

/** A criterion that asks these questions. */
export const asking = (code: string, questions: readonly Question[], more: Partial<Node> = {}): Node => ({
  code,
  kind: 'criterion',
  title: code,
  questions: [...questions],
  ...more,
})

export const scaleQuestion = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  type: 'scale',
  scale: 'has',
  prompt: code,
  ...more,
})

/** A question of another type. */
export const question = (code: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
  code,
  type,
  prompt: code,
  ...more,
})
