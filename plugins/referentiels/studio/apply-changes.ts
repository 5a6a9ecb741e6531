import { randomUUID } from 'node:crypto'

import { storedVersions } from '../publication/publication.queries.ts'
import { inTransaction } from '../publication/transaction.ts'
import type { DraftEntry, ReferentielsDatabase } from '../types.ts'
import { conflictTexts, refusalTexts } from '../texts/studio-texts.ts'
import { type Applied, applyBatch, needsWhole } from './apply-batch.ts'
import type { Removal } from './change-tree.ts'
import type { ApplyRequest, ApplyResult, Change, ChangeResult } from './contract/changes.ts'
import type { Person } from './contract/people.ts'
import { Desk, type DeskRow, type Outcome } from './desk.ts'
import type { Entered } from './enter-draft.ts'
import { entryOf } from './entry-of.ts'
import { StudioFailure } from './failure.ts'
import { type LogLine, logLines } from './log.ts'
import { namedPeople } from './owners.ts'
import { findOperation, findRemovals, findStrangers, type LockedDraft, lockDraft, readBatches, readNews, readRows, writeDesk } from './studio.queries.ts'
import { newsView } from './views.ts'

/**
 * Applies a batch of changes to a draft in one transaction, under the draft's lock: each change stands by itself unless
 * the batch is atomic, nothing that others wrote is overwritten, and an operation that was applied is not applied again.
 */
export const applyChanges = async (entered: Entered, request: ApplyRequest, now: Date): Promise<ApplyResult> => {
  const { req, options, head } = entered
  const { outcomes, news } = await inTransaction({ payload: req.payload, user: req.user }, async (_local, database) => {
    const locked = await lockDraft(database, head)
    if (locked === null) throw new StudioFailure('NOT_FOUND')
    const again = await findOperation(database, { draft: head.id, operation: request.operation })
    if (again !== null) return { outcomes: logLines(again.changes).map(({ outcome }) => outcome), ...(await newsIn(database, entered, request)), isKept: false }
    const desk = await deskFor(database, { entered, locked, request, now })
    const { outcomes, removals } = await applyTo(database, desk, { entered, request })
    const told = await withRemovals(database, { entered, request, outcomes })
    const isHeld = request.atomic === true && told.some(({ status }) => status !== 'applied' && status !== 'unchanged')
    const isKept = request.dryRun !== true && !isHeld && told.some(({ status }) => status === 'applied')
    const final = isHeld ? told.map((outcome): Outcome => (outcome.status === 'applied' || outcome.status === 'unchanged' ? { status: 'skipped' } : outcome)) : told
    if (isKept) {
      const lines = request.changes.map((change, index): LogLine => lineOf({ change, outcome: told[index] ?? { status: 'unchanged' }, desk, removal: removals.get(index) }))
      await writeDesk(database, desk, { draft: head.id, operation: request.operation, changes: lines })
      const entry: DraftEntry = { draft: head.id, ...entryOf(lines) }
      await options.record?.(req, database, entry)
    }
    return { outcomes: final, ...(await newsIn(database, entered, request)), isKept }
  })
  const database = entered.database
  const nameOf = await namedPeople({ req, options, database }, outcomes.map((outcome) => ('by' in outcome ? (outcome.by ?? null) : null)))
  return { ...newsView(news), results: outcomes.map((outcome) => resultOf(outcome, nameOf)) }
}

const newsIn = async (database: ReferentielsDatabase, { head }: Entered, { since }: ApplyRequest) => {
  const news = await readNews(database, { draft: head.id, since })
  if (news === null) throw new StudioFailure('NOT_FOUND')
  return { news }
}

const rowsOf = (change: Change): readonly string[] => {
  switch (change.kind) {
    case 'set':
    case 'unset':
    case 'arrange':
      return 'row' in change.target ? [change.target.row] : []
    case 'add-node':
    case 'renumber':
      return change.parent === null ? [] : [change.parent]
    case 'add-question':
      return [change.node]
    case 'duplicate':
      return [change.source]
    case 'move':
      return [change.row, ...(change.parent === null ? [] : [change.parent]), ...(typeof change.after === 'string' ? [change.after] : [])]
    case 'rename':
    case 'remove':
      return [change.row]
    case 'restore':
    case 'version':
      return []
  }
}

/** Ids that the client made for new rows. */
const newRowsOf = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) => (change.kind === 'add-node' || change.kind === 'add-question' || change.kind === 'duplicate' ? [change.id] : []))

type Laying = { readonly entered: Entered; readonly locked: LockedDraft; readonly request: ApplyRequest; readonly now: Date }

