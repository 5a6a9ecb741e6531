import type { ApplyResult, Change, ChangeResult, News } from '../contract/changes.ts'
import type { Person } from '../contract/people.ts'
import type { Draft } from './draft.ts'
import { takeNews } from './draft.ts'
import { interpret } from './interpret.rules.ts'

/**
 * One person's work on a draft: what the server has, what is on its way there, what can be taken back, and where a
 * colleague was in the way. Nothing that was typed is lost: a batch stays until the server has answered it, is sent
 * again under the same id when it has not, and what was refused because somebody else was there is kept to be chosen.
 */

/** What one action did. */
export type Batch = {
  readonly changes: readonly Change[]
  /** « Titre de 1.2 ». */
  readonly label: string
  /** Typing on in one place is one batch, and one step to take back. */
  readonly merge: string | null
  readonly at: number
  /** Taking back and doing again change the history otherwise. */
  readonly role: 'edit' | 'undo' | 'redo'
}

export type Flight = { readonly operation: string; readonly batches: readonly Batch[]; readonly attempt: number }

export type Step = { readonly label: string; readonly inverse: readonly Change[]; readonly merge: string | null; readonly at: number }

export type Conflict = {
  readonly id: string
  readonly change: Change
  readonly label: string
  readonly reason: 'changed' | 'gone'
  readonly theirs: unknown
  readonly by: Person | null
  readonly at: string | null
}

export type SaveState =
  | { readonly is: 'saved'; readonly at: number | null }
  | { readonly is: 'waiting' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly retryAt: number; readonly isOffline: boolean }
  /** Published or abandoned by somebody meanwhile. */
  | { readonly is: 'closed' }

export type Session = {
  readonly server: Draft
  readonly waiting: readonly Batch[]
  readonly flight: Flight | null
  readonly save: SaveState
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
  readonly conflicts: readonly Conflict[]
  /** The last sentence of a refusal, until the next action. */
  readonly refusal: string | null
  /** The codes that the server gave to new rows, and whatever else an answer says. */
  readonly answered: number
}

export const startSession = (server: Draft): Session => ({
  server,
  waiting: [],
  flight: null,
  save: { is: 'saved', at: null },
  done: [],
  undone: [],
  conflicts: [],
  refusal: null,
  answered: 0,
})

/** Steps that can be taken back. */
const mostSteps = 300
/** Typing that pauses for longer begins another step; milliseconds. */
export const typingPause = 3_000
/** Before a batch that got no answer is sent again; milliseconds. */
const retries = [1_000, 3_000, 10_000, 30_000] as const

/** The draft as the person sees it: the server's, and on it what is on its way. */
export const shownDraft = ({ server, waiting, flight }: Session): Draft =>
  [...(flight?.batches ?? []), ...waiting].reduce((draft, { changes }) => interpret(draft, changes), server)

/** An action of the person's. Typing on replaces what has not left yet. */
export const edit = (session: Session, batch: Omit<Batch, 'role'>): Session => {
  if (batch.changes.length === 0) return session
  const last = session.waiting.at(-1)
  const goesOn = last !== undefined && batch.merge !== null && last.merge === batch.merge && last.role === 'edit'
  const waiting = goesOn
    ? [...session.waiting.slice(0, -1), { ...batch, changes: overwrite(last.changes, batch.changes), role: 'edit' as const }]
    : [...session.waiting, { ...batch, role: 'edit' as const }]
  return { ...session, waiting, undone: [], refusal: null, save: isSending(session.save) ? session.save : { is: 'waiting' } }
}

const isSending = ({ is }: SaveState): boolean => is === 'saving' || is === 'failed' || is === 'closed'

/** The later words stand, on what the earlier ones had seen. */
const overwrite = (before: readonly Change[], after: readonly Change[]): readonly Change[] =>
  after.map((change, index) => {
    const known = before[index]
    return known !== undefined && 'base' in known && 'base' in change ? { ...change, base: known.base } : change
  })

