import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

import { isSuccess, lastLine, type Outcome, single, sumOf } from '../../tests/support/runner/outcome.ts'
import { type Step, steps } from '../../tests/support/runner/steps.ts'

const usage = `Usage: npm test -- [options]

Runs every check and every test of the platform, goes on after a failure, and ends with the line
« N passed, N failed ». Exit code 0 when nothing failed, 1 when something did, 2 for wrong usage.

  --only NAME   only this step or group; may be given several times:
                check (${namesIn('check')}), unit, int, journeys (with routes), system
  --long        heavy tests run their full counts instead of a sample (npm run test:long)
  --help        this text

TEST_SEED=N repeats the samples of an earlier run.`

function namesIn(group: Step['group']): string {
  return steps
    .filter((step) => step.group === group)
    .map(({ name }) => name)
    .join(', ')
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** A step that throws has failed; the ones after it still run. */
const runStep = async (step: Step, run: Parameters<Step['run']>[0]): Promise<Outcome> => {
  const start = performance.now()
  console.log(`\n▶ ${step.name}: ${step.what}`)
  let outcome: Outcome
  try {
    outcome = await step.run(run)
  } catch (error) {
    console.error(error)
    outcome = single(step.name, 'the step itself failed, see above')
  }
  console.log(`${outcome.failures.length === 0 ? '✓' : '✗'} ${step.name}: ${lastLine(outcome)} (${seconds(start)})`)
  return outcome
}

const runSteps = async (chosen: readonly Step[], run: Parameters<Step['run']>[0]): Promise<number> => {
  const start = performance.now()
  console.log(`seed ${run.seed}${run.isLong ? ', full counts' : ''} (repeat with TEST_SEED=${run.seed})`)
  const outcomes: Outcome[] = []
  for (const step of chosen) outcomes.push(await runStep(step, run))
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
  const unknown = values.only.find((only) => !steps.some(({ name, group }) => name === only || group === only))
  if (unknown !== undefined) {
    console.error(`There is no step « ${unknown} ».\n\n${usage}`)
    return 2
  }
  const chosen = steps.filter(({ name, group }) => values.only.length === 0 || values.only.some((only) => only === name || only === group))
  return runSteps(chosen, { isLong: values.long, seed: readSeed(process.env['TEST_SEED']) })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.message}\n\n${usage}` : error)
    process.exit(2)
  },
)
