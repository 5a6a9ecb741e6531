import { blankTexts } from '../../texts/studio/blanks.ts'
import type { PartName } from '../contract/changes.ts'
import type { FieldSpec } from './field-spec.ts'
import { freeKind, freeName } from './field-spec.ts'

/** The settings of a référentiel, one section after the other; each field is a part of the document. */

export const sectionNames = [
  'identity', 'rights', 'kinds', 'scales', 'lists', 'profile', 'scoring', 'subsets', 'dialogue', 'presentation', 'mappings',
  'migrations', 'totals',
] as const
export type SectionName = (typeof sectionNames)[number]

export type PartField = { readonly part: PartName; readonly spec: FieldSpec }

type Names = readonly string[]

const own = (part: PartName, spec: FieldSpec): PartField => ({ part, spec })

const identity: readonly PartField[] = [
  own('title', { name: '', text: 'title', input: 'text' }),
  own('shortTitle', { name: '', text: 'shortTitle', input: 'text' }),
  own('description', { name: '', text: 'description', input: 'text', lines: 4 }),
  own('validFrom', { name: '', text: 'validFrom', input: 'day', width: 'half' }),
  own('validUntil', { name: '', text: 'validUntil', input: 'day', width: 'half' }),
  own('locales', { name: '', text: 'locales', input: 'words' }),
  own('defaultLocale', { name: '', text: 'defaultLocale', input: 'word', width: 'third' }),
]

const rights: readonly PartField[] = [
  own('publisher', {
    name: '', text: 'publisher', input: 'block', blank: { name: blankTexts.publisher },
    fields: [
      { name: 'name', text: 'publisher.name', input: 'word' },
      { name: 'href', text: 'publisher.href', input: 'word' },
    ],
  }),
  own('rights', {
    name: '', text: 'rights', input: 'block', blank: { textOrigin: 'own' },
    fields: [
      { name: 'textOrigin', text: 'rights.textOrigin', input: 'choice', from: { of: 'textOrigin' } },
      { name: 'licence', text: 'rights.licence', input: 'word' },
      { name: 'notice', text: 'rights.notice', input: 'text', lines: 2 },
      { name: 'attribution', text: 'rights.attribution', input: 'text', lines: 2 },
    ],
  }),
  own('sources', {
    name: '', text: 'sources', input: 'items', place: 'sources', titled: ['title'], blank: () => ({ title: blankTexts.source }),
    fields: [
      { name: 'title', text: 'source.title', input: 'text' },
      { name: 'edition', text: 'source.edition', input: 'word', width: 'half' },
      { name: 'date', text: 'source.date', input: 'day', width: 'half' },
      { name: 'href', text: 'source.href', input: 'word' },
    ],
  }),
  own('binding', {
    name: '', text: 'binding', input: 'block', blank: { visibility: 'public' },
    fields: [
      { name: 'visibility', text: 'binding.visibility', input: 'choice', from: { of: 'visibility' } },
      { name: 'banner', text: 'binding.banner', input: 'text' },
      { name: 'homeText', text: 'binding.homeText', input: 'text', lines: 3 },
      { name: 'brands', text: 'binding.brands', input: 'words' },
    ],
  }),
]

const kinds: readonly PartField[] = [
  own('kinds', {
    name: '', text: 'kinds', input: 'items', place: 'kinds', titled: ['label'],
    blank: (taken) => ({ code: freeName('niveau-', taken), label: blankTexts.kind }),
    fields: [
      { name: 'label', text: 'kind.label', input: 'text' },
      { name: 'assessable', text: 'kind.assessable', input: 'flag' },
      { name: 'code', text: 'kind.code', input: 'word', names: true },
    ],
  }),
]

const nextScore = (taken: Names): number => taken.filter((code) => /^\d+$/.test(code)).length + 1

