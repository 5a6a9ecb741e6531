/** The order of a start: nothing is built or made before everything that can be checked was. */
import path from 'node:path'

import { childEnvironment } from '#server/environment.ts'
import type { Environment } from '#server/environment.ts'
import { launcherTexts } from '#texts/launcher.ts'

import { ensureBuild } from './build.ts'
import { keepDatabase } from './keep-database.ts'
import type { KeptDatabase } from './keep-database.ts'
import { LaunchError } from './launch-error.ts'
import { prepareDatabase } from './prepare-database.ts'
import type { Report } from './report.ts'
import { requirePort } from './require-port.ts'
import { supervise } from './supervise.ts'
import type { Supervised } from './supervise.ts'
import { waitForHealth } from './wait-for-health.ts'
import { watchSources } from './watch-sources.ts'

export type Application = {
  /** Starts everything; @throws LaunchError or EmbeddedPostgresError */
  readonly start: () => Promise<void>
  /** Stops what was started, in order; safe at any time and more than once. */
  readonly stop: () => Promise<void>
  /** Ends the processes at once; PostgreSQL still stops properly. */
  readonly kill: () => Promise<void>
}

type Launch = {
  readonly root: string
  readonly settings: Environment
  readonly dev: boolean
  readonly report: Report
  /** When something that was started cannot be kept running. */
  readonly onGiveUp: (error: unknown) => void
}

type Kind = 'web' | 'worker'

const names: Readonly<Record<Kind, string>> = { web: 'Web server', worker: 'Worker' }

export const application = ({ root, settings, dev, report, onGiveUp }: Launch): Application => {
  const { host, port, role } = settings
  const hasWeb = role !== 'worker'
  const hasWorker = role !== 'web'
  const starting = new AbortController()
  const children = new Map<string, Supervised>()
  let database: KeptDatabase | undefined
  let stopped: Promise<void> | undefined

  const environmentWith = (variables: KeptDatabase['variables']): NodeJS.ProcessEnv =>
    childEnvironment({
      ...variables,
      DEMO: settings.demo ? '1' : '0',
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    })

  /** A stop that was asked for while a step ran ends the start. */
  const goOn = (): void => {
    if (starting.signal.aborted) throw new LaunchError([])
  }

  const startDatabase = async (): Promise<KeptDatabase> =>
    report.step('PostgreSQL', async (progress) => {
      let isReady = false
      const value = await keepDatabase({
        settings,
        log: (text) => (isReady ? report.line(text) : progress(text)),
        onMoved: (variables) => children.forEach((child) => child.restart(environmentWith(variables))),
        onGiveUp,
      })
      isReady = true
      return { value, done: value.description }
    })

  const build = async (): Promise<void> =>
    report.step('Application', async (progress) => {
      const outcome = await ensureBuild({ root, progress, signal: starting.signal })
      return { value: undefined, done: outcome === 'built' ? 'built' : 'the build of this source is there' }
    })

  const prepare = async (env: NodeJS.ProcessEnv): Promise<void> =>
    (await report.step('Database', async (progress) => {
      progress(settings.demo ? 'migrations, référentiels, demonstration' : 'migrations, référentiels')
      const value = await prepareDatabase({ root, env, signal: starting.signal })
      return { value, done: 'up to date' }
    })).forEach(report.line)

  const startChild = (kind: Kind, env: NodeJS.ProcessEnv): void => {
    const child = supervise({
      name: names[kind],
      script: path.join(root, 'src', 'cli', `${kind}.ts`),
      args: dev && kind === 'web' ? ['--dev'] : [],
      env,
      log: report.line,
      onGiveUp: () => onGiveUp(new LaunchError([`${names[kind]} does not stay up: see above.`])),
    })
    children.set(kind, child)
  }

  const awaitChild = async (kind: Kind): Promise<void> =>
    report.step(names[kind], async (progress) => {
      progress('starting')
      await children.get(kind)?.ready
      const complaint = kind === 'web' && !dev ? await waitForHealth({ host, port }) : undefined
      return { value: undefined, done: complaint === undefined ? 'ready' : `up, but not well: ${complaint}` }
    })

  const reloadWorker = (env: NodeJS.ProcessEnv): void => {
    report.line('Sources have changed: starting the worker again.')
    children.get('worker')?.restart(env)
  }

  const start = async (): Promise<void> => {
    if (hasWeb) await requirePort({ host, port })
    database = await startDatabase()
    goOn()
    if (hasWeb && !dev) await build()
    goOn()
    const env = environmentWith(database.variables)
    await prepare(env)
    goOn()
    const kinds = [...(hasWeb ? (['web'] as const) : []), ...(hasWorker ? (['worker'] as const) : [])]
    for (const kind of kinds) startChild(kind, env)
    for (const kind of kinds) await awaitChild(kind)
    goOn()
    if (dev && hasWorker) watchSources({ root, onChange: () => reloadWorker(env) })
    if (hasWeb) welcome(report, settings)
  }

  const stop = async (): Promise<void> => {
    starting.abort()
    await Promise.all([...children.values()].map((child) => child.stop()))
    await database?.stop()
  }

  return {
    start,
    stop: () => (stopped ??= stop()),
    kill: async () => {
      children.forEach((child) => child.kill())
      await database?.stop()
    },
  }
}

const welcome = ({ line }: Report, { publicUrl, demo }: Environment): void => {
  const { address, accountsTitle, accounts, stop } = launcherTexts
  line('')
  line(address(publicUrl))
  if (demo) {
    line('')
    line(accountsTitle)
    for (const [email, description] of accounts) line(`  ${email.padEnd(26)}${description}`)
  }
  line('')
  line(stop)
}
