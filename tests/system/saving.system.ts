import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readDatabaseConnection } from '#server/postgres/connection-file.ts'

import { descendants, kill, postmasterOf, victims } from '../support/kill.ts'
import { pilotToken } from '../support/pilot-token.ts'
import { startApplication } from '../support/running-application.ts'
import { rounds } from '../support/sample.ts'

const people = 8
let dataDir: string

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ess-saving-'))
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const asked = async (text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: readDatabaseConnection(dataDir).url })
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows
  } finally {
    await client.end()
  }
}

type Work = { readonly url: string; readonly token: string; readonly diagnostic: string }

const signIn = async (url: string): Promise<Work> => {
  const token = await pilotToken(url)
  // Of the whole référentiel; the one opened last belongs to an organisation that the person administers.
  const open = await fetch(`${url}/api/diagnostics?where[state][equals]=open&where[subset][exists]=false&sort=-createdAt&limit=1`, {
    headers: { authorization: `JWT ${token}` },
  })
  const { docs } = await open.json()
  return { url, token, diagnostic: String(docs[0].id) }
}

/** Criteria of the diagnostic's revision that are answered by a level. */
const ratedCriteria = async (diagnostic: string): Promise<readonly string[]> => {
  const rows = await asked(
    `select node->>'code' as code from diagnostics d join revisions r on r.id = d.revision_id,
       jsonb_array_elements(r.canonical::jsonb->'nodes') node
     where d.id = $1 and node ? 'rating' order by 1`,
    [diagnostic],
  )
  return rows.map(({ code }) => String(code))
}

/** One acknowledged save: which row, at which counter, with what. */
type Acknowledged = { readonly table: 'answers' | 'assessments'; readonly code: string; readonly revision: number; readonly written: string }

const put = async (
  { url, token, diagnostic }: Work,
  path: string,
  body: object,
): Promise<{ readonly status: number; readonly revision: number }> => {
  const response = await fetch(`${url}/api/diagnostics/${diagnostic}/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  })
  const { revision } = await response.json()
  return { status: response.status, revision: Number(revision) }
}

type Saving = {
  readonly work: Work
  readonly code: string
  /** Where the saves go that the application acknowledged. */
  readonly acknowledged: Acknowledged[]
  readonly isOver: () => boolean
}

/** One person: writes an answer and a text of their criterion in turn, taking up the row's counter as a page does. */
const save = async ({ work, code, acknowledged, isOver }: Saving): Promise<void> => {
  const base = { answers: 0, assessments: 0 }
  for (let turn = 0; !isOver(); turn += 1) {
    const table = turn % 2 === 0 ? 'answers' : 'assessments'
    const text = randomUUID()
    const content = table === 'answers' ? { value: '2', comment: text } : { set: { practices: text } }
    try {
      const { status, revision } = await put(work, `${table}/${code}`, { op: randomUUID(), base: base[table], ...content })
      if (status === 200) acknowledged.push({ table, code, revision, written: text })
      if (status === 200 || status === 409) base[table] = revision
    } catch {
      // Cut off: not acknowledged.
      await pause(5)
    }
  }
}

/** What an acknowledged save left: the row at that counter or later, and the journal's line with what was written. */
const missing = async (diagnostic: string, saves: readonly Acknowledged[]): Promise<readonly unknown[]> =>
  asked(
    `with saved as (select * from jsonb_to_recordset($2::jsonb) as s("table" text, code text, revision int, written text)),
     stored as (
       select 'answers' as "table", question as code, id::text, revision::int, comment as written from answers where diagnostic_id = $1
       union all
       select 'assessments', criterion, id::text, revision::int, practices from assessments where diagnostic_id = $1)
     select s.* from saved s left join stored r on r."table" = s."table" and r.code = s.code
     where r.id is null or r.revision < s.revision or (r.revision = s.revision and r.written is distinct from s.written)
       or not exists (
         select 1 from audit_entries e where e.collection = s."table" and e.document = r.id
           and (e.after->>'revision')::int = s.revision
           and coalesce(e.after->>'comment', e.after->>'practices') = s.written)`,
    [diagnostic, JSON.stringify(saves)],
  )

describe('What people saved in a diagnostic', () => {
  it(
    'is there, with its line in the journal, after the app, the database or both were killed while eight people saved',
    async () => {
      const kinds = Object.entries(victims)
      const count = rounds({ sample: 3, full: 50 })
      let total = 0
      let application = await startApplication({ dataDir })
      for (let round = 0; round < count; round += 1) {
        const [kind, chosen] = kinds[round % kinds.length] ?? ['none', () => []]
        const work = await signIn(application.url)
        const codes = await ratedCriteria(work.diagnostic)
        const database = postmasterOf(dataDir)
        const launcher = application.child.pid ?? 0
        const app = [launcher, ...descendants(launcher)].filter((pid) => pid !== database)
        let over = false
        const acknowledged: Acknowledged[] = []
        const saving = codes.slice(0, people).map((code) => save({ work, code, acknowledged, isOver: () => over }))
        expect(saving).toHaveLength(people)
        await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(people)
        await pause((round * 137) % 600)
        for (const pid of chosen({ app, database })) kill(pid)
        await pause(300)
        over = true
        await Promise.all(saving)
        if (kind === 'database') await application.stop()
        application = await startApplication({ dataDir })
        expect(await missing(work.diagnostic, acknowledged), `round ${round}, ${kind} killed`).toEqual([])
        total += acknowledged.length
      }
      await application.stop()
      process.stdout.write(`saving: ${count} rounds, ${total} acknowledged saves, all there\n`)
    },
    rounds({ sample: 5, full: 60 }) * 60_000,
  )
})
