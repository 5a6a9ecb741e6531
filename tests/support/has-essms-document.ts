import { readFileSync } from 'node:fs'

import { referentielDocument, type ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { z } from 'zod'

const codes = z.array(z.string())

const facts = z
  .object({
    chapters: z.array(z.object({ code: z.string(), label: z.string(), method: z.string() })),
    themes: z.array(z.object({ code: z.string(), label: z.string() })),
    publics: z.array(z.object({ code: z.string(), label: z.string() })),
    objectives: z.array(
      z.object({ code: z.string(), chapter: z.string(), theme: z.string(), label: z.string() }),
    ),
    criteria: z.array(
      z.object({
        code: z.string(),
        objective: z.string(),
        label: z.string(),
        imperative: z.boolean(),
        respondent: z.string(),
        applicability: z.object({
          sector: codes.optional(),
          structureKind: codes.optional(),
          public: codes.optional(),
        }),
        prompts: codes,
      }),
    ),
    profiles: z.array(
      z.object({
        label: z.string(),
        sector: codes,
        structureKind: codes,
        public: codes,
        expected: z.object({
          criteria: z.number(),
          imperatives: z.number(),
          elements: z.number(),
          byChapter: z.record(z.string(), z.number()),
        }),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/has-essms/facts.json', import.meta.url), 'utf8')))

type Node = ReferentielDocument['nodes'][number]
type Applicability = (typeof facts)['criteria'][number]['applicability']

const appliesOf = ({ sector, structureKind, public: publics }: Applicability): Node['applies'] => {
  const fields = Object.entries({ secteur: sector, structure: structureKind, public: publics })
  const named = fields.flatMap(([field, values]): [string, string[]][] => (values === undefined ? [] : [[field, values]]))
  return named.length === 0 ? undefined : Object.fromEntries(named)
}

const objectivesOf = (chapter: string, theme: string) =>
  facts.objectives.filter((objective) => objective.chapter === chapter && objective.theme === theme)

const criterionNodes = (objective: string): readonly Node[] =>
  facts.criteria
    .filter((criterion) => criterion.objective === objective)
    .map((criterion) => ({
      code: criterion.code,
      number: criterion.code,
      parent: `o${objective}`,
      kind: 'critere',
      title: criterion.label,
      respondent: criterion.respondent,
      imperative: criterion.imperative,
      applies: appliesOf(criterion.applicability),
      questions: criterion.prompts.map((prompt, place) => ({
        code: `${criterion.code}.e${place + 1}`,
        type: 'scale',
        scale: 'cotation',
        prompt,
      })),
    }))

const nodes: readonly Node[] = facts.chapters.flatMap((chapter): readonly Node[] => [
  {
    code: chapter.code,
    kind: 'chapitre',
    number: chapter.code,
    title: chapter.label,
    methods: [chapter.method],
    repeat: chapter.code === '1' ? { label: 'Personne rencontrée' } : undefined,
  },
  ...facts.themes
    .filter((theme) => objectivesOf(chapter.code, theme.code).length > 0)
    .flatMap((theme): readonly Node[] => [
      { code: `${chapter.code}.${theme.code}`, kind: 'theme', parent: chapter.code, title: theme.label },
      ...objectivesOf(chapter.code, theme.code).flatMap((objective): readonly Node[] => [
        {
          code: `o${objective.code}`,
          kind: 'objectif',
          number: objective.code,
          parent: `${chapter.code}.${theme.code}`,
          title: objective.label,
          tags: [`theme:${theme.code}`],
        },
        ...criterionNodes(objective.code),
      ]),
    ]),
])

const means = (['objectif', 'theme', 'chapitre'] as const).map((kind) => ({
  kind,
  from: 'children' as const,
  method: 'weightedMean' as const,
}))
const criterionMean = { kind: 'critere', from: 'questions' as const, method: 'weightedMean' as const }
const imperative = { metWhen: 'all-max' as const, onFail: 'action-required' as const }

/**
 * The évaluation of social and medico-social services as a document: 3 chapters, 22 themes in chapters, 42 objectives,
 * 157 criteria, 350 rated elements; the rules before and since October 2024.
 */
export const hasDocument: ReferentielDocument = referentielDocument.parse({
  format: 'referentiel/1',
  id: 'evaluation-essms',
  version: '2025.7.8',
  title: 'Évaluation des établissements et services sociaux et médico-sociaux',
  kinds: [
    { code: 'chapitre', label: 'Chapitre' },
    { code: 'theme', label: 'Thème' },
    { code: 'objectif', label: 'Objectif' },
    { code: 'critere', label: 'Critère', assessable: true },
  ],
  profileFields: [
    { code: 'secteur', label: 'Secteur', type: 'single', list: 'secteurs' },
    { code: 'structure', label: 'Structure', type: 'multi', list: 'structures' },
    { code: 'public', label: 'Publics', type: 'multi', list: 'publics' },
  ],
  lists: [
    {
      code: 'secteurs',
      options: [
        { code: 'social', label: 'Social' },
        { code: 'medico-social', label: 'Médico-social' },
      ],
    },
    {
      code: 'structures',
      options: [
        { code: 'etablissement', label: 'Établissement' },
        { code: 'service', label: 'Service' },
      ],
    },
    { code: 'publics', options: facts.publics },
    { code: 'themes', options: facts.themes },
  ],
  scales: [
    {
      code: 'cotation',
      label: 'Cotation',
      values: [
        { code: '1', label: 'Pas du tout satisfaisant', score: 1 },
        { code: '2', label: 'Plutôt pas satisfaisant', score: 2 },
        { code: '3', label: 'Plutôt satisfaisant', score: 3 },
        { code: '4', label: 'Tout à fait satisfaisant', score: 4 },
        { code: '*', label: 'Optimisé', score: 4 },
        { code: 'NC', label: 'Non concerné', score: null, requires: ['comment'], allowedIf: 'non nœud.imperative' },
        { code: 'RI', label: 'Réponse inadaptée', score: null, allowedIf: 'nœud.chapitre = "1"' },
      ],
    },
  ],
  nodes: [...nodes],
  scoring: {
    current: '2.0.0',
    rules: [
      {
        rulesVersion: '1.0.0',
        validUntil: '2024-10-08',
        aggregate: [{ ...criterionMean, round: { decimals: 0, mode: 'half-up' } }, ...means],
        imperative: { metWhen: 'score-at-least', threshold: 4, onFail: 'action-required' },
      },
      { rulesVersion: '2.0.0', validFrom: '2024-10-09', aggregate: [criterionMean, ...means], imperative },
    ],
  },
  presentation: {
    pageKind: 'chapitre',
    criterionKind: 'critere',
    axes: [
      { code: 'chapitres', label: 'Chapitres', by: 'kind', value: 'chapitre' },
      { code: 'themes', label: 'Thèmes', by: 'tag', value: 'theme', list: 'themes' },
    ],
    defaultAxis: 'themes',
  },
} satisfies z.input<typeof referentielDocument>)

/** Five organisations and what applies to each. */
export const hasProfiles = facts.profiles.map(({ label, sector, structureKind, public: publics, expected }) => ({
  label,
  profile: { secteur: sector, structure: structureKind, public: publics },
  expected,
}))
