import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'

import { testFile } from '../test-files.ts'
import { type Outcome, single, sumOf } from './outcome.ts'
import { forgetVisits, routesOfApp, visitedRoutes } from './routes.ts'
import { readVitestReport } from './vitest-report.ts'

type Run = { readonly isLong: boolean; readonly seed: number }

/** A step of the test command: its own name, and the group under which it can be asked for. */
export type Step = {
  readonly name: string
  readonly group: 'check' | 'unit' | 'int' | 'journeys' | 'system'
  readonly what: string
  readonly run: (run: Run) => Promise<Outcome>
}

/** Runs one of our tools on the Node that runs us; its output goes straight to the terminal. */
const runTool = (tool: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number | null> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve('node_modules', tool), ...args], { stdio: 'inherit', env })
    child.on('error', fail)
    child.on('close', done)
  })

const toolStep = (step: Omit<Step, 'run' | 'group'> & { readonly tool: string; readonly args: readonly string[] }): Step => ({
  name: step.name,
  group: 'check',
  what: step.what,
  run: async () => {
    const code = await runTool(step.tool, step.args)
    return single(step.name, code === 0 ? undefined : `${step.what} ended with ${code}, see above`)
  },
})

/** Next writes the types of style sheets, images and routes first (a second); git does not keep them. */
const checkTypes = async (): Promise<Outcome> => {
  const generated = await runTool('next/dist/bin/next', ['typegen'], { ...process.env, ESS_BUILD: '1' })
  if (generated !== 0) return single('types', `next typegen ended with ${generated}, see above`)
  // The plugins a second time, without the application's generated types: they work in any Payload application.
  for (const project of ['.', 'plugins']) {
    const code = await runTool('typescript/bin/tsc', ['--noEmit', '-p', project])
    if (code !== 0) return single('types', `the compiler found errors in ${project}, see above`)
  }
  return single('types', undefined)
}

const vitestStep = (step: Pick<Step, 'what'> & { readonly project: 'unit' | 'int' | 'journeys' | 'system'; readonly zone?: string }): Step => ({
  name: step.project,
  group: step.project,
  what: step.what,
  run: async ({ isLong, seed }) => {
    const file = testFile('results', `${step.project}.json`)
    rmSync(file, { force: true })
    if (step.project === 'journeys') {
      forgetVisits()
      for (const folder of ['screens', 'failures']) rmSync(testFile(folder), { recursive: true, force: true })
    }
    const exitCode = await runTool(
      'vitest/vitest.mjs',
      ['run', '--project', step.project, '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      {
        ...process.env,
        TEST_LONG: isLong ? '1' : '0',
        TEST_SEED: String(seed),
        ...(step.zone === undefined ? {} : { TZ: step.zone }),
      },
    )
    return readVitestReport({ name: step.project, file, exitCode })
  },
})

const checkRoutes = async (): Promise<Outcome> => {
  const routes = routesOfApp()
  const visited = visitedRoutes()
  if (routes.length === 0) return single('routes', 'src/app has no page')
  return sumOf(routes.map((route) => single(`routes: ${route}`, visited.has(route) ? undefined : 'no journey visits it')))
}

/** All steps, in the order in which they run: what tells most in the least time comes first. */
export const steps: readonly Step[] = [
  { name: 'types', group: 'check', what: 'type check', run: checkTypes },
  toolStep({ name: 'lint', what: 'eslint, the laws included', tool: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] }),
  toolStep({
    name: 'imports',
    what: 'dependency-cruiser: who may import whom',
    tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'payload.config.ts', 'next.config.ts', 'vitest.config.ts', 'collections', 'plugins', 'src', 'tests'],
  }),
  toolStep({ name: 'dead-code', what: 'knip: nothing unused', tool: 'knip/bin/knip.js', args: ['--no-progress'] }),
  // Neither the server's time zone nor ours: a rule that leans on the machine's zone fails here.
  vitestStep({ project: 'unit', what: 'unit tests', zone: 'America/New_York' }),
  vitestStep({ project: 'int', what: 'integration tests on PostgreSQL', zone: 'UTC' }),
  vitestStep({ project: 'journeys', what: 'journeys in a browser' }),
  { name: 'routes', group: 'journeys', what: 'every page visited by a journey', run: checkRoutes },
  vitestStep({ project: 'system', what: 'starting, killing and restarting the application' }),
]
