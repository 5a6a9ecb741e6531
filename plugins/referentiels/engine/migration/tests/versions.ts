import { compile } from '../../compile/compile.ts'
import type { ReferentielDocument } from '../../document/document.schema.ts'
import { referentielDocument } from '../../document/document.schema.ts'
import { normalise } from '../../document/normalise.ts'
import type { Carried, StoredAnswer, StoredAssessment, StoredRows } from '../stored-rows.ts'
import { carry } from '../carry.ts'
import { chainedMap } from '../chain.ts'
import type { MigrationItem } from '../migration-map.ts'

/** A version as it is published: checked and in normal form. */
export const published = (document: object): ReferentielDocument => normalise(referentielDocument.parse(document))

export const oneToFive = {
  code: 'maturite',
  label: 'Maturité',
  values: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: `Niveau ${code}`, score: Number(code) })),
}

/** Themes and rated criteria, with what a test adds. */
export const version = (number: string, nodes: readonly object[], parts: object = {}): ReferentielDocument =>
  published({
    format: 'referentiel/1',
    id: 'essai',
    version: number,
    title: 'Essai',
    kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
    scales: [oneToFive],
    nodes: [{ code: 't1', kind: 'theme', title: 'Gouvernance' }, ...nodes],
    scoring: {
      current: '1.0.0',
      rules: [{
        rulesVersion: '1.0.0',
        aggregate: [
          { kind: 'critere', from: 'questions', method: 'weightedMean' },
          { kind: 'theme', from: 'children', method: 'weightedMean' },
        ],
      }],
    },
    presentation: { axes: [{ code: 'theme', label: 'Thème', by: 'kind', value: 'theme' }], defaultAxis: 'theme' },
    ...parts,
  })

export const criterion = (code: string, more: object = {}): object => ({
  code,
  kind: 'critere',
  parent: 't1',
  title: `Critère ${code}`,
  ...('questions' in more ? {} : { rating: 'maturite' }),
  ...more,
})

export const withMigration = (from: string, items: readonly MigrationItem[]): object => ({ migrations: [{ from, items }] })

export const answer = (question: string, value: unknown, more: Partial<StoredAnswer> = {}): StoredAnswer => ({
  question, grid: 0, value, comment: null, toConfirm: null, ...more,
})

export const assessment = (criterionCode: string, more: Partial<StoredAssessment> = {}): StoredAssessment => ({
  criterion: criterionCode,
  notConcerned: false,
  reason: null,
  toReview: false,
  practices: null,
  priority: null,
  target: null,
  target3: null,
  toConfirm: null,
  ...more,
})

export const rows = (answers: readonly StoredAnswer[], more: Partial<StoredRows> = {}): StoredRows => ({
  answers, assessments: [], grids: [], ...more,
})

/** Carries through these versions, the first of which was answered. */
export const carried = (path: readonly ReferentielDocument[], stored: StoredRows): Carried => {
  const last = path.at(-1)
  if (last === undefined) throw new Error('No version.')
  return carry(stored, { map: chainedMap(path), compiled: compile(last) })
}

/** `question@grid=value!reason` of each carried answer. */
export const told = ({ answers }: Carried): readonly string[] =>
  answers.map(({ question, grid, value, toConfirm }) =>
    `${question}${grid === 0 ? '' : `@${grid}`}=${JSON.stringify(value)}${toConfirm === null ? '' : `!${toConfirm}`}`)