const scales: readonly PartField[] = [
  own('scales', {
    name: '', text: 'scales', input: 'items', place: 'scales', titled: ['label'],
    blank: (taken) => ({
      code: freeName('echelle-', taken),
      label: blankTexts.scale,
      values: [1, 2, 3, 4].map((score) => ({ code: String(score), label: blankTexts.level(score), score })),
    }),
    fields: [
      { name: 'label', text: 'scale.label', input: 'text' },
      {
        name: 'values', text: 'scale.values', input: 'items', place: 'scales.*.values', titled: ['code', 'label'],
        blank: (taken) => ({ code: freeName('', taken), label: blankTexts.level(nextScore(taken)), score: nextScore(taken) }),
        fields: [
          { name: 'label', text: 'value.label', input: 'text' },
          { name: 'description', text: 'value.description', input: 'text', lines: 2 },
          { name: 'code', text: 'value.code', input: 'word', names: true, width: 'third' },
          { name: 'score', text: 'value.score', input: 'number', isNullable: true, width: 'third' },
          { name: 'symbol', text: 'value.symbol', input: 'word', width: 'third' },
          { name: 'requires', text: 'value.requires', input: 'choices', of: 'requirement' },
          { name: 'short', text: 'value.short', input: 'text', isExtra: true },
          { name: 'color', text: 'value.color', input: 'colour', isExtra: true },
          { name: 'allowedIf', text: 'value.allowedIf', input: 'condition', isExtra: true },
        ],
      },
      { name: 'ordered', text: 'scale.ordered', input: 'ternary' },
      { name: 'code', text: 'scale.code', input: 'word', names: true },
    ],
  }),
]

const lists: readonly PartField[] = [
  own('lists', {
    name: '', text: 'lists', input: 'items', place: 'lists', titled: ['label', 'code'],
    blank: (taken) => ({ code: freeName('liste-', taken), label: blankTexts.list, options: [{ code: 'choix-1', label: blankTexts.firstOption }] }),
    fields: [
      { name: 'label', text: 'list.label', input: 'text' },
      {
        name: 'options', text: 'list.options', input: 'items', place: 'lists.*.options', titled: ['label'],
        blank: (taken) => ({ code: freeName('choix-', taken), label: blankTexts.option }),
        fields: [
          { name: 'label', text: 'option.label', input: 'text' },
          { name: 'code', text: 'option.code', input: 'word', names: true, width: 'half' },
          { name: 'score', text: 'option.score', input: 'number', width: 'half' },
          { name: 'parent', text: 'option.parent', input: 'word', isExtra: true },
          { name: 'exclusive', text: 'option.exclusive', input: 'flag', isExtra: true },
        ],
      },
      { name: 'external', text: 'list.external', input: 'word' },
      { name: 'code', text: 'list.code', input: 'word', names: true },
    ],
  }),
]

const profile: readonly PartField[] = [
  own('profileFields', {
    name: '', text: 'profileFields', input: 'items', place: 'profileFields', titled: ['label'],
    blank: (taken) => ({ code: freeName('champ-', taken), label: blankTexts.question, type: 'boolean' }),
    fields: [
      { name: 'label', text: 'profile.label', input: 'text' },
      { name: 'type', text: 'profile.type', input: 'choice', from: { of: 'profileType' }, isRequired: true, width: 'half' },
      {
        name: 'list', text: 'profile.list', input: 'choice', from: { source: 'lists' }, width: 'half',
        when: ({ type }) => type === 'single' || type === 'multi',
      },
      { name: 'help', text: 'profile.help', input: 'text', lines: 2 },
      { name: 'source', text: 'profile.source', input: 'word', isExtra: true },
      { name: 'code', text: 'profile.code', input: 'word', names: true },
    ],
  }),
]

