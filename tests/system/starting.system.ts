import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { startEmbeddedPostgres } from '#server/postgres/embedded.ts'

import { freePort, refusedStart, startApplication } from '../support/running-application.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ess-start-'))
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const health = async (url: string): Promise<Record<string, unknown>> => (await fetch(`${url}/api/health`)).json()

const login = (url: string, email: string, password: string): Promise<Response> =>
  fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })

const secret = 'a secret of more than thirty-two characters'

describe('A start that can’t go well', () => {
  it('tells every mistake of the environment at once and starts nothing', async () => {
    const { code, said } = await refusedStart({
      dataDir,
      variables: { PORT: '99999', ROLE: 'everything', DEMO: 'yes', DATABSE_URL: 'postgres://x' },
    })
    expect(code).toBe(2)
    for (const name of ['PORT', 'ROLE', 'DEMO', 'DATABASE_URL']) expect(said).toContain(name)
  })

  it('says that DEMO and an outside database do not go together', async () => {
    const { code, said } = await refusedStart({
      dataDir,
      variables: { DEMO: '1', DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', PAYLOAD_SECRET: secret },
    })
    expect(code).toBe(2)
    expect(said).toMatch(/DEMO/)
  })

  it('says to choose DEMO when the embedded database would be open to the network', async () => {
    const { code, said } = await refusedStart({ dataDir, variables: { HOST: '0.0.0.0' } })
    expect(code).toBe(2)
    expect(said).toMatch(/DEMO/)
  })

  it('asks for a secret with an outside database', async () => {
    const { code, said } = await refusedStart({ dataDir, variables: { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' } })
    expect(code).toBe(2)
    expect(said).toMatch(/PAYLOAD_SECRET/)
  })

  it('says that the port is taken before it does anything else', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const address = squatter.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, said } = await refusedStart({ dataDir, port })
    squatter.close()
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`${port}`))
    expect(said).not.toMatch(/PostgreSQL.*ready/i)
  })

  it('says that the data directory can’t be written', async () => {
    const closed = join(dataDir, 'a-file')
    writeFileSync(closed, 'not a directory')
    const { code, said } = await refusedStart({ dataDir: join(closed, 'data'), port: await freePort() })
    expect(code).toBe(1)
    expect(said).toContain('DATA_DIR')
  })

  it('says that the outside database does not answer', async () => {
    const { code, said } = await refusedStart({
      dataDir,
      port: await freePort(),
      variables: { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', PAYLOAD_SECRET: secret },
    })
    expect(code).toBe(1)
    expect(said).toMatch(/DATABASE_URL|database/i)
  })
})

describe('On the embedded database', () => {
  it('is healthy, says so, and has the demonstration accounts', async () => {
    const application = await startApplication({ dataDir })
    try {
      expect(await health(application.url)).toMatchObject({
        status: 'ok',
        database: 'embedded',
        migrations: 'up-to-date',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      })
      // The web server answers before the worker is ready, and the accounts are told last.
      await expect.poll(application.output, { timeout: 60_000 }).toContain('pilote@demo.test')
      expect((await login(application.url, 'pilote@demo.test', 'demonstration')).status).toBe(200)
    } finally {
      await application.stop()
    }
  })

  it('has no demonstration account when told so', async () => {
    const application = await startApplication({ dataDir, variables: { DEMO: '0' } })
    try {
      expect(application.output()).not.toContain('demo.test')
      expect((await login(application.url, 'pilote@demo.test', 'demonstration')).status).toBe(401)
    } finally {
      await application.stop()
    }
  })

  it('refuses Payload’s first registration, so that nobody takes an empty platform', async () => {
    const application = await startApplication({ dataDir, variables: { DEMO: '0' } })
    try {
      const response = await fetch(`${application.url}/api/users/first-register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'voleur@demo.test', password: 'une longue phrase', firstName: 'V', lastName: 'V' }),
      })
      expect(response.status).toBe(403)
      expect((await login(application.url, 'voleur@demo.test', 'une longue phrase')).status).toBe(401)
    } finally {
      await application.stop()
    }
  })
})

describe('On an outside database', () => {
  it('runs there, with no demonstration account; two web processes and two workers migrate it once', async () => {
    const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'outside'), log: () => undefined })
    try {
      const variables = { DATABASE_URL: server.url, PAYLOAD_SECRET: secret }
      const directories = ['one', 'two', 'three', 'four'].map((name) => join(dataDir, name))
      for (const directory of directories) mkdirSync(directory)
      const [one = '', two = '', three = '', four = ''] = directories
      const workers = [three, four].map((directory) =>
        spawn(process.execPath, ['src/cli/start.ts', '--role', 'worker'], {
          env: { ...process.env, NODE_ENV: 'production', ...variables, DATA_DIR: directory, PORT: '', HOST: '', DEMO: '' },
          stdio: 'ignore',
        }),
      )
      const [first, second] = await Promise.all([
        startApplication({ dataDir: one, variables: { ...variables, ROLE: 'web' } }),
        startApplication({ dataDir: two, variables: { ...variables, ROLE: 'web' } }),
      ])
      try {
        for (const { url } of [first, second]) {
          expect(await health(url)).toMatchObject({ status: 'ok', database: 'external', migrations: 'up-to-date' })
          expect((await login(url, 'pilote@demo.test', 'demonstration')).status).toBe(401)
        }
        const client = new pg.Client({ connectionString: server.url })
        await client.connect()
        const { rows } = await client.query('select name, count(*)::int as times from payload_migrations group by name')
        await client.end()
        expect(rows.length).toBeGreaterThan(0)
        expect(rows.filter(({ times }) => times !== 1)).toEqual([])
        expect(workers.every(({ exitCode }) => exitCode === null)).toBe(true)
      } finally {
        await Promise.all([first.stop(), second.stop()])
        for (const worker of workers) {
          worker.kill('SIGTERM')
          if (worker.exitCode === null) await once(worker, 'exit')
        }
      }
    } finally {
      await server.stop()
    }
  })
})
