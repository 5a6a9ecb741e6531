import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'

import { testFile } from '../test-files.ts'
import { type Outcome, single, sumOf } from './outcome.ts'
import { forgetVisits, routesOfApp, visitedRoutes } from './routes.ts'
import { readVitestReport } from './vitest-report.ts'

type Run = {
  readonly isLong: boolean
  readonly seed: number
  /** Takes what a tool prints, when another step runs beside and both must not mix; straight to the terminal otherwise. */
  readonly keepOutput: ((text: string) => void) | null
}

/** A step of the test command: its own name, and the group under which it can be asked for. */
export type Step = {
  readonly name: string
  readonly group: 'check' | 'unit' | 'int' | 'journeys' | 'system'
  readonly what: string
  readonly run: (run: Run) => Promise<Outcome>
}

type Tool = { readonly tool: string; readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv }

/** Runs one of our tools on the Node that runs us. */
const runTool = ({ keepOutput }: Run, { tool, args, env = process.env }: Tool): Promise<number | null> =>
  new Promise((done, fail) => {
    const stdio = keepOutput === null ? 'inherit' : 'pipe'
    const child = spawn(process.execPath, [resolve('node_modules', tool), ...args], { stdio, env })
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => keepOutput?.(text))
    child.on('error', fail)
    child.on('close', done)
  })

const toolStep = (step: Omit<Step, 'run' | 'group'> & { readonly tool: string; readonly args: readonly string[] }): Step => ({
  name: step.name,
  group: 'check',
  what: step.what,
  run: async (run) => {
    const code = await runTool(run, step)
    return single(step.name, code === 0 ? undefined : `${step.what} ended with ${code}, see above`)
  },
})

/** Next writes the types of style sheets, images and routes first (a second); git does not keep them. */
const checkTypes = async (run: Run): Promise<Outcome> => {
  const generated = await runTool(run, { tool: 'next/dist/bin/next', args: ['typegen'], env: { ...process.env, ESS_BUILD: '1' } })
  if (generated !== 0) return single('types', `next typegen ended with ${generated}, see above`)
  // The plugins a second time, without the application's generated types: they work in any Payload application.
  for (const project of ['.', 'plugins']) {
    const code = await runTool(run, { tool: 'typescript/bin/tsc', args: ['--noEmit', '-p', project] })
    if (code !== 0) return single('types', `the compiler found errors in ${project}, see above`)
  }
  return single('types', undefined)
}

const vitestStep = (step: Pick<Step, 'what'> & { readonly project: 'unit' | 'int' | 'journeys' | 'system'; readonly zone?: string }): Step => ({
  name: step.project,
  group: step.project,
  what: step.what,
  run: async (run) => {
    const file = testFile('results', `${step.project}.json`)
    rmSync(file, { force: true })
    if (step.project === 'journeys') {
      forgetVisits()
      for (const folder of ['screens', 'failures']) rmSync(testFile(folder), { recursive: true, force: true })
    }
    const exitCode = await runTool(run, {
      tool: 'vitest/vitest.mjs',
      args: ['run', '--project', step.project, '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      env: {
        ...process.env,
        TEST_LONG: run.isLong ? '1' : '0',
        TEST_SEED: String(run.seed),
        ...(step.zone === undefined ? {} : { TZ: step.zone }),
      },
    })
    return readVitestReport({ name: step.project, file, exitCode })
  },
})

const checkRoutes = async (): Promise<Outcome> => {
  const routes = routesOfApp()
  const visited = visitedRoutes()
  if (routes.length === 0) return single('routes', 'src/app has no page')
  return sumOf(routes.map((route) => single(`routes: ${route}`, visited.has(route) ? undefined : 'no journey visits it')))
}

const lint = toolStep({ name: 'lint', what: 'eslint, the laws included', tool: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] })

const imports = toolStep({
  name: 'imports',
  what: 'dependency-cruiser: who may import whom',
  tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
  args: ['--config', '.dependency-cruiser.cjs', 'payload.config.ts', 'next.config.ts', 'vitest.config.ts', 'collections', 'plugins', 'src', 'tests'],
})

const deadCode = toolStep({ name: 'dead-code', what: 'knip: nothing unused', tool: 'knip/bin/knip.js', args: ['--no-progress'] })

/**
 * Steps one after the other, in rows that run beside each other where both cores would not be busy: the checks are of
 * one thread each, journeys and starts mostly wait. What tells most in the least time comes first.
 */
export const phases: readonly (readonly (readonly Step[])[])[] = [
  [[lint], [{ name: 'types', group: 'check', what: 'type check', run: checkTypes }, imports, deadCode]],
  // Neither the server's time zone nor ours: a rule that leans on the machine's zone fails here.
  [[vitestStep({ project: 'unit', what: 'unit tests', zone: 'America/New_York' })]],
  [[vitestStep({ project: 'int', what: 'integration tests on PostgreSQL', zone: 'UTC' })]],
  [
    [
      vitestStep({ project: 'journeys', what: 'journeys in a browser' }),
      { name: 'routes', group: 'journeys', what: 'every page visited by a journey', run: checkRoutes },
    ],
    [vitestStep({ project: 'system', what: 'starting, killing and restarting the application' })],
  ],
]
