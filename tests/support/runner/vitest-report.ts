import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

import { z } from 'zod'

import type { Outcome } from './outcome.ts'

const report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const firstLineOf = (text: string) => text.trim().split('\n')[0] ?? ''

const read = (file: string) => {
  if (!existsSync(file)) return undefined
  const parsed = report.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return parsed.success ? parsed.data : undefined
}

/**
 * Reads what Vitest wrote about a run. A runner that crashed, a file that could not be loaded, an error outside
 * every test and a run without tests are failures, whatever the number of tests that passed before.
 */
export const readVitestReport = (options: {
  readonly name: string
  readonly file: string
  readonly exitCode: number | null
}): Outcome => {
  const { name, file, exitCode } = options
  const run = read(file)
  if (run === undefined) {
    return { passed: 0, failures: [`${name}: the test runner ended with ${exitCode} and wrote no report`], skipped: [] }
  }
  const tests = run.testResults.flatMap((module) =>
    module.assertionResults.map(({ fullName, status }) => ({
      status,
      line: `${name}: ${relative(process.cwd(), module.name)} > ${fullName}`,
    })),
  )
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failed = tests.filter(({ status }) => status === 'failed').map(({ line }) => line)
  const broken = run.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
    .map((module) => `${name}: ${relative(process.cwd(), module.name)}: ${firstLineOf(module.message) || 'did not run'}`)
  const failures = [...failed, ...broken]
  if (failures.length === 0 && (exitCode !== 0 || !run.success)) {
    failures.push(`${name}: the run failed outside its tests (exit code ${exitCode}), see above`)
  }
  if (failures.length === 0 && passed === 0) failures.push(`${name}: no test ran`)
  return {
    passed,
    failures,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ line }) => line),
  }
}
