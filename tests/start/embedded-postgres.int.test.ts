import { fork, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { startEmbeddedPostgres } from '#server/postgres/embedded.ts'
import type { EmbeddedPostgres } from '#server/postgres/embedded.ts'
import { packageOfPlatform } from '#server/postgres/programs.ts'
import { processesIn } from '#server/process/process-state.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65_534

/** Root may lend its rights away, but not in a checkout that others cannot enter. */
const ordinaryUserCanRunUs =
  isRoot && spawnSync(process.execPath, ['--version'], { uid: nobody, gid: nobody, cwd: '/' }).status === 0

let directory: string
let running: EmbeddedPostgres[]
let children: ChildProcess[]

beforeEach(() => {
  // As closed as a home directory: nobody else can enter what lies in it.
  directory = mkdtempSync(path.join(tmpdir(), 'ess-embedded-'))
  chmodSync(directory, 0o700)
  running = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(running.map((server) => server.stop()))
  for (const pid of processesIn(path.join(dataDir(), 'postgres', 'data'))) process.kill(pid, 'SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

const dataDir = (): string => path.join(directory, 'data')

const start = async (log: (line: string) => void = () => undefined): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir: dataDir(), log })
  running.push(server)
  return server
}

const query = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const pidOf = (): number => Number(readFileSync(path.join(dataDir(), 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

type Answer = { readonly url?: string; readonly reused?: boolean; readonly problem?: string }

const startInProcess = async (
  options: { readonly uid?: number; readonly in?: string } = {},
): Promise<{ readonly child: ChildProcess; readonly answer: Answer }> => {
  const child = fork(path.join(import.meta.dirname, 'embedded-postgres.process.ts'), [options.in ?? dataDir()], {
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    execArgv: [],
  })
  children.push(child)
  const [answer] = await once(child, 'message')
  return { child, answer }
}

const stopProcess = async (child: ChildProcess): Promise<void> => {
  child.send('stop')
  await once(child, 'exit')
}

describe('The embedded PostgreSQL', () => {
  it('makes a durable database in UTF-8 behind a password, on this machine only', async () => {
    const server = await start()
    expect(server.reused).toBe(false)
    const [settings] = await query(
      server.url,
      `select current_database() as database, current_setting('server_encoding') as encoding,
         current_setting('listen_addresses') as address, current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as synchronous, current_setting('full_page_writes') as pages,
         (select datcollate from pg_database where datname = current_database()) as locale`,
    )
    expect(settings).toEqual({
      database: 'ess',
      encoding: 'UTF8',
      address: '127.0.0.1',
      fsync: 'on',
      synchronous: 'on',
      pages: 'on',
      locale: 'C.UTF-8',
    })
    const withoutPassword = new URL(server.url)
    withoutPassword.password = 'wrong'
    await expect(query(withoutPassword.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(path.join(dataDir(), 'postgres/password')).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(dataDir(), 'postgres/connection')).mode & 0o777).toBe(0o600)
  })

  it('keeps its rows and its port over a stop', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 42 as value')
    await first.stop()
    expect(processesIn(path.join(dataDir(), 'postgres/data'))).toEqual([])

    const second = await start()
    expect(second.url).toBe(first.url)
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 42 }])
  })

  it('is one server for all who ask at once, and stops with the last of them', async () => {
    const others = await Promise.all([startInProcess(), startInProcess(), startInProcess()])
    const mine = await start()
    expect(new Set([mine.url, ...others.map(({ answer }) => answer.url)]).size).toBe(1)
    expect([mine.reused, ...others.map(({ answer }) => answer.reused)].filter((reused) => reused === false)).toHaveLength(1)

    await mine.stop()
    for (const { child } of others) {
      expect(await query(mine.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await stopProcess(child)
    }
    await expect(query(mine.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('outlives a killed launcher, whose successor takes it over', async () => {
    const { child, answer } = await startInProcess()
    await query(answer.url ?? '', 'create table kept as select 1 as value')
    child.kill('SIGKILL')
    await once(child, 'exit')

    const successor = await start()
    expect(successor).toMatchObject({ url: answer.url, reused: true })
    expect(await query(successor.url, 'select value from kept')).toEqual([{ value: 1 }])
    await successor.stop()
    await expect(query(successor.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('tells when it was killed, and comes back on the same port with every acknowledged row', async () => {
    const server = await start()
    await query(server.url, 'create table acknowledged (value int)')
    for (let value = 1; value <= 50; value += 1) {
      await query(server.url, `insert into acknowledged values (${value})`)
    }
    process.kill(pidOf(), 'SIGKILL')
    await server.died

    const again = await start()
    expect(again).toMatchObject({ url: server.url, reused: false })
    expect(await query(again.url, 'select count(*)::int as rows from acknowledged')).toEqual([{ rows: 50 }])
  })

  it('comes back when launcher and server were killed together', async () => {
    const { child, answer } = await startInProcess()
    await query(answer.url ?? '', 'create table kept as select 1 as value')
    child.kill('SIGKILL')
    process.kill(pidOf(), 'SIGKILL')
    await once(child, 'exit')

    const successor = await start()
    expect(successor.reused).toBe(false)
    expect(await query(successor.url, 'select value from kept')).toEqual([{ value: 1 }])
  })

  it('is not fooled by a dead server’s number that now belongs to another process', async () => {
    const first = await start()
    await first.stop()
    const file = path.join(dataDir(), 'postgres/data/postmaster.pid')
    const { uid, gid } = statSync(path.dirname(file))
    writeFileSync(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n\n127.0.0.1\n\nready\n`, { mode: 0o600 })
    chownSync(file, uid, gid)

    const second = await start()
    expect(second.reused).toBe(false)
  })

  it('starts anew after a first start that was interrupted half-way', async () => {
    mkdirSync(path.join(dataDir(), 'postgres/data.new'), { recursive: true })
    writeFileSync(path.join(dataDir(), 'postgres/data.new/PG_VERSION'), '18\n')
    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('A start that cannot succeed tells why', () => {
  it('on the data of another PostgreSQL', async () => {
    mkdirSync(path.join(dataDir(), 'postgres/data'), { recursive: true })
    writeFileSync(path.join(dataDir(), 'postgres/data/PG_VERSION'), '15\n')
    await expect(start()).rejects.toMatchObject({
      problem: 'OTHER_VERSION',
      message: expect.stringContaining('was made by PostgreSQL 15 and this application brings PostgreSQL 18'),
    })
  })

  it('on a directory that holds no database', async () => {
    mkdirSync(path.join(dataDir(), 'postgres/data'), { recursive: true })
    await expect(start()).rejects.toMatchObject({ problem: 'DAMAGED' })
  })

  it('on damaged files', async () => {
    const server = await start()
    await server.stop()
    writeFileSync(path.join(dataDir(), 'postgres/data/global/pg_control'), 'nonsense')
    await expect(start()).rejects.toMatchObject({
      problem: 'DAMAGED',
      message: expect.stringMatching(/is damaged: .*pg_control.* Restore a backup/s),
    })
  })

  it('where a file stands in the place of the directory', async () => {
    writeFileSync(dataDir(), '')
    await expect(start()).rejects.toMatchObject({ problem: 'DATA_DIR_NOT_WRITABLE' })
  })

  it.runIf(process.platform === 'linux')('where no directory can be made', async () => {
    await expect(startEmbeddedPostgres({ dataDir: '/proc/ess/data', log: () => undefined })).rejects.toMatchObject({
      problem: 'DATA_DIR_NOT_WRITABLE',
      message: expect.stringContaining('DATA_DIR /proc/ess/data cannot be written'),
    })
  })

  it.runIf(ordinaryUserCanRunUs)('to an ordinary user in a directory of somebody else', async () => {
    const closed = mkdtempSync(path.join(tmpdir(), 'ess-closed-'))
    try {
      const { answer } = await startInProcess({ uid: nobody, in: path.join(closed, 'data') })
      expect(answer).toEqual({ problem: 'DATA_DIR_NOT_WRITABLE' })
    } finally {
      rmSync(closed, { recursive: true })
    }
  })
})

describe.runIf(ordinaryUserCanRunUs)('As an ordinary user', () => {
  it('it runs as that user, with everything in their own directory', async () => {
    chmodSync(directory, 0o755)
    mkdirSync(dataDir())
    chownSync(dataDir(), nobody, nobody)
    const { child, answer } = await startInProcess({ uid: nobody })
    expect(answer.problem).toBeUndefined()
    expect(statSync(path.join(dataDir(), 'postgres/data')).uid).toBe(nobody)
    expect(await query(answer.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    await stopProcess(child)

    // Started later by root, it stays that user's.
    const byRoot = await start()
    expect(await query(byRoot.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(path.join(dataDir(), 'postgres/data')).uid).toBe(nobody)
  })
})

describe.runIf(isRoot)('As root', () => {
  it('the server runs as another user in a directory that this user could not walk to', async () => {
    const server = await start()
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    expect(statSync(`/proc/${pidOf()}`).uid).not.toBe(0)
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('programs from a closed checkout, without their library links, are copied to where that user can run them', async () => {
    const { findPrograms } = await import('#server/postgres/programs.ts')
    const installed = path.join(directory, 'native')
    const source = path.resolve('node_modules', packageOfPlatform(process), 'native')
    cpSync(source, installed, {
      recursive: true,
      filter: (file) => !statSync(file).isFile() || path.extname(file) !== '.a',
      verbatimSymlinks: true,
    })
    rmSync(path.join(installed, 'lib/libicuuc.so.60'))
    const account = { uid: nobody, gid: nobody }
    const programs = await findPrograms({ account, ownDirectory: directory, installed })
    expect(programs.postgres.startsWith(directory)).toBe(false)
    expect(statSync(path.join(installed, 'lib/libicuuc.so.60')).isFile()).toBe(true)
    expect(statSync(path.dirname(path.dirname(programs.postgres))).mode & 0o055).toBe(0o055)
  })
})
