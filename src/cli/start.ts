/** `npm start`, `npm run dev`, `npm run worker`: one command from an empty directory to a running platform. */
import './needs-node.mjs'

import path from 'node:path'
import { parseArgs } from 'node:util'

import { EmbeddedPostgresError } from '#server/postgres/embedded-postgres-error.ts'

import { LaunchError } from './launch/launch-error.ts'
import { report } from './launch/report.ts'
import { readSettings } from './launch/settings.ts'
import { application } from './launch/start-application.ts'

const usage = `Usage: npm start [-- --role web|worker|all]

Starts the platform: its own PostgreSQL in DATA_DIR (or that of DATABASE_URL), the build if there is none of this
source, migrations, the web server and the worker. Stops with Ctrl+C.

  --role ROLE   web, worker or all (default: the variable ROLE, else all)
  --dev         reload on changes, without a build (npm run dev)
  --help        this text

The variables are described in .env.example and docs/operations.md.`

/** One Ctrl+C arrives twice when npm passes it on to us as well; milliseconds. */
const sameKeystroke = 1_000

const root = path.resolve(import.meta.dirname, '..', '..')

const readArguments = (): { readonly dev: boolean; readonly help: boolean; readonly role: string | undefined } => {
  try {
    const { values } = parseArgs({
      options: {
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        role: { type: 'string' },
      },
    })
    return { dev: values.dev, help: values.help, role: values.role }
  } catch (error) {
    throw new LaunchError([error instanceof Error ? error.message : String(error), usage], { exitCode: 2 })
  }
}

const tellFailure = (error: unknown): void => {
  if (error instanceof LaunchError) error.sentences.forEach((sentence) => console.error(sentence))
  else if (error instanceof EmbeddedPostgresError) console.error(error.message)
  else console.error(error)
}

const launch = async (): Promise<void> => {
  const { dev, help, role } = readArguments()
  if (help) {
    console.log(usage)
    return
  }
  process.chdir(root)
  const settings = readSettings({ root, role })

  let end: Promise<never> | undefined
  /** Stops everything and ends this process; the first reason counts. */
  const finish = (exitCode: number): Promise<never> =>
    (end ??= app.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        tellFailure(error)
        process.exit(1)
      },
    ))

  const app = application({
    root,
    settings,
    dev,
    report: report({
      write: (text) => process.stdout.write(text),
      isTerminal: process.stdout.isTTY,
      now: () => performance.now(),
    }),
    onGiveUp: (error) => {
      tellFailure(error)
      void finish(1)
    },
  })

  let firstSignal: number | undefined
  const onSignal = (): void => {
    const now = performance.now()
    if (firstSignal === undefined) {
      firstSignal = now
      console.error('Stopping: what is being done is finished first. Ctrl+C again to force.')
      void finish(0)
    } else if (now - firstSignal > sameKeystroke) {
      app.kill().then(
        () => process.exit(1),
        () => process.exit(1),
      )
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

  try {
    await app.start()
  } catch (error) {
    // What is being ended already, on purpose or for a reason that was told, complains of it.
    if (end === undefined) tellFailure(error)
    await finish(error instanceof LaunchError ? error.exitCode : 1)
  }
}

launch().catch((error: unknown) => {
  tellFailure(error)
  process.exit(error instanceof LaunchError ? error.exitCode : 1)
})