/** What a batch is about: a few rows while somebody types, the whole draft where others may follow. */
const deskFor = async (database: ReferentielsDatabase, { entered, locked, request, now }: Laying): Promise<Desk> => {
  const { head, person } = entered
  const ids = request.changes.some(needsWhole) ? undefined : [...new Set(request.changes.flatMap(rowsOf))]
  const rows: readonly DeskRow[] = ids?.length === 0 ? [] : await readRows(database, head.id, ids)
  const strangers = await findStrangers(database, { draft: head.id, rows: newRowsOf(request.changes) })
  if (strangers.length > 0) throw new StudioFailure('INVALID_INPUT')
  const parts = Object.entries(locked.parts).map(([name, { touched = 0, marks = {}, ...part }]) => [name, { ...part, touched, marks }] as const)
  const content = { ...locked, rows: new Map(rows.map((row) => [row.id, row])), parts: new Map(parts) }
  return new Desk(content, { person, at: now.toISOString() })
}

type Batch = { readonly entered: Entered; readonly request: ApplyRequest }

const applyTo = async (database: ReferentielsDatabase, desk: Desk, { entered, request }: Batch): Promise<Applied> => {
  const { head } = entered
  const sequences = request.changes.flatMap((change) => (change.kind === 'restore' ? [change.sequence] : []))
  const removals = new Map<string, Removal | undefined>()
  for (const batch of await readBatches(database, { draft: head.id, sequences })) {
    logLines(batch.changes).forEach(({ removal }, index) => removals.set(`${batch.sequence} ${index}`, removal))
  }
  const namesVersion = request.changes.some(({ kind }) => kind === 'version')
  const versions = namesVersion ? await storedVersions(database, head.referentiel) : []
  return applyBatch(desk, request.changes, {
    since: request.since,
    newId: randomUUID,
    removalAt: (sequence, index) => removals.get(`${sequence} ${index}`),
    versions: new Set(versions.filter(({ id }) => id !== head.id).map(({ version }) => version)),
  })
}

/** Of what is gone, who took it; what never was is told apart. */
const withRemovals = async (
  database: ReferentielsDatabase,
  { entered, request, outcomes }: Batch & { readonly outcomes: readonly Outcome[] },
): Promise<readonly Outcome[]> => {
  const isGone = (outcome: Outcome): boolean => outcome.status === 'conflict' && outcome.reason === 'gone'
  const wanted = outcomes.flatMap((outcome, index) => (isGone(outcome) ? rowsOf(changeAt(request, index)) : []))
  const removals = await findRemovals(database, { draft: entered.head.id, rows: [...new Set(wanted)] })
  return outcomes.map((outcome, index) => {
    if (!isGone(outcome)) return outcome
    const change = changeAt(request, index)
    const ids = rowsOf(change)
    const removal = removals.find(({ row }) => ids.includes(row))
    if (removal !== undefined) return { status: 'conflict', reason: 'gone', by: removal.by, at: removal.at }
    return ids.length > 0 && outcome.status === 'conflict' && outcome.by === undefined && !isAboutPart(change) ? { status: 'refused', code: 'UNKNOWN' } : outcome
  })
}

const isAboutPart = (change: Change): boolean => 'target' in change && 'part' in change.target

const changeAt = ({ changes }: ApplyRequest, index: number): Change => {
  const change = changes[index]
  if (change === undefined) throw new RangeError(`No change ${index}`)
  return change
}

type Line = { readonly change: Change; readonly outcome: Outcome; readonly desk: Desk; readonly removal: Removal | undefined }

const lineOf = ({ change, outcome, desk, removal }: Line): LogLine => {
  const [id] = rowsOf(change)
  const row = (id === undefined ? undefined : desk.rows.get(id)) ?? removal?.rows[0]
  const title = row?.data['title'] ?? row?.data['prompt']
  const subject = row === undefined ? null : { code: row.code, row: row.row, title: typeof title === 'string' ? title.slice(0, 200) : null }
  return { change, outcome, subject, ...(removal !== undefined && { removal }) }
}

const resultOf = (outcome: Outcome, nameOf: (id: string | null) => Person | null): ChangeResult => {
  switch (outcome.status) {
    case 'applied':
    case 'unchanged':
    case 'skipped':
      return outcome
    case 'refused':
      return { ...outcome, message: refusalTexts[outcome.code] }
    case 'conflict': {
      const { reason, theirs, by = null, at = null } = outcome
      return { status: 'conflict', reason, ...(theirs !== undefined && { theirs }), by: nameOf(by), at, message: conflictTexts[reason] }
    }
  }
}

