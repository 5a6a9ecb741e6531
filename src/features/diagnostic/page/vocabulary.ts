/** The scales and lists that one page uses, each once, with their words. */
import { levelsOf } from '#domain/diagnostic/level.rules.ts'
import type { Compiled, CompiledField, CompiledQuestion, CompiledScale } from '#plugins/referentiels/engine/compile/compiled.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import type { FieldView, LevelView, OptionView, PageView, ScaleView } from '../view.ts'

type Requirement = CompiledScale['values'][number]['requires'][number]

const asked = (requirement: Requirement): readonly string[] =>
  requirement === 'comment' ? [] : [diagnosticTexts.requires[requirement]]

const scaleView = ({ code, isOrdered, values }: CompiledScale): ScaleView => {
  const levels = levelsOf(values)
  return {
    code,
    isOrdered,
    levels: values.flatMap((value, place): readonly LevelView[] => {
      const level = levels[place]
      return level === undefined
        ? []
        : [
            {
              ...level,
              label: value.label,
              short: value.short ?? value.label,
              definition: value.description,
              needsComment: value.requires.includes('comment'),
              asks: value.requires.flatMap(asked),
            },
          ]
    }),
  }
}

const optionView = ({ code, label, isExclusive }: CompiledField['options'][number]): OptionView => ({
  code,
  label,
  ...(isExclusive ? { isExclusive } : {}),
})

/** Of the questions of a page and their tables’ columns. */
export const vocabularyOf = (compiled: Compiled, questions: readonly CompiledQuestion[]): Pick<PageView, 'scales' | 'lists'> => {
  const fields: readonly CompiledField[] = questions.flatMap((question) => [question, ...question.columns])
  const scales = new Set(fields.flatMap(({ scale }) => (scale === null ? [] : [scale])))
  return {
    scales: Object.fromEntries(
      [...scales].flatMap((code) => {
        const scale = compiled.scales.get(code)
        return scale === undefined ? [] : [[code, scaleView(scale)]]
      }),
    ),
    lists: Object.fromEntries(
      fields.flatMap(({ list, options }) => (list === null || options.length === 0 ? [] : [[list, options.map(optionView)]])),
    ),
  }
}

export const fieldView = (field: CompiledField): FieldView => ({
  code: field.code,
  type: field.type,
  prompt: field.prompt,
  help: field.help,
  isRequired: field.isRequired,
  scale: field.scale,
  list: field.options.length === 0 ? null : field.list,
  unit: field.unit,
  unitChoices: field.unitChoices,
  min: field.min,
  max: field.max,
  decimals: field.decimals,
  maxLength: field.maxLength,
})
