import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import { growingDiameter, rampStep } from '../marks/ramp.ts'
import { moveAmong } from './move-among.ts'
import styles from './picker.module.css'

export type PickerLevel = {
  readonly value: string
  readonly label: string
  readonly definition?: string
  /** The level above the mean: ★ instead of a digit. */
  readonly star?: boolean
  /** Not one of the scale's levels (« non concerné », « réponse inadaptée »): no colour, no growing round. */
  readonly outside?: boolean
  /** On the round, instead of the rank. */
  readonly mark?: string
}

export type LevelPickerProps = {
  /** The radios' name. */
  readonly name: string
  readonly legend: ReactNode
  readonly isLegendHidden?: boolean
  /** From the lowest to the highest, the star and what is outside the scale after them. */
  readonly levels: readonly PickerLevel[]
  /** Chosen at first; a later choice is the browser's own, unless `onChoose` is given with `value`. */
  readonly defaultValue?: string | undefined
  readonly value?: string | null | undefined
  readonly onChoose?: (value: string) => void
  /** Last year's answer: « En 2025 » at its row. */
  readonly previous?: { readonly value: string; readonly label: string } | undefined
  readonly disabled?: boolean
  /** Under the rows: save state, and « Effacer ma réponse », the only way to clear. */
  readonly foot?: ReactNode
}

/** One row per level, radios underneath: arrows move, Space chooses, and it posts with its form without JavaScript. */
export function LevelPicker({
  name, legend, isLegendHidden = false, levels, defaultValue, value, onChoose, previous, disabled = false, foot,
}: LevelPickerProps) {
  const steps = levels.filter((level) => !level.star && !level.outside)
  const of = steps.length
  return (
    <fieldset className={styles.set} disabled={disabled}>
      <legend className={isLegendHidden ? styles.hiddenLegend : styles.legend}>{legend}</legend>
      {levels.map((level) => {
        const rank = level.star ? of : steps.indexOf(level) + 1
        const sign = level.star ? '★' : (level.mark ?? rank)
        const diameter = level.outside ? 34 : growingDiameter({ level: rank, of, from: 28, to: 43 })
        const chosen = value === undefined ? { defaultChecked: defaultValue === level.value } : { checked: value === level.value }
        return (
          <label key={level.value} className={styles.option}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={level.value}
              {...chosen}
              onChange={onChoose ? () => onChoose(level.value) : undefined}
              onKeyDown={onChoose ? moveAmong : undefined}
              readOnly={value !== undefined && !onChoose}
            />
            <span className={styles.row} data-ramp={level.outside ? undefined : rampStep(rank, of)}>
              <svg className={styles.round} viewBox="0 0 44 44" aria-hidden="true">
                <circle cx="22" cy="22" r={diameter / 2 - 1} className={level.outside ? styles.outside : undefined} />
                <text x="22" y="27.5" className={String(sign).length > 2 ? styles.smallText : undefined}>{sign}</text>
              </svg>
              <span>
                <span className={styles.label}>{level.label}</span>
                {level.definition ? <span className={styles.definition}>{level.definition}</span> : null}
              </span>
              <span className={styles.end}>
                {previous?.value === level.value ? <span className={styles.previous}>{previous.label}</span> : null}
                <Icon name="check" className={styles.tick} />
              </span>
            </span>
          </label>
        )
      })}
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </fieldset>
  )
}
