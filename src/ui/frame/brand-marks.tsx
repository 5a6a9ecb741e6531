/** The platform's own mark: a stone and the rings it makes. */
export function PlatformMark() {
  return (
    <svg viewBox="0 0 48 48" width="36" height="36" fill="none" stroke="currentColor" strokeWidth="4" aria-hidden="true">
      <circle cx="24" cy="24" r="4.5" fill="currentColor" stroke="none" />
      <circle cx="24" cy="24" r="11.5" strokeDasharray="58 14" transform="rotate(-40 24 24)" />
      <circle cx="24" cy="24" r="20" strokeDasharray="100 26" transform="rotate(70 24 24)" />
    </svg>
  )
}

/** The mark of a network that has sent none. */
export function NetworkMark() {
  return (
    <svg
      viewBox="0 0 48 48" width="34" height="34" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M5 31c6 0 6-6 12.5-6S24 31 30.5 31 37 25 43 25" />
      <path d="M5 41c6 0 6-6 12.5-6S24 41 30.5 41 37 35 43 35" />
      <circle cx="31" cy="12" r="6" fill="currentColor" stroke="none" />
    </svg>
  )
}
