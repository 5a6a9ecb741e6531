import { Shapes } from '../drawing/shapes.tsx'
import { networkMark, platformMark } from './brand-drawings.ts'

/** The platform's own mark: a stone and the rings it makes. */
export function PlatformMark() {
  return (
    <svg viewBox="0 0 48 48" width="36" height="36" fill="none" stroke="currentColor" strokeWidth="4" aria-hidden="true">
      <Shapes shapes={platformMark} classes={{}} />
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
      <Shapes shapes={networkMark} classes={{}} />
    </svg>
  )
}