/** Everything that waits leaves under one operation, or what is on its way leaves again. */
export const depart = (session: Session, operation: string): Session => {
  if (session.save.is === 'closed') return session
  const { flight, waiting } = session
  if (flight !== null) return { ...session, flight: { ...flight, attempt: flight.attempt + 1 }, save: { is: 'saving' } }
  if (waiting.length === 0) return session
  // Taking back goes alone: it stands or falls as a whole.
  const count = waiting[0]?.role !== 'edit' ? 1 : waiting.findIndex(({ role }) => role !== 'edit')
  const batches = count < 0 ? waiting : waiting.slice(0, count)
  return { ...session, waiting: waiting.slice(batches.length), flight: { operation, batches, attempt: 0 }, save: { is: 'saving' } }
}

/** The request of what is on its way. */
export const requestOf = ({ server, flight }: Session) =>
  flight === null
    ? null
    : {
        operation: flight.operation,
        since: server.sequence,
        changes: flight.batches.flatMap(({ changes }) => changes),
        ...(flight.batches.some(({ role }) => role !== 'edit') && { atomic: true }),
      }

/** What the server made of it. */
export const arrive = (session: Session, result: ApplyResult, now: number): Session => {
  const { flight } = session
  if (flight === null) return session
  const outcomes = resultsByBatch(flight.batches, result.results)
  const server = takeNews(session.server, result)
  const conflicts = [
    ...session.conflicts,
    ...outcomes.flatMap(({ batch, results }) =>
      batch.role === 'edit' ? results.flatMap((each, index) => conflictOf(batch, { change: batch.changes[index], result: each, key: `${flight.operation}:${index}` })) : [],
    ),
  ]
  const refused = result.results.find((each) => each.status === 'refused' || (each.status === 'conflict' && flight.batches[0]?.role !== 'edit'))
  const waiting = session.waiting.map((batch) => ({ ...batch, changes: batch.changes.map((change) => rebased(change, server, flight)) }))
  return {
    ...session,
    ...outcomes.reduce(remember, { done: session.done, undone: session.undone }),
    server,
    waiting,
    flight: null,
    conflicts,
    refusal: refused !== undefined && 'message' in refused ? refused.message : session.refusal,
    save: waiting.length > 0 ? { is: 'waiting' } : { is: 'saved', at: now },
    answered: session.answered + 1,
  }
}

type Outcome = { readonly batch: Batch; readonly results: readonly ChangeResult[] }

const resultsByBatch = (batches: readonly Batch[], results: readonly ChangeResult[]): readonly Outcome[] => {
  let from = 0
  return batches.map((batch) => {
    const own = results.slice(from, from + batch.changes.length)
    from += batch.changes.length
    return { batch, results: own }
  })
}

const conflictOf = (
  batch: Batch,
  { change, result, key }: { readonly change: Change | undefined; readonly result: ChangeResult; readonly key: string },
): readonly Conflict[] =>
  result.status === 'conflict' && change !== undefined
    ? [{ id: `${key}:${batch.label}`, change, label: batch.label, reason: result.reason, theirs: result.theirs, by: result.by, at: result.at }]
    : []

/** What takes a batch back, the last of its changes first. */
const inverseOf = (results: readonly ChangeResult[]): readonly Change[] =>
  results.toReversed().flatMap((result) => (result.status === 'applied' ? result.inverse : []))

type Steps = Pick<Session, 'done' | 'undone'>

const remember = ({ done, undone }: Steps, { batch, results }: Outcome): Steps => {
  const step: Step = { label: batch.label, inverse: inverseOf(results), merge: batch.merge, at: batch.at }
  const isVoid = step.inverse.length === 0
  switch (batch.role) {
    case 'undo':
      return { done, undone: isVoid ? undone : [...undone, { ...step, merge: null }] }
    case 'redo':
      return { done: isVoid ? done : [...done, { ...step, merge: null }], undone }
    case 'edit': {
      if (isVoid) return { done, undone }
      const last = done.at(-1)
      const goesOn = last !== undefined && step.merge !== null && last.merge === step.merge && step.at - last.at <= typingPause
      const joined = goesOn ? { ...step, inverse: [...step.inverse, ...last.inverse] } : step
      return { done: [...(goesOn ? done.slice(0, -1) : done.slice(1 - mostSteps)), joined], undone }
    }
  }
}

