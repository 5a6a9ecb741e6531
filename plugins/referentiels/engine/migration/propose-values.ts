import type { ReferentielDocument } from '../document/document.schema.ts'
import { localiseIn } from '../compile/localise.ts'
import { fingerprint, likeness } from './likeness.ts'

type Value = { readonly code: string; readonly label: string; readonly score: number | null }
type Field = { readonly type: string; readonly scale?: string | undefined; readonly list?: string | undefined }

/** What can be answered there; empty where it isn't a choice. */
export const valuesAt = (document: ReferentielDocument, { type, scale, list }: Field): readonly Value[] => {
  const { text } = localiseIn(document, undefined)
  if (type === 'boolean') return [{ code: 'true', label: 'true', score: 1 }, { code: 'false', label: 'false', score: 0 }]
  if (type === 'scale') {
    return (document.scales?.find(({ code }) => code === scale)?.values ?? []).map((value) => ({ code: value.code, label: text(value.label), score: value.score ?? null }))
  }
  if (type !== 'single' && type !== 'multi') return []
  return (document.lists?.find(({ code }) => code === list)?.options ?? []).map((option) => ({ code: option.code, label: text(option.label), score: option.score ?? null }))
}

const alike = 0.6

/** The value of the same words; else of the same code; else at the same height, the lowest staying lowest. */
const successorOf = (value: Value, old: readonly Value[], now: readonly Value[]): string | null => {
  const own = fingerprint(value.label)
  const [nearest] = now
    .map((candidate) => ({ candidate, near: likeness(own, fingerprint(candidate.label)) }))
    .toSorted((one, other) => other.near - one.near)
  if (nearest !== undefined && nearest.near >= alike) {
    // Labels that are nothing but their rank say nothing of the height.
    const isRank = now.length !== old.length && /\d/.test(value.label)
    if (!isRank) return nearest.candidate.code
  }
  if (value.score === null) return now.find(({ code, score }) => code === value.code && score === null)?.code ?? null
  const ranked = (values: readonly Value[]) =>
    values.filter(({ score }) => score !== null).toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0))
  const [before, after] = [ranked(old), ranked(now)]
  if (after.length === 0) return null
  const height = before.length < 2 ? 0 : before.findIndex(({ code }) => code === value.code) / (before.length - 1)
  // Half a level is rounded down: better too modest than too proud.
  return after[Math.ceil(height * (after.length - 1) - 0.5)]?.code ?? null
}

/** Old value → proposed value, for all of them; empty where there is nothing to choose before or after. */
export const proposedValues = (old: readonly Value[], now: readonly Value[]): Readonly<Record<string, string | null>> =>
  now.length === 0 ? {} : Object.fromEntries(old.map((value) => [value.code, successorOf(value, old, now)]))
