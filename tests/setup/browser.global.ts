import type { TestProject } from 'vitest/node'

import { findBrowser } from '#server/browser/find-browser.ts'

import '../support/provided.ts'
import { testFolder } from '../support/test-files.ts'

/** Finds the browser once for all journeys; unpacked in .data-test/browser when npm brought it. */
export default async (project: TestProject): Promise<void> => {
  const { executablePath, env, args, kind } = await findBrowser({
    settings: { chromiumPath: process.env['CHROMIUM_PATH'] || undefined, dataDir: testFolder },
  })
  console.log(`journeys in the ${kind} browser ${executablePath}`)
  project.provide('browser', { executablePath, env: { ...env }, args })
}
