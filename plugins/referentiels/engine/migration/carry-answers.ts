import type { Compiled, CompiledQuestion } from '../compile/compiled.ts'
import type { AnswerValue } from '../evaluate/answers.ts'
import { firstGrid, gridOf, noGrid } from '../evaluate/grids.ts'
import { readAnswer } from '../evaluate/read-input.ts'
import { combinedValue } from './combine-values.ts'
import { joinedTexts } from './join-texts.ts'
import type { Fate, MigrationMap, Route } from './migration-map.ts'
import { movedValue } from './move-value.ts'
import type { AsideReason, CarriedAnswer, ConfirmReason, Outcome, StoredAnswer } from './stored-rows.ts'
import { longestComment } from './stored-rows.ts'

type Means = { readonly map: MigrationMap; readonly compiled: Compiled }

/** What became of an old answer so far. */
type Tale = { readonly old: StoredAnswer; readonly fate: Fate | undefined; readonly to: Set<string>; readonly aside: AsideReason[]; needsConfirming: boolean }

/** One old answer where it arrives, its value in the new form. */
type Arrival = {
  readonly tale: Tale
  readonly question: CompiledQuestion
  readonly grid: number
  readonly route: Route
  readonly value: AnswerValue | null
  readonly confirm: ConfirmReason | null
}

export const isSilent = ({ value, comment }: Pick<StoredAnswer, 'value' | 'comment'>): boolean =>
  (value === null || value === undefined) && (comment ?? '').trim() === ''

/** An answer that repeats goes to the same grid; one that no longer does to the only place there is. */
const gridAt = (compiled: Compiled, question: CompiledQuestion, grid: number): number | undefined =>
  question.repeatedBy === null ? noGrid : gridOf(compiled, question, Math.max(grid, firstGrid))

const arrivalAt = (tale: Tale, route: Route, { compiled }: Means): Arrival | AsideReason => {
  const { old } = tale
  const question = compiled.questionByCode.get(route.to)
  if (question === undefined) return 'not-asked'
  const grid = gridAt(compiled, question, old.grid)
  if (grid === undefined) return 'GRILLE'
  const own = route.confirm ? route.kind : old.toConfirm
  const bare = { tale, question, grid, route }
  if (old.value === null || old.value === undefined) return { ...bare, value: null, confirm: own }
  const { value, isPartial } = movedValue(old.value, question, route.values)
  if (value === null) return 'dropped'
  const reading = readAnswer(compiled, question, { question: question.code, grid, value, comment: old.comment })
  if (reading.value === null) return reading.findings.find(({ severity }) => severity === 'error')?.code ?? 'dropped'
  if (isPartial) tale.aside.push('dropped')
  return { ...bare, value: reading.value, confirm: isPartial ? 'partial' : own }
}

const isSameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const single = ({ tale, question, grid, value, confirm }: Arrival): CarriedAnswer => ({
  question: question.code,
  grid,
  value,
  comment: tale.old.comment,
  toConfirm: confirm,
  from: [{ question: tale.old.question, grid: tale.old.grid }],
  isVerbatim: isSameValue(value, tale.old.value ?? null),
})

/** Several old answers at one place: the lowest is proposed, or the first where together they are refused. */
const merged = (arrivals: readonly [Arrival, ...Arrival[]], { compiled }: Means): CarriedAnswer => {
  const [{ question, grid }] = arrivals
  const comments = joinedTexts(arrivals.map(({ tale }) => tale.old.comment), longestComment)
  for (const place of comments.left) arrivals[place]?.tale.aside.push('too-long')
  const [first, ...others] = arrivals.flatMap(({ value }) => (value === null ? [] : [value]))
  const together = first === undefined ? null : combinedValue(question, [first, ...others])
  const reading = readAnswer(compiled, question, { question: question.code, grid, value: together, comment: comments.text })
  for (const { tale } of arrivals) tale.needsConfirming = true
  return {
    question: question.code,
    grid,
    value: together === null ? null : (reading.value ?? first ?? null),
    comment: comments.text,
    toConfirm: 'merged',
    from: arrivals.map(({ tale }) => ({ question: tale.old.question, grid: tale.old.grid })),
    isVerbatim: false,
  }
}

const arrived = ([first, ...others]: readonly Arrival[], means: Means): readonly CarriedAnswer[] => {
  if (first === undefined) return []
  return [others.length === 0 ? single(first) : merged([first, ...others], means)]
}

const outcomeOf = ({ old, fate, to, aside, needsConfirming }: Tale): Outcome => ({
  row: { kind: 'answer', question: old.question, grid: old.grid },
  status: to.size === 0 ? 'setAside' : needsConfirming || aside.length > 0 ? 'toConfirm' : 'carried',
  change: fate?.kind ?? 'removed',
  to: [...to],
  aside: to.size === 0 && aside.length === 0 ? ['removed'] : aside,
})

export const carriedAnswers = (
  answers: readonly StoredAnswer[],
  means: Means,
): { readonly rows: readonly CarriedAnswer[]; readonly outcomes: readonly Outcome[] } => {
  const places = new Map([...means.map.fates.keys()].map((code, place) => [code, place]))
  const placeOf = ({ question }: StoredAnswer) => places.get(question) ?? places.size
  const tales = answers
    .filter((answer) => !isSilent(answer))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.grid - other.grid || (one.question < other.question ? -1 : 1))
    .map((old): Tale => ({ old, fate: means.map.fates.get(old.question), to: new Set(), aside: [], needsConfirming: false }))
  const arrivals = new Map<string, Arrival[]>()
  for (const tale of tales) {
    for (const route of tale.fate?.routes ?? []) {
      const arrival = arrivalAt(tale, route, means)
      if (typeof arrival === 'string') {
        tale.aside.push(arrival)
        continue
      }
      tale.to.add(arrival.question.code)
      if (arrival.confirm !== null) tale.needsConfirming = true
      const key = `${arrival.grid}:${arrival.question.code}`
      const there = arrivals.get(key)
      if (there === undefined) arrivals.set(key, [arrival])
      else there.push(arrival)
    }
  }
  const rows = [...arrivals.values()].flatMap((there) => arrived(there, means))
  return { rows, outcomes: tales.map(outcomeOf) }
}
