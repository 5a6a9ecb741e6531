import { blankTexts } from '../../texts/studio/blanks.ts'
import type { FieldSpec } from './field-spec.ts'
import { freeName } from './field-spec.ts'

/** The fields of an element of the plan, in the order in which one writes it. */

export const nodeHead: readonly FieldSpec[] = [
  { name: 'number', text: 'node.number', input: 'word', width: 'third' },
  { name: 'title', text: 'node.title', input: 'text', width: 'most' },
]

export const nodeMain: readonly FieldSpec[] = [
  { name: 'statement', text: 'node.statement', input: 'text', lines: 3 },
  { name: 'rating', text: 'node.rating', input: 'choice', from: { source: 'scales' } },
  { name: 'levelTexts', text: 'node.levelTexts', input: 'levelTexts' },
]

export const nodeScope: readonly FieldSpec[] = [
  { name: 'applies', text: 'node.applies', input: 'applies' },
  { name: 'appliesIf', text: 'node.appliesIf', input: 'condition' },
  { name: 'imperative', text: 'node.imperative', input: 'flag' },
  { name: 'optional', text: 'node.optional', input: 'flag' },
  { name: 'weight', text: 'node.weight', input: 'number', width: 'third' },
  {
    name: 'repeat',
    text: 'node.repeat',
    input: 'block',
    blank: { label: blankTexts.person },
    fields: [
      { name: 'label', text: 'repeat.label', input: 'text' },
      { name: 'min', text: 'repeat.min', input: 'number', width: 'third' },
      { name: 'max', text: 'repeat.max', input: 'number', width: 'third' },
    ],
  },
]

export const nodeHelp: readonly FieldSpec[] = [
  { name: 'about', text: 'node.about', input: 'text', lines: 3 },
  { name: 'stakes', text: 'node.stakes', input: 'text', lines: 3 },
  { name: 'inspiringQuestions', text: 'node.inspiringQuestions', input: 'lines' },
  { name: 'examples', text: 'node.examples', input: 'lines' },
  {
    name: 'evidence',
    text: 'node.evidence',
    input: 'items',
    place: 'nodes.*.evidence',
    titled: ['label'],
    blank: () => ({ label: blankTexts.evidence }),
    fields: [
      { name: 'label', text: 'evidence.label', input: 'text' },
      { name: 'required', text: 'evidence.required', input: 'flag' },
      { name: 'fromLevel', text: 'evidence.fromLevel', input: 'choice', from: { source: 'levels' }, width: 'half' },
    ],
  },
  {
    name: 'indicators',
    text: 'node.indicators',
    input: 'items',
    place: 'nodes.*.indicators',
    titled: ['label'],
    blank: () => ({ label: blankTexts.indicator, nature: 'quantitative' }),
    fields: [
      { name: 'label', text: 'indicator.label', input: 'text' },
      { name: 'nature', text: 'indicator.nature', input: 'choice', from: { of: 'nature' }, isRequired: true, width: 'third' },
      { name: 'unit', text: 'indicator.unit', input: 'word', width: 'third' },
      { name: 'direction', text: 'indicator.direction', input: 'choice', from: { of: 'direction' }, width: 'third' },
      { name: 'formula', text: 'indicator.formula', input: 'formula', isExtra: true },
      { name: 'code', text: 'indicator.code', input: 'word', names: true, isExtra: true },
    ],
  },
  {
    name: 'resources',
    text: 'node.resources',
    input: 'items',
    place: 'nodes.*.resources',
    titled: ['label'],
    blank: () => ({ label: blankTexts.resource }),
    fields: [
      { name: 'label', text: 'resource.label', input: 'text' },
      { name: 'href', text: 'resource.href', input: 'word' },
      { name: 'kind', text: 'resource.kind', input: 'choice', from: { of: 'resourceKind' }, width: 'half' },
    ],
  },
]

