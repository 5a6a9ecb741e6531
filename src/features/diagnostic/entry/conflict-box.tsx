'use client'

import { lazy, Suspense } from 'react'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'

import type { useRow } from '../saving/use-saver.ts'

/** One field of a row in words, for a person who has to choose between two versions of it. */
export type ConflictPart = {
  readonly field: string
  /** Texts show where they differ and can be kept both; choices can't. */
  readonly isText: boolean
  readonly show: (value: AnswerValue | undefined) => string
}

export type ConflictProps = {
  readonly row: ReturnType<typeof useRow>
  /** The fields that are shown here: what is contested elsewhere is told there. */
  readonly parts: readonly ConflictPart[]
  /** Puts the focus where one goes on once it is resolved. */
  readonly goOn: () => void
}

// Rare: comes when it is needed, and then there is a network.
const Versions = lazy(async () => ({ default: (await import('./conflict-versions.tsx')).ConflictVersions }))

/** Two versions of one field: both, and what one may keep. Nothing while there is none. */
export function ConflictBox({ row, parts, goOn }: ConflictProps) {
  const shown = parts.filter(({ field }) => row.contested.includes(field))
  return shown.length === 0 ? null : <Suspense fallback={null}><Versions row={row} parts={shown} goOn={goOn} /></Suspense>
}
