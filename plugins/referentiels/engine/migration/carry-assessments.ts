import type { Compiled, CompiledNode } from '../compile/compiled.ts'
import { notConcernedFinding } from '../evaluate/read-input.ts'
import { joinedTexts } from './join-texts.ts'
import type { Fate, MigrationMap, Route } from './migration-map.ts'
import type { AsideReason, CarriedAssessment, ConfirmReason, Outcome, StoredAssessment } from './stored-rows.ts'
import { longestComment, longestPractices } from './stored-rows.ts'

type Means = { readonly map: MigrationMap; readonly compiled: Compiled }
type Tale = { readonly old: StoredAssessment; readonly fate: Fate | undefined; readonly to: Set<string>; readonly aside: AsideReason[]; needsConfirming: boolean }
type Arrival = { readonly tale: Tale; readonly criterion: CompiledNode; readonly route: Route; readonly confirm: ConfirmReason | null }

const saysSomething = ({ notConcerned, reason, toReview, practices, priority, target, target3 }: Omit<StoredAssessment, 'criterion' | 'toConfirm'>): boolean =>
  notConcerned || toReview || [reason, practices, priority, target, target3].some((field) => field !== null && field !== '')

/** The criterion that an old one's work goes on in: the destination itself, or the criterion that it stands in. */
const criterionAt = ({ nodeByCode, questionByCode }: Compiled, code: string): CompiledNode | undefined =>
  nodeByCode.get(nodeByCode.get(code)?.criterion ?? questionByCode.get(code)?.criterion ?? '')

/** The level aimed at, where the new criterion has it. */
const targetAt = (target: string | null, { criterion, route, tale }: Arrival): string | null => {
  if (target === null) return null
  const moved = route.values?.has(target) === true ? (route.values.get(target) ?? null) : target
  const levels = criterion.questions.find(({ isRating }) => isRating)?.values.filter(({ score }) => score !== null) ?? []
  if (levels.some(({ code }) => code === moved)) return moved
  tale.aside.push('dropped')
  return null
}

const scoreAt = ({ questions }: CompiledNode, value: string): number =>
  questions.find(({ isRating }) => isRating)?.values.find(({ code }) => code === value)?.score ?? 0

const lowestTarget = (criterion: CompiledNode, targets: readonly (string | null)[]): string | null =>
  targets
    .filter((target) => target !== null)
    .reduce<string | null>((low, target) => (low === null || scoreAt(criterion, target) < scoreAt(criterion, low) ? target : low), null)

/** Not concerned where all that arrive are, and where the new criterion allows it; else the reasons stay behind. */
const concernAt = (arrivals: readonly Arrival[], compiled: Compiled, criterion: CompiledNode) => {
  const declined = arrivals.filter(({ tale }) => tale.old.notConcerned)
  const reasons = joinedTexts(arrivals.map(({ tale }) => tale.old.reason), longestComment)
  for (const place of reasons.left) arrivals[place]?.tale.aside.push('too-long')
  if (declined.length === 0) return { notConcerned: false, reason: reasons.text }
  const finding = notConcernedFinding(compiled, criterion.code, reasons.text ?? '')
  if (declined.length === arrivals.length && finding === null) return { notConcerned: true, reason: reasons.text }
  for (const { tale } of declined) tale.aside.push('not-concerned')
  return { notConcerned: false, reason: reasons.text }
}

const highest = (priorities: readonly StoredAssessment['priority'][]): StoredAssessment['priority'] =>
  priorities.reduce((most, each) => ((each ?? 0) > (most ?? 0) ? each : most), null)

const arrivedAt = (arrivals: readonly [Arrival, ...Arrival[]], compiled: Compiled): CarriedAssessment => {
  const [first] = arrivals
  const { criterion } = first
  const olds = arrivals.map(({ tale }) => tale.old)
  const practices = joinedTexts(olds.map((old) => old.practices), longestPractices)
  for (const place of practices.left) arrivals[place]?.tale.aside.push('too-long')
  const concern = concernAt(arrivals, compiled, criterion)
  const assessment = {
    criterion: criterion.code,
    ...concern,
    toReview: olds.some(({ toReview }) => toReview),
    practices: practices.text,
    priority: highest(olds.map(({ priority }) => priority)),
    target: lowestTarget(criterion, arrivals.map((arrival) => targetAt(arrival.tale.old.target, arrival))),
    target3: lowestTarget(criterion, arrivals.map((arrival) => targetAt(arrival.tale.old.target3, arrival))),
    from: olds.map((old) => old.criterion),
  }
  if (arrivals.length > 1) for (const { tale } of arrivals) tale.needsConfirming = true
  const isPartial = arrivals.some(({ tale }) => tale.aside.length > 0)
  return { ...assessment, toConfirm: arrivals.length > 1 ? 'merged' : isPartial ? 'partial' : first.confirm }
}

const outcomeOf = ({ old, fate, to, aside, needsConfirming }: Tale): Outcome => ({
  row: { kind: 'assessment', criterion: old.criterion },
  status: to.size === 0 ? 'setAside' : needsConfirming || aside.length > 0 ? 'toConfirm' : 'carried',
  change: fate?.kind ?? 'removed',
  to: [...to],
  aside: to.size === 0 && aside.length === 0 ? ['removed'] : aside,
})

export const carriedAssessments = (
  assessments: readonly StoredAssessment[],
  { map, compiled }: Means,
): { readonly rows: readonly CarriedAssessment[]; readonly outcomes: readonly Outcome[] } => {
  const places = new Map([...map.fates.keys()].map((code, place) => [code, place]))
  const placeOf = ({ criterion }: StoredAssessment) => places.get(criterion) ?? places.size
  const tales = assessments
    .filter(saysSomething)
    .toSorted((one, other) => placeOf(one) - placeOf(other) || (one.criterion < other.criterion ? -1 : 1))
    .map((old): Tale => ({ old, fate: map.fates.get(old.criterion), to: new Set(), aside: [], needsConfirming: false }))
  const arrivals = new Map<string, [Arrival, ...Arrival[]]>()
  for (const tale of tales) {
    for (const route of tale.fate?.routes ?? []) {
      const criterion = criterionAt(compiled, route.to)
      if (criterion === undefined) {
        tale.aside.push('not-asked')
        continue
      }
      if (tale.to.has(criterion.code)) continue
      tale.to.add(criterion.code)
      const confirm = route.confirm ? route.kind : tale.old.toConfirm
      if (confirm !== null) tale.needsConfirming = true
      const arrival = { tale, criterion, route, confirm }
      const there = arrivals.get(criterion.code)
      if (there === undefined) arrivals.set(criterion.code, [arrival])
      else there.push(arrival)
    }
  }
  const rows = [...arrivals.values()].flatMap((there) => {
    const row = arrivedAt(there, compiled)
    if (saysSomething(row)) return [row]
    // All that it said stays behind.
    for (const { tale, criterion } of there) tale.to.delete(criterion.code)
    return []
  })
  return { rows, outcomes: tales.map(outcomeOf) }
}
