import { classNames } from '../class-names.ts'
import styles from './ripples.module.css'

/** Concentric circles, some broken: the one drawing of the banner, the empty states and the covers. */
export function Ripples({ rings = 7, className }: { readonly rings?: number; readonly className?: string | undefined }) {
  return (
    <svg className={classNames(styles.ripples, className)} viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      {Array.from({ length: rings }, (_, ring) => (
        <circle
          key={ring}
          cx="100"
          cy="100"
          r={8 + ring * 14.5}
          strokeWidth={(3.2 - ring * 0.34).toFixed(2)}
          strokeDasharray={ring % 3 === 1 ? `${30 + ring * 40} ${6 + ring}` : undefined}
          transform={`rotate(${ring * 47} 100 100)`}
        />
      ))}
    </svg>
  )
}
