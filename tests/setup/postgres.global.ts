import type { TestProject } from 'vitest/node'

import '../support/provided.ts'
import { createTemplate, databaseNamed, forgetCrashes } from '../support/test-databases.ts'
import { startTestServer } from '../support/test-server.ts'

const template = 'template_of_tests'

/** Starts the run's PostgreSQL and prepares the template in it; answers how to end it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, dataDir, stop } = await startTestServer()
  try {
    const serverUrl = databaseNamed(url, 'postgres')
    await forgetCrashes(serverUrl)
    await createTemplate({ serverUrl, name: template, dataDir })
    project.provide('postgres', { serverUrl, template, dataDir })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
