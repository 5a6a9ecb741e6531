import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where a test run leaves what a person may want to look at; not in git. */
export const testFolder = resolve(import.meta.dirname, '../../.data-test')

/** The path of a file of the test run, its folder made. */
export const testFile = (...parts: readonly [string, ...string[]]): string => {
  const path = join(testFolder, ...parts)
  mkdirSync(join(path, '..'), { recursive: true })
  return path
}
