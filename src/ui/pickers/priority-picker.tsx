import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { Priority } from '../marks/priority-mark.tsx'
import { moveAmong } from './move-among.ts'
import styles from './picker.module.css'

const priorities: readonly Priority[] = [1, 2, 3]

/** The three priorities, chosen like the levels. The radios' values are « 1 », « 2 », « 3 ». */
export function PriorityPicker({ name, legend, defaultValue, value, onChoose, disabled = false, foot }: {
  readonly name: string
  readonly legend: ReactNode
  readonly defaultValue?: Priority | undefined
  readonly value?: Priority | null | undefined
  readonly onChoose?: (value: Priority) => void
  readonly disabled?: boolean
  readonly foot?: ReactNode
}) {
  return (
    <fieldset className={classNames(styles.set, styles.compact)} disabled={disabled}>
      <legend className={styles.legend}>{legend}</legend>
      {priorities.map((priority) => (
        <label key={priority} className={styles.option}>
          <input
            className={styles.input}
            type="radio"
            name={name}
            value={priority}
            {...(value === undefined ? { defaultChecked: defaultValue === priority } : { checked: value === priority })}
            onChange={onChoose ? () => onChoose(priority) : undefined}
            onKeyDown={onChoose ? moveAmong : undefined}
            readOnly={value !== undefined && !onChoose}
          />
          <span className={styles.row}>
            <span aria-hidden="true" className={styles.bangs}>{'!'.repeat(priority)}</span>
            <span>
              <span className={styles.label}>{uiTexts.priority[priority]}</span>
              <span className={styles.definition}>{uiTexts.priorityHint[priority]}</span>
            </span>
            <span className={styles.end}><Icon name="check" size="s" className={styles.tick} /></span>
          </span>
        </label>
      ))}
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </fieldset>
  )
}
