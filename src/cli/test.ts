import { randomInt } from 'node:crypto'
import { inspect, parseArgs } from 'node:util'

import { isSuccess, lastLine, type Outcome, single, sumOf } from '../../tests/support/runner/outcome.ts'
import { phases, type Step } from '../../tests/support/runner/steps.ts'

const usage = `Usage: npm test -- [options]

Runs every check and every test of the platform, goes on after a failure, and ends with the line
« N passed, N failed ». Exit code 0 when nothing failed, 1 when something did, 2 for wrong usage.

  --only NAME   only this step or group; may be given several times:
                check (${namesIn('check')}), unit, int, journeys (with routes), system
  --long        heavy tests run their full counts instead of a sample (npm run test:long)
  --help        this text

TEST_SEED=N repeats the samples of an earlier run.`

function namesIn(group: Step['group']): string {
  return phases
    .flat(2)
    .filter((step) => step.group === group)
    .map(({ name }) => name)
    .join(', ')
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

type Run = Parameters<Step['run']>[0]

/** A step that throws has failed; the ones after it still run. */
const runStep = async (step: Step, run: Run): Promise<Outcome> => {
  const start = performance.now()
  const say = (text: string): void => (run.keepOutput === null ? console.log(text) : run.keepOutput(`${text}\n`))
  say(`\n▶ ${step.name}: ${step.what}`)
  let outcome: Outcome
  try {
    outcome = await step.run(run)
  } catch (error) {
    say(inspect(error))
    outcome = single(step.name, 'the step itself failed, see above')
  }
  say(`${outcome.failures.length === 0 ? '✓' : '✗'} ${step.name}: ${lastLine(outcome)} (${seconds(start)})`)
  return outcome
}

type Row = { readonly row: readonly Step[]; readonly isFirst: boolean }

/** Steps one after the other. What those beside the first row print comes in one piece, when they have ended. */
const runRow = async ({ row, isFirst }: Row, run: Omit<Run, 'keepOutput'>): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  const printed: string[] = []
  const keepOutput = isFirst ? null : (text: string) => void printed.push(text)
  for (const step of row) outcomes.push(await runStep(step, { ...run, keepOutput }))
  process.stdout.write(printed.join(''))
  return outcomes
}

const runPhases = async (isChosen: (step: Step) => boolean, run: Omit<Run, 'keepOutput'>): Promise<number> => {
  const start = performance.now()
  console.log(`seed ${run.seed}${run.isLong ? ', full counts' : ''} (repeat with TEST_SEED=${run.seed})`)
  const outcomes: Outcome[] = []
  for (const phase of phases) {
    const rows = phase.map((row) => row.filter(isChosen)).filter((row) => row.length > 0)
    const ended = await Promise.all(rows.map((row, index) => runRow({ row, isFirst: index === 0 }, run)))
    outcomes.push(...ended.flat())
  }
  const outcome = sumOf(outcomes)
  console.log(`\n${seconds(start)} in all, seed ${run.seed}`)
  if (outcome.skipped.length > 0) console.log(`Not run:\n  ${outcome.skipped.join('\n  ')}`)
  if (outcome.failures.length > 0) console.log(`Failed:\n  ${outcome.failures.join('\n  ')}`)
  console.log(lastLine(outcome))
  return isSuccess(outcome) ? 0 : 1
}

const readSeed = (given: string | undefined): number => {
  const seed = given === undefined || given === '' ? randomInt(1, 2 ** 31) : Number(given)
  if (!Number.isSafeInteger(seed)) throw new Error(`TEST_SEED must be a whole number, not ${given}`)
  return seed
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    strict: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      long: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const unknown = values.only.find((only) => !phases.flat(2).some(({ name, group }) => name === only || group === only))
  if (unknown !== undefined) {
    console.error(`There is no step « ${unknown} ».\n\n${usage}`)
    return 2
  }
  const isChosen = ({ name, group }: Step) => values.only.length === 0 || values.only.some((only) => only === name || only === group)
  return runPhases(isChosen, { isLong: values.long, seed: readSeed(process.env['TEST_SEED']) })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.message}\n\n${usage}` : error)
    process.exit(2)
  },
)
