import type { ReactNode } from 'react'

import { growingDiameter, rampStep } from '../marks/ramp.ts'
import type { LevelPickerProps, PickerLevel } from './level-picker.tsx'
import { moveAmong } from './move-among.ts'
import styles from './level-strip.module.css'

export type StripLevel = PickerLevel & {
  /** Under the round, where there is room. */
  readonly short: string
}

/** What each level is worth, in words: once over several strips. */
export function LevelKey({ title, levels }: { readonly title: ReactNode; readonly levels: readonly StripLevel[] }) {
  return (
    <details className={styles.key}>
      <summary>{title}</summary>
      <dl>
        {levels.map(({ value, label, definition, star, mark }) => (
          <div key={value}>
            <dt><b aria-hidden="true">{star ? '★' : mark}</b> {label}</dt>
            {definition ? <dd>{definition}</dd> : null}
          </div>
        ))}
      </dl>
    </details>
  )
}

/**
 * The level picker where a criterion asks for several levels: the same radios side by side, and the words of the chosen
 * one under them. A row each would put the third question a screen and a half below the first.
 */
export function LevelStrip({ name, legend, levels, defaultValue, value, onChoose, previous, disabled = false }:
  Pick<LevelPickerProps, 'name' | 'legend' | 'defaultValue' | 'value' | 'onChoose' | 'previous' | 'disabled'> & { readonly levels: readonly StripLevel[] }) {
  const steps = levels.filter((level) => !level.star && !level.outside)
  const of = steps.length
  const chosen = levels.find((level) => level.value === (value === undefined ? defaultValue : value))
  return (
    <fieldset className={styles.set} disabled={disabled}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.strip}>
        {levels.map((level) => {
          const rank = level.star ? of : steps.indexOf(level) + 1
          const sign = level.star ? '★' : (level.mark ?? rank)
          const diameter = level.outside ? 34 : growingDiameter({ level: rank, of, from: 28, to: 43 })
          return (
            <label key={level.value} className={styles.cell} title={level.label}>
              <input
                className={styles.input}
                type="radio"
                name={name}
                value={level.value}
                aria-label={level.label}
                {...(value === undefined ? { defaultChecked: defaultValue === level.value } : { checked: value === level.value })}
                onChange={onChoose ? () => onChoose(level.value) : undefined}
                onKeyDown={onChoose ? moveAmong : undefined}
                readOnly={value !== undefined && !onChoose}
              />
              <span className={styles.face} data-ramp={level.outside ? undefined : rampStep(rank, of)} aria-hidden="true">
                <svg className={styles.round} viewBox="0 0 44 44">
                  <circle cx="22" cy="22" r={diameter / 2 - 1} className={level.outside ? styles.outside : undefined} />
                  <text x="22" y="27.5" className={String(sign).length > 2 ? styles.smallText : undefined}>{sign}</text>
                </svg>
                <span className={styles.short}>{level.short}</span>
              </span>
            </label>
          )
        })}
      </div>
      <Chosen chosen={chosen} first={steps[0]} last={steps.at(-1)} />
      {previous ? <p className={styles.words}>{previous.label}{'\u00a0: '}{levels.find((level) => level.value === previous.value)?.label}</p> : null}
    </fieldset>
  )
}

/** The words of what is chosen; before that, of both ends. */
function Chosen({ chosen, first, last }: {
  readonly chosen: StripLevel | undefined
  readonly first: StripLevel | undefined
  readonly last: StripLevel | undefined
}) {
  if (chosen) return <p className={styles.words}><b>{chosen.label}.</b> {chosen.definition}</p>
  if (!first || !last || first === last) return null
  return <p className={styles.ends}><span>{first.mark} · {first.label}</span><span>{last.mark} · {last.label}</span></p>
}
