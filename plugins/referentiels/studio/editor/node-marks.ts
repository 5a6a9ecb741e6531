'use client'

import { useMemo } from 'react'

import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { isQuestion } from '../model/draft.ts'
import { sameValue } from '../model/same-value.ts'

/** What a line of the plan says beside its title. */
export type Marks = { readonly error: boolean; readonly warning: boolean; readonly people: string }

const read = {
  findings: ({ findings }: StudioView) => findings,
  people: ({ people }: StudioView) => people,
  rows: ({ draft }: StudioView) => draft.rows,
  byCode: ({ outline }: StudioView) => outline.byCode,
}

/** Marks kept from the last time where nothing changed, so that their lines are not drawn again. */
let last: ReadonlyMap<string, Marks> = new Map()

/** Which elements have findings, their questions' included, and who is there. */
export const useNodeMarks = (): ReadonlyMap<string, Marks> => {
  const findings = useView(read.findings)
  const people = useView(read.people)
  const rows = useView(read.rows)
  const byCode = useView(read.byCode)
  return useMemo(() => {
    const nodeOf = (row: string | null): string | null => {
      const known = row === null ? undefined : rows.get(row)
      if (known === undefined) return null
      return isQuestion(known) ? (byCode.get(known.node)?.id ?? null) : known.id
    }
    const marks = new Map<string, { error: boolean; warning: boolean; people: string }>()
    const at = (id: string) => {
      const known = marks.get(id) ?? { error: false, warning: false, people: '' }
      marks.set(id, known)
      return known
    }
    for (const { place, severity } of findings) {
      const id = nodeOf(place.row)
      if (id === null || severity === 'info') continue
      if (severity === 'error') at(id).error = true
      else at(id).warning = true
    }
    for (const { name, at: where } of people) {
      const id = nodeOf(where?.row ?? null)
      if (id === null) continue
      const mark = at(id)
      mark.people = mark.people === '' ? name : `${mark.people}, ${name}`
    }
    const kept = new Map([...marks].map(([id, mark]) => [id, sameValue(last.get(id), mark) ? (last.get(id) ?? mark) : mark]))
    last = kept
    return kept
  }, [findings, people, rows, byCode])
}
