import { describeSheet } from './describe-sheet.ts'
import type { Target, VariantPlan } from './describe-sheet.ts'
import type { Sheet } from './sheet.ts'

/**
 * The sheets of a workbook, in their order: every field of the format has its column. Sheets that others refer to stand
 * before them.
 */

const ofNode = { field: ['code'], step: 0 } as const

/** What questions and columns of tables have in common. */
const asked: Readonly<Record<string, Target>> = {
  code: ['code'],
  type: ['type'],
  prompt: ['prompt'],
  help: ['help'],
  required: ['required'],
  scale: ['scale'],
  list: ['list'],
  unit: ['unit'],
  unitChoices: ['unitChoices'],
  min: ['min'],
  max: ['max'],
  decimals: ['decimals'],
  maxLength: ['maxLength'],
  formula: ['formula'],
  externalCode: ['externalCode'],
}

const helpOf = (kind: string, rank: number, rest: Pick<VariantPlan, 'steps' | 'columns'>): VariantPlan => ({
  when: { column: 'kind', is: kind },
  rank,
  steps: [{ kind: 'group', at: ['nodes'], by: ['node'], on: 'nodes' }, ...rest.steps],
  columns: { node: ofNode, ...rest.columns },
})

const bareHelp = (kind: string, rank: number, list: string): VariantPlan =>
  helpOf(kind, rank, { steps: [{ kind: 'item', at: [list], value: 'text' }], columns: { text: [] } })

const indicatorHelp = (kind: string, nature: string): VariantPlan =>
  helpOf(kind, 4, {
    steps: [{ kind: 'each', at: ['indicators'], fixed: { nature } }],
    columns: { text: ['label'], linkOrUnit: ['unit'], code: ['code'], direction: ['direction'], formula: ['formula'] },
  })

