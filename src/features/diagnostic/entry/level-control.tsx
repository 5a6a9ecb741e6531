'use client'

import { entryTexts } from '#texts/saisie.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { RadioSet } from '#ui/form/check-box.tsx'
import { LevelPicker } from '#ui/pickers/level-picker.tsx'
import { LevelStrip, type StripLevel } from '#ui/pickers/level-strip.tsx'

import { choiceDelay } from '../saving/use-saver.ts'
import type { LevelView } from '../view.ts'
import type { ControlProps } from './control.tsx'
import { usePage } from './page-context.ts'

/** As the pickers draw it. */
export const drawn = (
  { code, label, short, definition, isStar, rank, mark }: LevelView,
  levelTexts: Readonly<Record<string, string>> = {},
): StripLevel => ({
  value: code,
  label,
  short,
  definition: levelTexts[code] ?? definition ?? undefined,
  star: isStar,
  outside: rank === null && !isStar,
  mark,
})

/** A value of a scale: growing rounds where the values have an order, plain choices where they have none. */
export function LevelControl(props: ControlProps) {
  const { field, name, label, isLabelHidden = false, isDense = false, isStrip = false, value, isReadOnly, allowed, levelTexts = {}, previous, error, onChange } = props
  const { scales, previousYear } = usePage()
  const scale = field.scale === null ? undefined : scales[field.scale]
  if (scale === undefined) return null
  const levels = scale.levels.filter(({ code }) => allowed === undefined || allowed === null || allowed.includes(code) || code === value)
  const chosen = typeof value === 'string' ? value : null
  const choose = (code: string | null) => onChange(code, choiceDelay)
  if (isDense) {
    return (
      <SelectField
        {...{ name, label, error }}
        options={levels.map(({ code, label: words }) => ({ value: code, label: words }))}
        placeholder={entryTexts.choose}
        value={chosen ?? ''}
        disabled={isReadOnly}
        onChange={(event) => choose(event.target.value || null)}
      />
    )
  }
  if (!scale.isOrdered) {
    return (
      <RadioSet
        {...{ name, isLegendHidden: isLabelHidden, error }}
        legend={label}
        options={levels.map(({ code, label: words, definition }) => ({ value: code, label: words, hint: levelTexts[code] ?? definition }))}
        value={chosen}
        disabled={isReadOnly}
        onChoose={choose}
      />
    )
  }
  const picker = {
    name,
    legend: label,
    levels: levels.map((level) => drawn(level, levelTexts)),
    value: chosen,
    onChoose: choose,
    disabled: isReadOnly,
    previous:
      typeof previous === 'string' && previousYear !== null
        ? { value: previous, label: entryTexts.previous(previousYear) }
        : undefined,
  }
  return isStrip ? <LevelStrip {...picker} /> : <LevelPicker {...picker} isLegendHidden={isLabelHidden} />
}
