'use client'

import { createContext, useContext } from 'react'

import type { Change, Target } from '../contract/changes.ts'
import type { Studio } from '../client/studio-context.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import { studioTexts } from '../../texts/studio/studio.ts'
import type { Path } from '../paths.ts'
import type { Facts } from './facts.ts'

/** Where a field writes: in a row or a part, at a path, and what people call what it belongs to. */
export type FieldPlace = { readonly target: Target; readonly path: Path; readonly of: string }

export const below = (place: FieldPlace, ...keys: Path): FieldPlace => ({ ...place, path: [...place.path, ...keys] })

const FactsContext = createContext<Facts | null>(null)
export const FactsProvider = FactsContext.Provider
export const useFacts = (): Facts => {
  const facts = useContext(FactsContext)
  if (facts === null) throw new Error('Fields stand inside <FactsProvider>.')
  return facts
}

const nameOf = (target: Target): string => ('part' in target ? target.part : target.row)

/** The id of a field's control, from where it writes: findings and colleagues lead there by it. */
export const fieldId = ({ target, path }: { readonly target: Target; readonly path: Path }): string =>
  `champ:${nameOf(target)}${path.map((key) => `/${key}`).join('')}`

const revisionOf = ({ store }: Studio, target: Target): number => {
  const { draft } = store.view()
  return ('part' in target ? draft.parts.get(target.part)?.revision : draft.rows.get(target.row)?.revision) ?? 0
}

type Json = Extract<Change, { kind: 'set' }>['value']

/** Plain data, as it can be sent. */
export const isJson = (value: unknown): value is Json =>
  value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value)

export type WriteField = (value: unknown, options?: { readonly isTyped?: boolean; readonly path?: Path }) => void

/** Writes what a field holds; undefined takes it out. Typing on in one field is one step to take back. */
export const useWrite = (place: FieldPlace, label: string): WriteField => {
  const studio = useStudio()
  return (value, { isTyped = false, path = [] } = {}) => {
    const at = [...place.path, ...path]
    const base = revisionOf(studio, place.target)
    const own = { target: place.target, path: at, base }
    const change: Change = value === undefined || !isJson(value) ? { kind: 'unset', ...own } : { kind: 'set', ...own, value }
    studio.store.edit({
      changes: [change],
      label: studioTexts.labels.field(label, place.of),
      ...(isTyped && { merge: fieldId({ target: place.target, path: at }) }),
    })
  }
}

/** Orders the items of a list of named things. */
export const useArrange = (place: FieldPlace, label: string) => {
  const studio = useStudio()
  return (keys: readonly string[]): void =>
    studio.store.edit({
      changes: [{ kind: 'arrange', target: place.target, path: [...place.path], keys: [...keys], base: revisionOf(studio, place.target) }],
      label: studioTexts.labels.field(label, place.of),
    })
}

/** Where a finding or a colleague leads: folds that hold it open. */
export type Jump = {
  readonly target: Target
  readonly path: Path
  readonly nonce: number
  /** Selects the text that is there, to be written over. */
  readonly isWhole?: boolean
}
const JumpContext = createContext<Jump | null>(null)
export const JumpProvider = JumpContext.Provider

/** The number of the jump that leads to this place or below it; null when none does. */
export const useJumpTo = ({ target, path }: FieldPlace): number | null => {
  const jump = useContext(JumpContext)
  if (jump === null || nameOf(jump.target) !== nameOf(target)) return null
  return path.every((key, index) => String(jump.path[index]) === String(key)) ? jump.nonce : null
}

/** The worst finding at exactly this place, in words. */
export const useFieldFinding = (place: FieldPlace) => {
  const findings = useView(readFindings)
  const row = 'row' in place.target ? place.target.row : null
  const part = 'part' in place.target ? place.target.part : null
  return findings.find(
    ({ place: at, severity }) =>
      severity !== 'info' && at.row === row && at.part === part && at.path.length === place.path.length &&
      at.path.every((key, index) => String(key) === String(place.path[index])),
  )
}

const readFindings = ({ findings }: { readonly findings: ReturnType<Studio['store']['view']>['findings'] }) => findings
