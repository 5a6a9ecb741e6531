import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { isSuccess, lastLine, single, sumOf } from './outcome.ts'
import { readVitestReport } from './vitest-report.ts'

describe('The report of a test run', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const readAfter = (testResults: unknown, { exitCode = 0, success = true } = {}) => {
    const file = join(folder, 'report.json')
    writeFileSync(file, JSON.stringify({ success, testResults }))
    return readVitestReport({ name: 'unit', file, exitCode })
  }
  const module = (...statuses: string[]) => ({
    name: join(process.cwd(), 'src/a.test.ts'),
    status: statuses.includes('failed') ? 'failed' : 'passed',
    message: '',
    assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
  })

  it('counts tests and names those that failed or were left out', () => {
    expect(readAfter([module('passed', 'failed', 'skipped'), module('passed')], { exitCode: 1, success: false })).toEqual({
      passed: 2,
      failures: ['unit: src/a.test.ts > test 1'],
      skipped: ['unit: src/a.test.ts > test 2'],
    })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const broken = { ...module(), status: 'failed', message: 'Cannot find module\nat …' }
    expect(readAfter([module('passed'), broken], { exitCode: 1, success: false }).failures).toEqual([
      'unit: src/a.test.ts: Cannot find module',
    ])
  })

  it('is a failure when the runner failed outside its tests', () => {
    expect(isSuccess(readAfter([module('passed')], { exitCode: 1 }))).toBe(false)
  })

  it('is a failure when no test ran', () => {
    expect(readAfter([]).failures).toEqual(['unit: no test ran'])
    expect(isSuccess(readAfter([module('skipped')]))).toBe(false)
  })

  it('is a failure when there is none', () => {
    const outcome = readVitestReport({ name: 'int', file: join(folder, 'nowhere.json'), exitCode: null })
    expect(outcome.failures).toEqual(['int: the test runner ended with null and wrote no report'])
  })
})

describe('The outcome of the test command', () => {
  it('counts each check as one and ends with a plain line', () => {
    const outcome = sumOf([single('types'), single('lint', 'see above'), { passed: 40, failures: [], skipped: [] }])
    expect(lastLine(outcome)).toBe('41 passed, 1 failed')
    expect(isSuccess(outcome)).toBe(false)
  })

  it('is no success when nothing ran', () => {
    expect(isSuccess(sumOf([]))).toBe(false)
  })
})
