import styles from './tile.module.css'

/** Five growing rounds, filled as far as `filled`: the diagnostic. */
export function DiagnosticPicture({ filled = 0 }: { readonly filled?: number }) {
  const rounds = [[20, 89, 11], [52, 86, 14], [91, 83, 17], [138, 79, 21.5], [197, 74, 28]] as const
  return (
    <svg viewBox="0 -8 234 156" stroke="currentColor" strokeWidth="2.5">
      {rounds.map(([cx, cy, r], index) => (
        <circle key={cx} cx={cx} cy={cy} r={r} fill={index < filled ? 'currentColor' : 'none'} />
      ))}
    </svg>
  )
}

/** The organisation and its rings; filled tokens have answered, the others not yet. `empty`: the rings alone. */
export function StakeholdersPicture({ isEmpty = false }: { readonly isEmpty?: boolean }) {
  return (
    <svg viewBox="0 0 240 140" fill="none" preserveAspectRatio="xMidYMid slice">
      <circle cx="120" cy="82" r="22" fill="var(--broom)" />
      <g stroke="var(--line-strong)" strokeWidth="1.6">
        <circle cx="120" cy="82" r="44" /><circle cx="120" cy="82" r="70" /><circle cx="120" cy="82" r="98" />
      </g>
      {isEmpty ? null : (
        <>
          <g fill="var(--wine)">
            <circle cx="158" cy="60" r="8" /><circle cx="84" cy="108" r="7" />
            <rect x="58" y="44" width="14" height="14" rx="3" /><rect x="182" y="92" width="14" height="14" rx="3" />
            <path d="M116 5l9 15h-18z" />
          </g>
          <g fill="var(--surface)" stroke="var(--wine)" strokeWidth="2.5">
            <circle cx="38" cy="96" r="7" /><circle cx="196" cy="28" r="7" />
          </g>
        </>
      )}
    </svg>
  )
}

/** The three priorities, with how many practices carry each when given. */
export function PracticesPicture({ counts }: { readonly counts?: readonly [number, number, number] }) {
  const marks = [[34, 26, '!'], [92, 72, '!!'], [174, 142, '!!!']] as const
  return (
    <svg viewBox="0 0 210 140">
      {marks.map(([centre, start, bangs], index) => (
        <g key={bangs}>
          <text x={start} y={counts ? 92 : 104} className={index === 0 ? `${styles.bang} ${styles.faint}` : styles.bang}>{bangs}</text>
          {counts ? <text x={centre} y="122" textAnchor="middle" className={styles.figure}>{counts[index]}</text> : null}
        </g>
      ))}
    </svg>
  )
}

/** Three bars; the lengths stand for actions in time, late and early, in percent. All zero before the first action. */
export function EngagementsPicture({ onTime = 0, late = 0, early = 0 }: {
  readonly onTime?: number
  readonly late?: number
  readonly early?: number
}) {
  const bars = [[34, onTime, 'var(--moss)'], [64, late, 'var(--brick)'], [94, early, 'var(--accent)']] as const
  return (
    <svg viewBox="0 0 240 140">
      {bars.map(([y, percent, fill]) => (
        <g key={y}>
          <rect x="30" y={y} width="180" height="16" rx="8" fill="var(--surface)" stroke="var(--line-strong)" strokeWidth="1.5" />
          {percent > 0 ? <rect x="30" y={y} width={Math.max(16, 1.8 * Math.min(percent, 100))} height="16" rx="8" fill={fill} /> : null}
        </g>
      ))}
    </svg>
  )
}
