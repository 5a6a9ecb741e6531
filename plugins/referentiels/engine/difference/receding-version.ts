import type { Finding } from '../findings/finding.ts'
import { compareVersions } from './version-range.ts'

export const highestVersion = (versions: readonly string[]): string | undefined => [...versions].sort(compareVersions).at(-1)

/** VERSION_RECULE: a number below one of those that are there already. It is kept, and nobody is offered it. */
export const recedingVersion = (version: string, known: readonly string[]): readonly Finding[] => {
  const stored = highestVersion(known)
  if (stored === undefined || compareVersions(version, stored) >= 0) return []
  return [{ severity: 'warning', code: 'VERSION_RECULE', path: ['version'], value: version, parameters: { stored } }]
}