/** What is written after one's own words saw them: the next words are based on what the server made of those. */
const rebased = (change: Change, server: Draft, flight: Flight): Change => {
  if (!('base' in change)) return change
  const target = 'target' in change ? change.target : { row: change.row }
  const touched = flight.batches.some(({ changes }) => changes.some((sent) => isSameTarget(sent, target)))
  if (!touched) return change
  const now = 'part' in target ? server.parts.get(target.part)?.revision : server.rows.get(target.row)?.revision
  return now === undefined ? change : { ...change, base: now }
}

const isSameTarget = (sent: Change, target: { row: string } | { part: string }): boolean => {
  const own = 'target' in sent ? sent.target : 'row' in sent ? { row: sent.row } : 'id' in sent ? { row: sent.id } : null
  if (own === null) return false
  return 'part' in target ? 'part' in own && own.part === target.part : 'row' in own && own.row === target.row
}

/** No answer came. What is on its way stays, and leaves again after a while. */
export const miss = (session: Session, { now, isOffline }: { readonly now: number; readonly isOffline: boolean }): Session => {
  const attempt = session.flight?.attempt ?? 0
  const delay = retries[Math.min(attempt, retries.length - 1)] ?? 30_000
  return { ...session, save: { is: 'failed', retryAt: now + delay, isOffline } }
}

/** The draft takes no more changes. */
export const close = (session: Session): Session => ({ ...session, save: { is: 'closed' } })

/** The request itself was refused as a whole: it would be refused again. What it held is told and given up. */
export const giveUp = (session: Session, refusal: string): Session => ({
  ...session,
  flight: null,
  refusal,
  save: session.waiting.length > 0 ? { is: 'waiting' } : { is: 'saved', at: null },
})

/** What colleagues did meanwhile. */
export const follow = (session: Session, news: News): Session => {
  const server = takeNews(session.server, news)
  return server === session.server ? session : { ...session, server }
}

/** Takes the last step back; nothing happens before what is on its way has arrived. */
export const undo = (session: Session, now: number): Session => {
  const step = session.done.at(-1)
  if (step === undefined || hasUnsaved(session)) return session
  return queue({ ...session, done: session.done.slice(0, -1) }, { step, role: 'undo', now })
}

export const redo = (session: Session, now: number): Session => {
  const step = session.undone.at(-1)
  if (step === undefined || hasUnsaved(session)) return session
  return queue({ ...session, undone: session.undone.slice(0, -1) }, { step, role: 'redo', now })
}

const queue = (session: Session, { step, role, now }: { readonly step: Step; readonly role: 'undo' | 'redo'; readonly now: number }): Session => ({
  ...session,
  waiting: [...session.waiting, { changes: step.inverse, label: step.label, merge: null, at: now, role }],
  refusal: null,
  save: { is: 'waiting' },
})

/** Whether something is lost when the page goes: what is on its way, and words that wait for the person to choose. */
export const wouldLose = (session: Session): boolean => hasUnsaved(session) || session.conflicts.length > 0

export const hasUnsaved = ({ waiting, flight }: Session): boolean => waiting.length > 0 || flight !== null

/** Whose words stand: theirs are there already; mine are written over them on purpose. */
export const settle = (session: Session, { id, keep, now }: { readonly id: string; readonly keep: 'mine' | 'theirs'; readonly now: number }): Session => {
  const conflict = session.conflicts.find((each) => each.id === id)
  if (conflict === undefined) return session
  const rest = { ...session, conflicts: session.conflicts.filter((each) => each !== conflict) }
  if (keep === 'theirs' || conflict.reason === 'gone') return rest
  return edit(rest, { changes: [onNow(conflict.change, session.server)], label: conflict.label, merge: null, at: now })
}

/** The change on what the server has now. */
export const onNow = (change: Change, server: Draft): Change => {
  if (!('base' in change)) return change
  const target = 'target' in change ? change.target : { row: change.row }
  const now = 'part' in target ? server.parts.get(target.part)?.revision : server.rows.get(target.row)?.revision
  return { ...change, base: now ?? change.base }
}