const scoring: readonly PartField[] = [
  own('scoring', {
    name: '', text: 'scoring', input: 'block', blank: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0' }] },
    fields: [
      { name: 'current', text: 'scoring.current', input: 'choice', from: { source: 'rules' }, isRequired: true, width: 'half' },
      {
        name: 'rules', text: 'scoring.rules', input: 'items', place: 'scoring.rules', titled: ['rulesVersion'],
        blank: (taken) => ({ rulesVersion: `${taken.length + 1}.0.0` }),
        fields: [
          { name: 'rulesVersion', text: 'rule.rulesVersion', input: 'word', names: true, width: 'third' },
          { name: 'validFrom', text: 'rule.validFrom', input: 'day', width: 'third' },
          { name: 'validUntil', text: 'rule.validUntil', input: 'day', width: 'third' },
          {
            name: 'aggregate', text: 'rule.aggregate', input: 'items', place: 'scoring.rules.*.aggregate', titled: ['kind'],
            blank: (taken, known) => ({ kind: freeKind(known, taken), from: 'children', method: 'weightedMean' }),
            fields: [
              { name: 'kind', text: 'aggregate.kind', input: 'choice', from: { source: 'kinds' }, isRequired: true, names: true, width: 'third' },
              { name: 'from', text: 'aggregate.from', input: 'choice', from: { of: 'aggregateFrom' }, isRequired: true, width: 'third' },
              { name: 'method', text: 'aggregate.method', input: 'choice', from: { of: 'method' }, isRequired: true, width: 'third' },
              {
                name: 'round', text: 'aggregate.round', input: 'block', blank: { decimals: 0 },
                fields: [
                  { name: 'decimals', text: 'round.decimals', input: 'number', width: 'half' },
                  { name: 'mode', text: 'round.mode', input: 'choice', from: { of: 'rounding' }, width: 'half' },
                ],
              },
            ],
          },
          {
            name: 'imperative', text: 'rule.imperative', input: 'block', blank: { metWhen: 'all-max', onFail: 'action-required' },
            fields: [
              { name: 'metWhen', text: 'imperative.metWhen', input: 'choice', from: { of: 'metWhen' }, isRequired: true },
              { name: 'threshold', text: 'imperative.threshold', input: 'number', width: 'third', when: ({ metWhen }) => metWhen === 'score-at-least' },
              { name: 'onFail', text: 'imperative.onFail', input: 'choice', from: { of: 'onFail' }, isRequired: true },
            ],
          },
          {
            name: 'outcomes', text: 'rule.outcomes', input: 'items', place: 'scoring.rules.*.outcomes', titled: ['label'],
            blank: (taken) => ({ code: freeName('palier-', taken), label: blankTexts.outcome, when: 'score.overall >= 1' }),
            fields: [
              { name: 'label', text: 'outcome.label', input: 'text' },
              { name: 'when', text: 'outcome.when', input: 'condition' },
              { name: 'code', text: 'outcome.code', input: 'word', names: true, width: 'half' },
              { name: 'color', text: 'outcome.color', input: 'colour', width: 'half' },
            ],
          },
          {
            name: 'normalise', text: 'rule.normalise', input: 'block', isExtra: true, blank: { from: [1, 4], to: [0, 100] },
            fields: [
              { name: 'from', text: 'normalise.from', input: 'range', width: 'half' },
              { name: 'to', text: 'normalise.to', input: 'range', width: 'half' },
            ],
          },
          { name: 'showOverall', text: 'rule.showOverall', input: 'flag' },
        ],
      },
    ],
  }),
]

const subsets: readonly PartField[] = [
  own('subsets', {
    name: '', text: 'subsets', input: 'items', place: 'subsets', titled: ['label'],
    blank: (taken, { firstNode }) => ({ code: freeName('sous-ensemble-', taken), label: blankTexts.subset, include: [firstNode] }),
    fields: [
      { name: 'label', text: 'subset.label', input: 'text' },
      { name: 'include', text: 'subset.include', input: 'nodes' },
      { name: 'offered', text: 'subset.offered', input: 'flag' },
      { name: 'default', text: 'subset.default', input: 'flag' },
      { name: 'code', text: 'subset.code', input: 'word', names: true },
    ],
  }),
]

const dialogue: readonly PartField[] = [
  own('dialogue', {
    name: '', text: 'dialogue', input: 'block', blank: { questions: [] },
    fields: [
      {
        name: 'questions', text: 'dialogue.questions', input: 'items', place: 'dialogue.questions', titled: ['prompt', 'code'],
        blank: (taken, { firstNode }) => ({ code: freeName('d', taken), node: firstNode, prompt: blankTexts.question }),
        fields: [
          { name: 'node', text: 'dq.node', input: 'node' },
          { name: 'prompt', text: 'dq.prompt', input: 'text', lines: 2 },
          { name: 'plainPrompt', text: 'dq.plainPrompt', input: 'plainPrompt' },
          { name: 'scale', text: 'dq.scale', input: 'choice', from: { source: 'scales' } },
          { name: 'comment', text: 'dq.comment', input: 'flag' },
          { name: 'suggestion', text: 'dq.suggestion', input: 'flag' },
          { name: 'audiences', text: 'dq.audiences', input: 'words', isExtra: true },
          { name: 'code', text: 'dq.code', input: 'word', names: true, isExtra: true },
        ],
      },
    ],
  }),
]