export const sheets: readonly Sheet[] = [
  describeSheet('document', {
    shape: 'fields',
    isRequired: true,
    variants: [
      {
        steps: [],
        columns: {
          format: ['format'],
          id: ['id'],
          version: ['version'],
          title: ['title'],
          shortTitle: ['shortTitle'],
          description: ['description'],
          locales: ['locales'],
          defaultLocale: ['defaultLocale'],
          publisherName: ['publisher', 'name'],
          publisherHref: ['publisher', 'href'],
          licence: ['rights', 'licence'],
          notice: ['rights', 'notice'],
          attribution: ['rights', 'attribution'],
          textOrigin: ['rights', 'textOrigin'],
          validFrom: ['validFrom'],
          validUntil: ['validUntil'],
          derivedFromId: ['derivedFrom', 'id'],
          derivedFromVersion: ['derivedFrom', 'version'],
          currentRules: ['scoring', 'current'],
          pageKind: ['presentation', 'pageKind'],
          criterionKind: ['presentation', 'criterionKind'],
          defaultAxis: ['presentation', 'defaultAxis'],
          visibility: ['binding', 'visibility'],
          brands: ['binding', 'brands'],
          banner: ['binding', 'banner'],
          homeText: ['binding', 'homeText'],
        },
      },
    ],
  }),
  describeSheet('kinds', {
    isRequired: true,
    variants: [{ steps: [{ kind: 'each', at: ['kinds'] }], columns: { code: ['code'], label: ['label'], assessable: ['assessable'] } }],
  }),
  describeSheet('nodes', {
    isRequired: true,
    variants: [
      {
        steps: [{ kind: 'each', at: ['nodes'] }],
        columns: {
          code: ['code'],
          parent: ['parent'],
          kind: ['kind'],
          number: ['number'],
          title: ['title'],
          statement: ['statement'],
          about: ['about'],
          stakes: ['stakes'],
          rating: ['rating'],
          imperative: ['imperative'],
          weight: ['weight'],
          optional: ['optional'],
          appliesIf: ['appliesIf'],
          applies: { field: ['applies'], form: 'codes', isPrefix: true },
          methods: ['methods'],
          respondent: ['respondent'],
          tags: ['tags'],
          externalCode: ['externalCode'],
          repeatLabel: ['repeat', 'label'],
          repeatMin: ['repeat', 'min'],
          repeatMax: ['repeat', 'max'],
          order: ['order'],
        },
      },
    ],
  }),
  describeSheet('questions', {
    order: [
      ...['node', 'table', 'code', 'type', 'prompt', 'help', 'required', 'scale', 'list', 'unit', 'unitChoices', 'min', 'max', 'decimals'],
      ...['maxLength', 'formula', 'appliesIf', 'scored', 'weight', 'tags', 'externalCode', 'rowsMin', 'rowsMax', 'rowsKey'],
    ],
    variants: [
      {
        when: { column: 'table', is: false },
        steps: [
          { kind: 'group', at: ['nodes'], by: ['node'], on: 'nodes' },
          { kind: 'each', at: ['questions'] },
        ],
        columns: {
          node: ofNode,
          ...asked,
          appliesIf: ['appliesIf'],
          scored: ['scored'],
          weight: ['weight'],
          tags: ['tags'],
          rowsMin: ['rows', 'min'],
          rowsMax: ['rows', 'max'],
          rowsKey: ['rows', 'key'],
        },
      },
      {
        when: { column: 'table', is: true },
        steps: [
          { kind: 'group', at: ['nodes', '*', 'questions'], by: ['table'], on: 'questions' },
          { kind: 'each', at: ['columns'] },
        ],
        columns: { table: { field: ['code'], step: 0 }, ...asked },
      },
    ],
  }),
  describeSheet('scales', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['scales'], by: ['scale'] },
          { kind: 'each', at: ['values'] },
        ],
        columns: {
          scale: { field: ['code'], step: 0 },
          scaleLabel: { field: ['label'], step: 0 },
          ordered: { field: ['ordered'], step: 0 },
          value: ['code'],
          label: ['label'],
          short: ['short'],
          description: ['description'],
          score: ['score'],
          color: ['color'],
          symbol: ['symbol'],
          requires: ['requires'],
          allowedIf: ['allowedIf'],
        },
      },
    ],
  }),
  describeSheet('levelTexts', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['nodes'], by: ['node'], on: 'nodes' },
          { kind: 'entry', at: ['levelTexts'], by: 'value', value: 'text' },
        ],
        columns: { node: ofNode, value: [], text: [] },
      },
    ],
  }),
  describeSheet('help', {
    order: ['node', 'kind', 'text', 'linkOrUnit', 'required', 'fromLevel', 'resourceKind', 'code', 'direction', 'formula'],
    variants: [
      bareHelp('inspiringQuestion', 0, 'inspiringQuestions'),
      bareHelp('example', 1, 'examples'),
      helpOf('evidence', 2, {
        steps: [{ kind: 'each', at: ['evidence'] }],
        columns: { text: ['label'], required: ['required'], fromLevel: ['fromLevel'] },
      }),
      helpOf('resource', 3, {
        steps: [{ kind: 'each', at: ['resources'] }],
        columns: { text: ['label'], linkOrUnit: ['href'], resourceKind: ['kind'] },
      }),
      indicatorHelp('quantitative', 'quantitative'),
      indicatorHelp('qualitative', 'qualitative'),
    ],
  }),
  describeSheet('lists', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['lists'], by: ['list'] },
          { kind: 'each', at: ['options'] },
        ],
        columns: {
          list: { field: ['code'], step: 0 },
          listLabel: { field: ['label'], step: 0 },
          external: { field: ['external'], step: 0 },
          option: ['code'],
          label: ['label'],
          score: ['score'],
          parent: ['parent'],
          exclusive: ['exclusive'],
        },
      },
    ],
  }),
  describeSheet('profile', {
    variants: [
      {
        steps: [{ kind: 'each', at: ['profileFields'] }],
        columns: { code: ['code'], label: ['label'], type: ['type'], list: ['list'], source: ['source'], help: ['help'] },
      },
    ],
  }),
  describeSheet('subsets', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['subsets'], by: ['subset'] },
          { kind: 'item', at: ['include'], value: 'node' },
        ],
        columns: {
          subset: { field: ['code'], step: 0 },
          label: { field: ['label'], step: 0 },
          default: { field: ['default'], step: 0 },
          offered: { field: ['offered'], step: 0 },
          node: { field: [], form: 'code' },
        },
      },
    ],
  }),
  describeSheet('dialogue', {
    variants: [
      {
        steps: [{ kind: 'each', at: ['dialogue', 'questions'] }],
        columns: {
          code: ['code'],
          node: ['node'],
          prompt: ['prompt'],
          plainPrompt: ['plainPrompt'],
          audiences: ['audiences'],
          scale: ['scale'],
          comment: ['comment'],
          suggestion: ['suggestion'],
        },
      },
    ],
  }),
  describeSheet('plainPrompts', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['dialogue', 'questions'], by: ['question'], on: 'dialogue' },
          { kind: 'entry', at: ['plainPrompt', 'byAudience'], by: 'audience', value: 'text' },
        ],
        columns: { question: { field: ['code'], step: 0 }, audience: [], text: { field: [], form: 'text' } },
      },
    ],
  }),
  describeSheet('rules', {
    variants: [
      {
        steps: [{ kind: 'each', at: ['scoring', 'rules'] }],
        columns: {
          version: ['rulesVersion'],
          validFrom: ['validFrom'],
          validUntil: ['validUntil'],
          aggregate: { field: ['aggregate'], form: 'none' },
          showOverall: ['showOverall'],
          metWhen: ['imperative', 'metWhen'],
          threshold: ['imperative', 'threshold'],
          onFail: ['imperative', 'onFail'],
          fromLow: ['normalise', 'from', 0],
          fromHigh: ['normalise', 'from', 1],
          toLow: ['normalise', 'to', 0],
          toHigh: ['normalise', 'to', 1],
        },
      },
    ],
  }),
  describeSheet('aggregates', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['scoring', 'rules'], by: ['rule'], on: 'rules' },
          { kind: 'each', at: ['aggregate'] },
        ],
        columns: {
          rule: { field: ['rulesVersion'], step: 0 },
          kind: ['kind'],
          from: ['from'],
          method: ['method'],
          decimals: ['round', 'decimals'],
          mode: ['round', 'mode'],
        },
      },
    ],
  }),
  describeSheet('outcomes', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['scoring', 'rules'], by: ['rule'], on: 'rules' },
          { kind: 'each', at: ['outcomes'] },
        ],
        columns: {
          rule: { field: ['rulesVersion'], step: 0 },
          code: ['code'],
          label: ['label'],
          color: ['color'],
          when: ['when'],
        },
      },
    ],
  }),
  describeSheet('axes', {
    variants: [
      {
        steps: [{ kind: 'each', at: ['presentation', 'axes'] }],
        columns: { code: ['code'], label: ['label'], by: ['by'], value: ['value'], list: ['list'] },
      },
    ],
  }),
  describeSheet('sources', {
    variants: [
      {
        steps: [{ kind: 'each', at: ['sources'] }],
        columns: { title: ['title'], edition: ['edition'], date: ['date'], href: ['href'] },
      },
    ],
  }),
  describeSheet('mappings', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['mappings'], by: ['target', 'targetVersion'] },
          { kind: 'each', at: ['items'] },
        ],
        columns: {
          target: { field: ['target'], step: 0 },
          targetVersion: { field: ['targetVersion'], step: 0 },
          from: ['from'],
          to: ['to'],
          relation: ['relation'],
          strength: ['strength'],
          rationale: ['rationale'],
          carryAnswers: ['carryAnswers'],
        },
      },
    ],
  }),
  describeSheet('migrations', {
    variants: [
      {
        steps: [
          { kind: 'group', at: ['migrations'], by: ['since'] },
          { kind: 'each', at: ['items'] },
        ],
        columns: {
          since: { field: ['from'], step: 0 },
          from: ['from'],
          to: ['to'],
          kind: ['kind'],
          valueMap: ['valueMap'],
          confirm: ['confirm'],
          note: ['note'],
        },
      },
    ],
  }),
  describeSheet('totals', {
    variants: [
      {
        steps: [{ kind: 'each', at: ['expect'] }],
        columns: { kind: ['kind'], count: ['count'], imperative: ['imperative'], questions: ['questions'] },
      },
    ],
  }),
]
