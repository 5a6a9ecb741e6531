import styles from './home.module.css'

/** The platform's drawing, large: five growing rounds that become the rings of a stone in the water. */
export function GrowingRounds() {
  return (
    <svg viewBox="0 0 484 340" className={styles.rounds} focusable="false">
      <g fill="none" stroke="var(--line-strong)">
        <circle cx="318" cy="170" r="104" strokeWidth="2.2" strokeDasharray="210 12" transform="rotate(40 318 170)" />
        <circle cx="318" cy="170" r="132" strokeWidth="1.8" />
        <circle cx="318" cy="170" r="160" strokeWidth="1.4" strokeDasharray="330 14" transform="rotate(150 318 170)" />
      </g>
      <g className={styles.levels}>
        <circle cx="22" cy="224" r="13" fill="var(--level-1)" />
        <circle cx="66" cy="216" r="21" fill="var(--level-2)" />
        <circle cx="124" cy="205" r="30" fill="var(--level-3)" />
        <circle cx="199" cy="189" r="40" fill="var(--level-4)" />
      </g>
      <circle cx="318" cy="170" r="76" fill="var(--broom)" stroke="var(--on-broom)" strokeWidth="3" />
      <circle cx="318" cy="170" r="48" fill="none" stroke="var(--on-broom)" strokeWidth="3" strokeDasharray="240 40" />
      <circle cx="318" cy="170" r="18" fill="var(--on-broom)" />
    </svg>
  )
}