const presentation: readonly PartField[] = [
  own('presentation', {
    name: '', text: 'presentation', input: 'block', blank: {},
    fields: [
      { name: 'pageKind', text: 'presentation.pageKind', input: 'choice', from: { source: 'kinds' }, width: 'half' },
      { name: 'criterionKind', text: 'presentation.criterionKind', input: 'choice', from: { source: 'assessableKinds' }, width: 'half' },
      {
        name: 'axes', text: 'presentation.axes', input: 'items', place: 'presentation.axes', titled: ['label'],
        blank: (taken, { kinds: [kind = ''] }) => ({ code: freeName('axe-', taken), label: blankTexts.axis, by: 'kind', value: kind }),
        fields: [
          { name: 'label', text: 'axis.label', input: 'text' },
          { name: 'by', text: 'axis.by', input: 'choice', from: { of: 'axisBy' }, isRequired: true, width: 'third' },
          { name: 'value', text: 'axis.value', input: 'word', width: 'third' },
          { name: 'list', text: 'axis.list', input: 'choice', from: { source: 'lists' }, width: 'third', when: ({ by }) => by === 'tag' },
          { name: 'code', text: 'axis.code', input: 'word', names: true },
        ],
      },
      { name: 'defaultAxis', text: 'presentation.defaultAxis', input: 'choice', from: { source: 'axes' } },
    ],
  }),
]

const mappings: readonly PartField[] = [
  own('mappings', {
    name: '', text: 'mappings', input: 'items', place: 'mappings', titled: ['target'],
    blank: (taken) => ({ target: freeName('referentiel-', taken), items: [] }),
    fields: [
      { name: 'target', text: 'mapping.target', input: 'word', names: true, width: 'half' },
      { name: 'targetVersion', text: 'mapping.targetVersion', input: 'word', width: 'half' },
      {
        name: 'items', text: 'mapping.items', input: 'items', place: 'mappings.*.items', titled: ['from', 'to'],
        blank: (taken, { firstNode }) => ({ from: firstNode, to: freeName('code-', taken), relation: 'related' }),
        fields: [
          { name: 'from', text: 'link.from', input: 'node', width: 'half' },
          { name: 'to', text: 'link.to', input: 'word', names: true, width: 'half' },
          { name: 'relation', text: 'link.relation', input: 'choice', from: { of: 'relation' }, isRequired: true, width: 'half' },
          { name: 'strength', text: 'link.strength', input: 'choice', from: { of: 'strength' }, width: 'half' },
          { name: 'carryAnswers', text: 'link.carryAnswers', input: 'flag' },
          { name: 'rationale', text: 'link.rationale', input: 'text', lines: 2, isExtra: true },
        ],
      },
    ],
  }),
]

const migrations: readonly PartField[] = [
  own('migrations', {
    name: '', text: 'migrations', input: 'items', place: 'migrations', titled: ['from'],
    blank: (taken) => ({ from: `${taken.length + 1}.x`, items: [] }),
    fields: [
      { name: 'from', text: 'migration.from', input: 'word', names: true, width: 'half' },
      {
        name: 'items', text: 'migration.items', input: 'items', place: 'migrations.*.items', titled: ['from'],
        blank: (taken) => ({ from: freeName('ancien-', taken), kind: 'removed' }),
        fields: [
          { name: 'from', text: 'step.from', input: 'word', names: true, width: 'half' },
          { name: 'kind', text: 'step.kind', input: 'choice', from: { of: 'migrationKind' }, isRequired: true, width: 'half' },
          // What stands there by mistake must be seen to be emptied.
          { name: 'to', text: 'step.to', input: 'nodes', when: ({ kind, to }) => kind !== 'removed' || (Array.isArray(to) && to.length > 0) },
          { name: 'confirm', text: 'step.confirm', input: 'ternary' },
          { name: 'valueMap', text: 'step.valueMap', input: 'valueMap', when: ({ kind }) => kind === 'rescaled' },
          { name: 'note', text: 'step.note', input: 'text', lines: 2, isExtra: true },
        ],
      },
    ],
  }),
]

const totals: readonly PartField[] = [
  own('expect', {
    name: '', text: 'expect', input: 'items', place: 'expect', titled: ['kind'],
    blank: (taken, known) => {
      const kind = freeKind(known, taken)
      return { kind, count: known.countOf(kind) }
    },
    fields: [
      { name: 'kind', text: 'expect.kind', input: 'choice', from: { source: 'kinds' }, isRequired: true, names: true, width: 'half' },
      { name: 'count', text: 'expect.count', input: 'number', width: 'half' },
      { name: 'imperative', text: 'expect.imperative', input: 'number', width: 'half' },
      { name: 'questions', text: 'expect.questions', input: 'number', width: 'half' },
    ],
  }),
]

export const sections: Readonly<Record<SectionName, readonly PartField[]>> = {
  identity, rights, kinds, scales, lists, profile, scoring, subsets, dialogue, presentation, mappings, migrations, totals,
}

/** The section that a part belongs to. */
export const sectionOfPart = (part: string): SectionName =>
  sectionNames.find((name) => sections[name].some((field) => field.part === part)) ?? 'identity'
