import type { DocumentPath, Finding } from '../findings/finding.ts'

type Block = Readonly<Record<string, unknown>>

export const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a document of any shape holds at a path: its own keys alone, never what every object inherits. */
export const valueAt = (root: unknown, path: DocumentPath): unknown => {
  let value = root
  for (const key of path) {
    if (Array.isArray(value)) value = typeof key === 'number' ? (value as readonly unknown[])[key] : undefined
    else if (isBlock(value) && Object.hasOwn(value, key)) value = value[key]
    else return undefined
  }
  return value
}

/** The value as a finding shows it: one word, cut when long; nothing for a list or a block. */
export const shown = (value: unknown): Finding['value'] => {
  if (typeof value === 'string') return value.length > 120 ? `${value.slice(0, 119)}…` : value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return typeof value === 'boolean' || value === null ? value : undefined
}
