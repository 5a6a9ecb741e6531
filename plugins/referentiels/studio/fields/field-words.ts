import { fieldText } from '../../texts/studio/fields.ts'
import type { Change } from '../contract/changes.ts'
import type { FieldSpec } from './field-spec.ts'
import { nodeExtra, nodeHead, nodeHelp, nodeMain, nodeScope, questionFields } from './node-fields.ts'
import { sections } from './part-fields.ts'

type Path = Extract<Change, { readonly kind: 'set' }>['path']

const ofRow: Readonly<Record<'node' | 'question', readonly FieldSpec[]>> = {
  node: [...nodeHead, ...nodeMain, ...nodeScope, ...nodeHelp, ...nodeExtra],
  question: questionFields,
}

const fieldsBelow = (spec: FieldSpec | undefined): readonly FieldSpec[] => (spec !== undefined && 'fields' in spec ? spec.fields : [])

/** Each step as the studio names its field; a key of a list, a language or a level stays as it is written. */
const wordsBelow = (fields: readonly FieldSpec[], path: Path): readonly string[] => {
  const [step, ...rest] = path
  if (step === undefined) return []
  const spec = fields.find(({ name }) => name === step)
  if (spec === undefined) return [`« ${step} »`, ...wordsBelow(fields, rest)]
  return [fieldText(spec.text).label, ...wordsBelow(fieldsBelow(spec), rest)]
}

const joined = (words: readonly string[]): string => words.join(' › ')

/** The place of a change in a row, as the studio's sheet names it: « Preuves attendues › « 2 » › Intitulé ». */
export const rowWords = (row: 'node' | 'question', path: Path): string => joined(wordsBelow(ofRow[row], path))

const specsByPart: ReadonlyMap<string, FieldSpec> = new Map(Object.values(sections).flatMap((fields) => fields.map(({ part, spec }) => [part, spec] as const)))

/** The same in a part of the référentiel; empty for the part as a whole. */
export const partWords = (part: string, path: Path): string => joined(wordsBelow(fieldsBelow(specsByPart.get(part)), path))
