import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { PayloadRequest } from 'payload'
import { parse } from 'yaml'

import { addDays, calendarDateIn } from '#domain/calendar/calendar-date.ts'
import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import { defaultTimeZone } from '#domain/calendar/day-bounds.ts'
import { databaseOf } from '#server/database/database-of.ts'

import { demoDiagnosticsSchema } from './diagnostics.schema.ts'
import type { DemoCampaign, DemoDiagnostic, DemoDiagnostics } from './diagnostics.schema.ts'
import { insertDemoRows, loadGround } from './seed-diagnostics.queries.ts'
import type { DemoRows, Ground } from './seed-diagnostics.queries.ts'

type Seeding = { readonly ground: Ground; readonly today: CalendarDate }

/** A time of day for the row at this place, in working hours: people don't write everything in the same minute. */
const instantOf = (today: CalendarDate, days: number, place: number): string => {
  const minutes = 7 * 60 + ((place * 47) % 540)
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${addDays(today, days)}T${clock}:00.000Z`
}

const personOf = ({ people }: Ground, email: string): string => {
  const id = people.get(email)
  if (id === undefined) throw new Error(`demo/diagnostics.yaml names ${email}, whom demo/accounts.yaml does not define.`)
  return id
}

const revisionOf = ({ revisions }: Ground, referentiel: string) => {
  const revision = revisions.get(referentiel)
  if (revision === undefined) {
    throw new Error(`The demonstration needs a published version of ${referentiel}: load the référentiels before it.`)
  }
  return revision
}

const diagnosticRows = (
  { ground, today }: Seeding,
  { organisation, campaign }: { readonly organisation: string; readonly campaign: string },
  { referentiel, subset, scopeLabel, state, on, profile, criteria }: DemoDiagnostic,
): Omit<DemoRows, 'campaigns'> => {
  const { id: revision, rulesVersion } = revisionOf(ground, referentiel)
  const diagnostic = randomUUIDv7()
  const rows = criteria.map(({ by, on: writtenOn, ...said }, place) => ({
    said,
    signed: { organisation, diagnostic, by: personOf(ground, by), at: instantOf(today, writtenOn, place) },
  }))
  const openedAt = instantOf(today, on, 0)
  const changedAt = rows.reduce((latest, { signed: { at } }) => (at > latest ? at : latest), openedAt)
  return {
    diagnostics: [
      { id: diagnostic, organisation, campaign, revision, referentiel, subset: subset ?? null, rulesVersion, scopeLabel, profile, state, openedAt, changedAt },
    ],
    assessments: rows.flatMap(({ said: { answer: _answer, comment: _comment, criterion, ...fields }, signed }) => {
      if (Object.keys(fields).length === 0) return []
      const { notConcerned = false, toReview = false, reason = null, practices = null, priority = null, target = null, target3 = null } = fields
      return [{ id: randomUUIDv7(), ...signed, criterion, notConcerned, toReview, reason, practices, priority, target, target3 }]
    }),
    answers: rows.flatMap(({ said: { answer, comment = null, criterion }, signed }) =>
      answer === undefined ? [] : [{ id: randomUUIDv7(), ...signed, question: criterion, value: answer, comment }],
    ),
  }
}

/** The campaigns of one organisation, each following the one before. */
const organisationRows = (seeding: Seeding, organisation: string, campaigns: readonly DemoCampaign[]): DemoRows => {
  const { today } = seeding
  const identified = campaigns.map((campaign) => ({ id: randomUUIDv7(), campaign }))
  const diagnostics = identified.flatMap(({ id, campaign }) =>
    campaign.diagnostics.map((diagnostic) => diagnosticRows(seeding, { organisation, campaign: id }, diagnostic)),
  )
  return {
    campaigns: identified.map(({ id, campaign: { label, start, end, assembly, state } }, place) => {
      const startOn = addDays(today, start)
      return {
        id,
        organisation,
        label: label.replace('{year}', startOn.slice(0, 4)),
        start: startOn,
        end: addDays(today, end),
        assembly: assembly === undefined ? null : addDays(today, assembly),
        previous: identified[place - 1]?.id ?? null,
        state,
        at: instantOf(today, Math.min(start, -1), place),
      }
    }),
    diagnostics: diagnostics.flatMap((rows) => rows.diagnostics),
    assessments: diagnostics.flatMap((rows) => rows.assessments),
    answers: diagnostics.flatMap((rows) => rows.answers),
  }
}

const readFile = (): DemoDiagnostics => {
  const file = path.resolve(import.meta.dirname, '../../../demo/diagnostics.yaml')
  return demoDiagnosticsSchema.parse(parse(readFileSync(file, 'utf8')))
}

/**
 * Asks for every référentiel that the demonstration diagnostics need, before anything else is loaded.
 * @throws Error when one has no published version
 */
export const requireReferentiels = async (req: PayloadRequest): Promise<void> => {
  const ground = await loadGround(await databaseOf(req))
  const diagnostics = readFile().organisations.flatMap(({ campaigns }) => campaigns.flatMap((campaign) => campaign.diagnostics))
  for (const { referentiel } of diagnostics) revisionOf(ground, referentiel)
}

/**
 * Loads the demonstration diagnostics of the organisations that have none yet; an organisation that has one is
 * left alone. The rows are the demonstration's own and enter no journal.
 * @throws Error when a référentiel that they need has no published version
 */
export const seedDiagnostics = async (req: PayloadRequest, { now }: { readonly now: Date }): Promise<void> => {
  const { organisations } = readFile()
  const database = await databaseOf(req)
  const ground = await loadGround(database)
  const seeding: Seeding = { ground, today: calendarDateIn(now, defaultTimeZone) }
  const rows = organisations.flatMap(({ number, campaigns }) => {
    const organisation = ground.organisations.get(String(number))
    return organisation === undefined ? [] : [organisationRows(seeding, organisation, campaigns)]
  })
  if (rows.length === 0) return
  await insertDemoRows(database, {
    campaigns: rows.flatMap(({ campaigns }) => campaigns),
    diagnostics: rows.flatMap(({ diagnostics }) => diagnostics),
    assessments: rows.flatMap(({ assessments }) => assessments),
    answers: rows.flatMap(({ answers }) => answers),
  })
}
