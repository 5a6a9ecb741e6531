import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'

import pg from 'pg'

import './provided.ts'
import { applicationVariables } from './application-environment.ts'

/** Long enough for the application's checks; signs nothing that outlives the run. */
export const testSecret = 'a secret that only signs the sessions of tests'

/** The address of another database on the same server. */
export const databaseNamed = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Runs statements on one connection, which is closed afterwards. */
const onServer = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the server forget a crash: faster by half, and nothing in it is worth keeping. */
export const forgetCrashes = (url: string): Promise<void> =>
  onServer(url, async (client) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      await client.query(`alter system set ${setting} = off`)
    }
    await client.query('select pg_reload_conf()')
  })

const runPrepare = (databaseUrl: string, dataDir: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/prepare.ts'], {
      env: {
        ...process.env,
        ...applicationVariables({
          DATABASE_URL: databaseUrl,
          ESS_DATABASE: 'external',
          PAYLOAD_SECRET: testSecret,
          DATA_DIR: dataDir,
        }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const lines: string[] = []
    child.stdout.on('data', (chunk) => lines.push(String(chunk)))
    child.stderr.on('data', (chunk) => lines.push(String(chunk)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`src/cli/prepare.ts ended with ${code}:\n${lines.join('').slice(-4000)}`))
    })
  })

/**
 * Makes the template that every test file copies, by the same command that prepares a real database. In a
 * child process, because Payload's adapter keeps one connection for ever, and a template must have none.
 */
export const createTemplate = async (options: {
  readonly serverUrl: string
  readonly name: string
  readonly dataDir: string
}): Promise<void> => {
  const { serverUrl, name, dataDir } = options
  await onServer(serverUrl, (client) => client.query(`create database ${name}`))
  const url = databaseNamed(serverUrl, name)
  await runPrepare(url, dataDir)
  // Migration commands are known to end well and to have done nothing: look.
  const { rowCount } = await onServer(url, (client) => client.query('select 1 from payload_migrations'))
  if (!rowCount) throw new Error('The template database was prepared, but no migration is recorded in it.')
}

/**
 * Copies the template; answers the copy's address. The name is new each time, so that a test file that is run
 * again meets nothing of its past. Nobody drops the copy: it goes with the server.
 */
export const cloneTemplate = async (options: {
  readonly serverUrl: string
  readonly template: string
}): Promise<string> => {
  const { serverUrl, template } = options
  const name = `t_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  return databaseNamed(serverUrl, name)
}
