import type { ReactNode } from 'react'
import { moveAmong } from './move-among.ts'
import styles from './picker.module.css'

type Choice = { readonly value: string; readonly label: string }

type SegmentedProps = {
  readonly name: string
  readonly legend: ReactNode
  readonly isLegendHidden?: boolean
  readonly options: readonly Choice[]
  readonly defaultValue?: string | undefined
  readonly value?: string | null | undefined
  readonly onChoose?: (value: string) => void
  readonly disabled?: boolean
}

/** Two to four states side by side: « pas réalisé », « en cours », « réalisé ». */
export function Segmented({
  name, legend, isLegendHidden = false, options, defaultValue, value, onChoose, disabled = false,
}: SegmentedProps) {
  return (
    <fieldset disabled={disabled}>
      <legend className={isLegendHidden ? styles.hiddenLegend : styles.legend}>{legend}</legend>
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <Radio {...{ name, option, value, defaultValue, onChoose }} />
            <span className={styles.segmentWords}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A note from 1 to 5 as large numbers, with the meaning of both ends: the dialogue's question. */
export function FivePicker({ name, legend, isLegendHidden = false, options, defaultValue, value, onChoose, disabled = false, ends }:
  SegmentedProps & { readonly ends: readonly [string, string] }) {
  return (
    <fieldset disabled={disabled}>
      <legend className={isLegendHidden ? styles.hiddenLegend : styles.legend}>{legend}</legend>
      <div className={styles.five}>
        {options.map((option) => (
          <label key={option.value} className={styles.mark}>
            <Radio {...{ name, option, value, defaultValue, onChoose }} />
            <span className={styles.markFace}>{option.label}</span>
          </label>
        ))}
      </div>
      <div className={styles.ends}><span>{ends[0]}</span><span>{ends[1]}</span></div>
    </fieldset>
  )
}

function Radio({ name, option, value, defaultValue, onChoose }: Pick<SegmentedProps, 'name' | 'value' | 'defaultValue' | 'onChoose'> & {
  readonly option: Choice
}) {
  return (
    <input
      className={styles.input}
      type="radio"
      name={name}
      value={option.value}
      {...(value === undefined ? { defaultChecked: defaultValue === option.value } : { checked: value === option.value })}
      onChange={onChoose ? () => onChoose(option.value) : undefined}
      onKeyDown={onChoose ? moveAmong : undefined}
      readOnly={value !== undefined && !onChoose}
    />
  )
}
