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

const writers = 8
let dataDir: string

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ess-durability-'))
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const asked = async (text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>> => {
  const client = new pg.Client({ connectionString: readDatabaseConnection(dataDir).url })
  await client.connect()
  try {
    const { rows } = await client.query(text, [...values])
    return rows[0] ?? {}
  } finally {
    await client.end()
  }
}

type Writing = {
  readonly url: string
  readonly token: string
  readonly organisation: string
  /** Where the ids go that the application acknowledged. */
  readonly acknowledged: string[]
  readonly isOver: () => boolean
}

/** Writes rows until told to stop. */
const write = async ({ url, token, organisation, acknowledged, isOver }: Writing): Promise<void> => {
  while (!isOver()) {
    try {
      const response = await fetch(`${url}/api/establishments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
        body: JSON.stringify({ organisation, name: 'Écrit pendant la coupure', profile: {} }),
        signal: AbortSignal.timeout(5_000),
      })
      if (response.status === 201) {
        const { doc } = await response.json()
        acknowledged.push(String(doc.id))
      }
    } catch {
      // Cut off: not acknowledged.
      await pause(5)
    }
  }
}

/** The organisation that the person administers; in another one they only read. */
const organisationOf = async (url: string, token: string): Promise<string> => {
  const response = await fetch(`${url}/api/organisations?where[number][equals]=6590`, { headers: { authorization: `JWT ${token}` } })
  const { docs } = await response.json()
  return String(docs[0].id)
}

const stored = async (ids: readonly string[]): Promise<Record<string, unknown>> =>
  asked(
    `select (select count(*)::int from establishments where id = any($1::uuid[])) as rows,
      (select count(*)::int from audit_entries where document = any($2::text[]) and operation = 'create') as entries`,
    [ids, ids],
  )

describe('What was acknowledged as saved', () => {
  it(
    'is there after the app, the database or both were killed while rows were being written',
    async () => {
      const kinds = Object.entries(victims)
      const count = rounds({ sample: 3, full: 20 })
      let total = 0
      for (let round = 0; round < count; round += 1) {
        const [kind, chosen] = kinds[round % kinds.length] ?? ['none', () => []]
        const application = await startApplication({ dataDir })
        const token = await pilotToken(application.url)
        const organisation = await organisationOf(application.url, token)
        const database = postmasterOf(dataDir)
        const launcher = application.child.pid ?? 0
        const app = [launcher, ...descendants(launcher)].filter((pid) => pid !== database)
        let over = false
        const acknowledged: string[] = []
        const writing = Array.from({ length: writers }, () =>
          write({ url: application.url, token, organisation, acknowledged, isOver: () => over }),
        )
        await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(writers)
        await pause((round * 137) % 600)
        for (const pid of chosen({ app, database })) kill(pid)
        await pause(300)
        over = true
        await Promise.all(writing)
        // Whatever is left of it goes; the next start has to find its way.
        if (kind === 'database') await application.stop()
        const next = await startApplication({ dataDir })
        expect(await stored(acknowledged), `round ${round}, ${kind} killed`).toEqual({
          rows: acknowledged.length,
          entries: acknowledged.length,
        })
        total += acknowledged.length
        await next.stop()
      }
      process.stdout.write(`durability: ${count} rounds, ${total} acknowledged rows, all there\n`)
    },
    rounds({ sample: 5, full: 30 }) * 60_000,
  )
})
