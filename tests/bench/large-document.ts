import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'

type Node = ReferentielDocument['nodes'][number]

export const levels = ['1', '2', '3', '4', '5']

type Size = { readonly chapters: number; readonly objectives: number; readonly criteria: number }

const nodes = ({ chapters, objectives, criteria }: Size): Node[] =>
  Array.from({ length: chapters }, (_, chapter): Node[] => [
    { code: `${chapter}`, kind: 'chapitre', title: `Chapitre ${chapter}` },
    ...Array.from({ length: objectives }, (__, objective): Node[] => [
      { code: `${chapter}.${objective}`, parent: `${chapter}`, kind: 'objectif', title: `Objectif ${objective}` },
      ...Array.from(
        { length: criteria },
        (___, criterion): Node => ({
          code: `${chapter}.${objective}.${criterion}`,
          parent: `${chapter}.${objective}`,
          kind: 'critere',
          title: `Critère ${criterion}`,
          rating: 'niveau',
          imperative: criterion === 5,
          applies: criterion === 3 ? { public: ['adultes', 'enfants'] } : undefined,
          tags: [`theme:${criterion % 9}`, ...(criterion % 4 === 0 ? [`theme:${(criterion + 3) % 9}`] : [])],
        }),
      ),
    ]).flat(),
  ]).flat()

/** Chapters of objectives of criteria, one page each chapter; some criteria with a profile rule, imperative, or of two themes. */
export const largeDocument = ({ id, ...size }: Size & { readonly id: string }): ReferentielDocument => ({
  format: 'referentiel/1',
  id,
  version: '1.0.0',
  title: 'Bench',
  rights: { licence: 'Bench', attribution: 'Bench', textOrigin: 'own' },
  kinds: [
    { code: 'chapitre', label: 'Chapitre' },
    { code: 'objectif', label: 'Objectif' },
    { code: 'critere', label: 'Critère', assessable: true },
  ],
  lists: [{ code: 'publics', options: [{ code: 'adultes', label: 'Adultes' }, { code: 'enfants', label: 'Enfants' }] }],
  profileFields: [{ code: 'public', label: 'Public', type: 'multi', list: 'publics' }],
  scales: [{ code: 'niveau', label: 'Niveau', values: levels.map((code) => ({ code, label: code, score: Number(code) })) }],
  nodes: nodes(size),
  scoring: {
    current: '1.0.0',
    rules: [
      {
        rulesVersion: '1.0.0',
        aggregate: [
          { kind: 'critere', from: 'questions', method: 'weightedMean' },
          { kind: 'objectif', from: 'children', method: 'weightedMean', round: { decimals: 2 } },
          { kind: 'chapitre', from: 'children', method: 'weightedMean' },
        ],
        imperative: { metWhen: 'all-max', onFail: 'action-required' },
      },
    ],
  },
  presentation: {
    axes: [
      { code: 'chapitres', label: 'Chapitres', by: 'kind', value: 'chapitre' },
      { code: 'themes', label: 'Thèmes', by: 'tag', value: 'theme' },
    ],
  },
})
