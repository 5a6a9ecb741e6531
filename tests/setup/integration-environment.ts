import { join } from 'node:path'

import { inject } from 'vitest'

import { applicationVariables } from '../support/application-environment.ts'
import { cloneTemplate, testSecret } from '../support/test-databases.ts'

// Before anything of the application is imported: it reads its environment once.
const { serverUrl, template, dataDir } = inject('postgres')
const databaseUrl = await cloneTemplate({ serverUrl, template })

// Vitest's own; to the application it looks like a slip for DEMO.
delete process.env['MODE']

Object.assign(
  process.env,
  applicationVariables({
    DATABASE_URL: databaseUrl,
    ESS_DATABASE: 'external',
    PAYLOAD_SECRET: testSecret,
    DATA_DIR: join(dataDir, new URL(databaseUrl).pathname),
    LOG_LEVEL: 'silent',
  }),
)
