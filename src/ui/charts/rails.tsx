import styles from './chart.module.css'
import type { Series } from './series.ts'
import { SeriesMark } from './series-mark.tsx'

const start = 12
const length = 236

/** The radar's reading for narrow windows and for other numbers of axes: one line per axis, from lowest to highest. */
export function Rails({ axes, series, min, max }: {
  readonly axes: readonly string[]
  readonly series: readonly Series[]
  readonly min: number
  readonly max: number
}) {
  const place = (value: number) => Math.round((start + ((value - min) / (max - min)) * length) * 10) / 10
  const steps = Array.from({ length: max - min + 1 }, (_, step) => min + step)
  const valueOf = (kind: Series['kind'], axis: number) => series.find((each) => each.kind === kind)?.values[axis] ?? null
  return (
    <div className={styles.rails} aria-hidden="true">
      {axes.map((axis, index) => {
        const from = valueOf('current', index)
        const to = valueOf('target', index)
        return (
          <div key={axis} className={styles.rail}>
            <span>{axis}</span>
            <svg className={styles.railSvg} viewBox="0 0 260 40">
              <line className={from === null ? styles.noValue : styles.railLine} x1={start} y1="13" x2={start + length} y2="13" />
              {steps.map((step) => (
                <g key={step}>
                  <line className={styles.railLine} x1={place(step)} y1="6" x2={place(step)} y2="20" />
                  <text className={styles.railDigit} x={place(step)} y="37">{step}</text>
                </g>
              ))}
              {from !== null && to !== null
                ? <line className={styles.target} x1={place(from)} y1="13" x2={place(to)} y2="13" />
                : null}
              {series.toReversed().map(({ kind, values }) => {
                const value = values[index] ?? null
                return value === null ? null : <SeriesMark key={kind} kind={kind} x={place(value)} y={13} />
              })}
            </svg>
          </div>
        )
      })}
    </div>
  )
}
