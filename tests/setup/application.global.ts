import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import '../support/provided.ts'
import { startApplication } from '../support/running-application.ts'
import { testFile } from '../support/test-files.ts'

/**
 * Starts the application as the README says, on an empty data directory with the demonstration accounts, and
 * stops it after the journeys. What it printed is kept in .data-test/application.log.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ess-journeys-'))
  const removeData = () => rmSync(dataDir, { recursive: true, force: true })
  console.log('starting the application (two to three minutes when it has to be built)')
  try {
    const { url, output, stop } = await startApplication({ dataDir, variables: { HOST: '127.0.0.1', DEMO: '1', ROLE: 'all' } })
    console.log(`the application answers on ${url}`)
    project.provide('application', { url, dataDir })
    return async () => {
      try {
        await stop()
      } finally {
        writeFileSync(testFile('application.log'), output())
        removeData()
      }
    }
  } catch (error) {
    removeData()
    throw error
  }
}
