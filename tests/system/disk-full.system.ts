import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'

import { readDatabaseConnection } from '#server/postgres/connection-file.ts'
import { errorSentences } from '#texts/errors.ts'

import { freePort, refusedStart, startApplication } from '../support/running-application.ts'

const mounted: string[] = []

/** A disk of so many megabytes; null where this user may not mount one. */
const smallDisk = (megabytes: number): string | null => {
  const directory = mkdtempSync(join(tmpdir(), 'ess-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory])
  if (status === 0) {
    mounted.push(directory)
    return directory
  }
  rmdirSync(directory)
  return null
}

const mayMount = ((): boolean => {
  const directory = smallDisk(1)
  if (directory === null) return false
  mounted.pop()
  spawnSync('umount', [directory])
  rmdirSync(directory)
  return true
})()

const diskOf = (megabytes: number): string => {
  const directory = smallDisk(megabytes)
  if (directory === null) throw new Error('no disk could be mounted')
  return directory
}

afterEach(() => {
  for (const directory of mounted.splice(0)) {
    spawnSync('umount', ['-l', directory])
    rmdirSync(directory)
  }
})

/** Takes all that is left of the disk. */
const fill = (file: string): void => {
  const handle = openSync(file, 'w')
  const piece = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) writeSync(handle, piece)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(handle)
  }
}

const establishmentsIn = async (dataDir: string): Promise<number> => {
  const client = new pg.Client({ connectionString: readDatabaseConnection(dataDir).url })
  await client.connect()
  const { rows } = await client.query(`select count(*)::int as count from establishments where name = 'Écrit tant qu’il y a de la place'`)
  await client.end()
  return Number(rows[0]?.count)
}

describe.runIf(mayMount)('A full disk', () => {
  it('is told before PostgreSQL is started on it', async () => {
    const directory = diskOf(100)
    const { code, said } = await refusedStart({ dataDir: join(directory, 'data'), port: await freePort() })
    expect(code).toBe(1)
    expect(said).toMatch(/The disk of DATA_DIR \S+ has \d+ MB left and PostgreSQL needs 300 MB to start: free some space/)
  })

  it('is told in French to who saves, changes nothing, still lets people read, and is over when there is room', async () => {
    const directory = diskOf(480)
    const dataDir = join(directory, 'data')
    const ballast = join(directory, 'ballast')
    const { url, stop } = await startApplication({ dataDir })
    try {
      const headers = { 'content-type': 'application/json' }
      const login = () =>
        fetch(`${url}/api/users/login`, { method: 'POST', headers, body: JSON.stringify({ email: 'pilote@demo.test', password: 'demonstration' }) })
      const { token } = await (await login()).json()
      const authorization = `JWT ${token}`
      const found = await fetch(`${url}/api/organisations?where[number][equals]=6590`, { headers: { authorization } })
      const organisation: unknown = (await found.json()).docs[0].id
      const save = () =>
        fetch(`${url}/api/establishments`, {
          method: 'POST',
          headers: { ...headers, authorization },
          body: JSON.stringify({ organisation, name: 'Écrit tant qu’il y a de la place', profile: {} }),
        })
      expect((await save()).status).toBe(201)
      fill(ballast)

      // Pages of tables that exist are filled up first.
      let saved = 1
      let refused = await save()
      while (refused.status === 201 && saved < 3_000) {
        saved += 1
        refused = await save()
      }
      expect({ status: refused.status, answer: await refused.json() }).toMatchObject({
        status: 507,
        answer: { errors: [{ code: 'STORAGE_FULL', message: errorSentences.STORAGE_FULL({}) }] },
      })
      expect(await establishmentsIn(dataDir)).toBe(saved)
      expect((await fetch(`${url}/api/establishments?limit=1`, { headers: { authorization } })).status).toBe(200)
      expect((await fetch(`${url}/connexion`)).status).toBe(200)

      rmSync(ballast)
      expect((await save()).status).toBe(201)
      expect(await establishmentsIn(dataDir)).toBe(saved + 1)
    } finally {
      await stop()
    }
  })
})
