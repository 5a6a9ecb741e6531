import { classNames } from '../class-names.ts'
import styles from './chart.module.css'
import { axisAngle, radarLine, radarPoint, type RadarGeometry, type Series, twoLines } from './series.ts'
import { SeriesMark } from './series-mark.tsx'

const radius = 225
const lineHeight = 26
const centre = { x: 407, y: 290 }

/** The web of a maturity chart, drawn for 5 to 10 axes; `MaturityChart` decides when it is shown. */
export function Radar({ title, axes, series, max }: {
  readonly title: string
  readonly axes: readonly string[]
  readonly series: readonly Series[]
  readonly max: number
}) {
  const geometry: RadarGeometry = { centre, radius, axes: axes.length, max }
  const steps = Array.from({ length: max }, (_, step) => step + 1)
  const current = series.find(({ kind }) => kind === 'current')
  return (
    <svg className={styles.radar} viewBox={`0 0 ${centre.x * 2} ${centre.y * 2}`} role="img" aria-label={title}>
      {steps.map((step) => (
        <polygon
          key={step}
          className={classNames(styles.grid, step === max && styles.rim)}
          points={axes.map((_, axis) => coordinates(radarPoint(geometry, axis, step))).join(' ')}
        />
      ))}
      {axes.map((axis, index) => {
        const end = radarPoint(geometry, index, max)
        const isMissing = current !== undefined && (current.values[index] ?? null) === null
        return (
          <line
            key={axis}
            className={isMissing ? styles.noValue : styles.grid}
            x1={centre.x} y1={centre.y} x2={end.x} y2={end.y}
          />
        )
      })}
      {series.map(({ kind, values }) => {
        const { path, isClosed } = radarLine(geometry, values)
        return (
          <g key={kind}>
            {kind === 'current' && isClosed ? <path className={styles.currentArea} d={path} /> : null}
            <path className={styles[kind]} d={path} />
          </g>
        )
      })}
      {steps.map((step) => {
        const { x, y } = radarPoint(geometry, 0, step)
        return <text key={step} className={styles.scale} x={x - 10} y={y + 7}>{step}</text>
      })}
      {series.map(({ kind, values }) => values.map((value, axis) => (
        value === null ? null : <SeriesMark key={`${kind}${axes[axis] ?? axis}`} kind={kind} {...radarPoint(geometry, axis, value)} />
      )))}
      {axes.map((axis, index) => <AxisLabel key={axis} label={axis} angle={axisAngle(index, axes.length)} />)}
    </svg>
  )
}

function AxisLabel({ label, angle }: { readonly label: string; readonly angle: number }) {
  const lines = twoLines(label)
  const x = centre.x + Math.cos(angle) * (radius + 20)
  const y = centre.y + Math.sin(angle) * (radius + 20)
  const isMiddle = Math.abs(Math.cos(angle)) < 0.3
  const anchor = isMiddle ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end'
  const above = -(lines.length - 1) * lineHeight
  const first = Math.sin(angle) < -0.9 ? y + above : Math.sin(angle) > 0.9 ? y + 16 : y + above / 2 + 7
  return (
    <text className={styles.axis} textAnchor={anchor}>
      {lines.map((line, index) => (
        <tspan key={line} x={x.toFixed(1)} y={(first + index * lineHeight).toFixed(1)}>{line}</tspan>
      ))}
    </text>
  )
}

function coordinates({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${x},${y}`
}