export const nodeExtra: readonly FieldSpec[] = [
  { name: 'respondent', text: 'node.respondent', input: 'text' },
  { name: 'methods', text: 'node.methods', input: 'lines' },
  { name: 'tags', text: 'node.tags', input: 'words' },
  { name: 'externalCode', text: 'node.externalCode', input: 'word' },
]

type Block = Readonly<Record<string, unknown>>
const isOf = (...types: readonly string[]) => (block: Block): boolean => types.includes(String(block['type']))

/** What a question and a column of a table have in common. */
const asked: readonly FieldSpec[] = [
  { name: 'scale', text: 'question.scale', input: 'choice', from: { source: 'scales' }, when: isOf('scale') },
  { name: 'list', text: 'question.list', input: 'choice', from: { source: 'lists' }, when: isOf('single', 'multi') },
  { name: 'formula', text: 'question.formula', input: 'formula', when: isOf('computed') },
  { name: 'unit', text: 'question.unit', input: 'word', width: 'third', when: isOf('number', 'computed') },
  { name: 'min', text: 'question.min', input: 'number', width: 'third', when: isOf('number', 'percent', 'year') },
  { name: 'max', text: 'question.max', input: 'number', width: 'third', when: isOf('number', 'percent', 'year') },
  { name: 'decimals', text: 'question.decimals', input: 'number', width: 'third', when: isOf('number', 'percent', 'computed') },
  { name: 'maxLength', text: 'question.maxLength', input: 'number', width: 'third', when: isOf('text', 'longText') },
  { name: 'unitChoices', text: 'question.unitChoices', input: 'words', when: isOf('number'), isExtra: true },
]

const columnFields: readonly FieldSpec[] = [
  { name: 'prompt', text: 'question.prompt', input: 'text' },
  { name: 'type', text: 'question.type', input: 'choice', from: { of: 'questionType' }, isRequired: true },
  ...asked,
  { name: 'required', text: 'question.required', input: 'ternary' },
  { name: 'help', text: 'question.help', input: 'text', lines: 2, isExtra: true },
  { name: 'code', text: 'question.code', input: 'word', names: true, isExtra: true },
  { name: 'externalCode', text: 'question.externalCode', input: 'word', isExtra: true },
]

/** The fields of a question, whatever its type. */
export const questionFields: readonly FieldSpec[] = [
  { name: 'prompt', text: 'question.prompt', input: 'text', lines: 2 },
  { name: 'type', text: 'question.type', input: 'choice', from: { of: 'questionType' }, isRequired: true },
  ...asked,
  {
    name: 'columns',
    text: 'question.columns',
    input: 'items',
    place: 'nodes.*.questions.*.columns',
    titled: ['prompt', 'code'],
    when: isOf('table'),
    blank: (taken) => ({ code: freeName('colonne-', taken), type: 'text', prompt: blankTexts.column }),
    fields: columnFields,
  },
  {
    name: 'rows',
    text: 'question.rows',
    input: 'block',
    blank: { min: 1 },
    when: isOf('table'),
    fields: [
      { name: 'min', text: 'rows.min', input: 'number', width: 'third' },
      { name: 'max', text: 'rows.max', input: 'number', width: 'third' },
      { name: 'key', text: 'rows.key', input: 'choice', from: { source: 'columns' }, width: 'third' },
    ],
  },
  { name: 'required', text: 'question.required', input: 'ternary' },
  { name: 'help', text: 'question.help', input: 'text', lines: 2 },
  { name: 'appliesIf', text: 'question.appliesIf', input: 'condition' },
  { name: 'scored', text: 'question.scored', input: 'ternary', when: isOf('scale', 'boolean', 'single', 'multi', 'number', 'percent', 'computed'), isExtra: true },
  { name: 'weight', text: 'question.weight', input: 'number', isExtra: true, width: 'third' },
  { name: 'tags', text: 'question.tags', input: 'words', isExtra: true },
  { name: 'externalCode', text: 'question.externalCode', input: 'word', isExtra: true },
]
