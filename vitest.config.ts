import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

// The test command chooses the seed; a run without it chooses its own, and says it.
if (!process.env['TEST_SEED']) {
  process.env['TEST_SEED'] = String(randomInt(1, 2 ** 31))
  console.log(`TEST_SEED=${process.env['TEST_SEED']}`)
}

const outside = ['**/node_modules/**', '**/.next/**', '**/.data*/**']

/**
 * Four projects: `unit` beside the code, in any time zone; `int` against a real PostgreSQL, each file on its
 * own copy of the migrated template database; `journeys` through the running application in a browser; `system`
 * starts, kills and restarts the application itself.
 */
export default defineConfig({
  resolve: { alias: { '@payload-config': fileURLToPath(new URL('./payload.config.ts', import.meta.url)) } },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...outside, '**/*.int.test.ts'],
          setupFiles: ['tests/setup/quiet-console.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude: outside,
          setupFiles: ['tests/setup/quiet-console.ts', 'tests/setup/integration-environment.ts'],
          globalSetup: ['tests/setup/postgres.global.ts', 'tests/setup/browser.global.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One more than cores: many of them start processes and wait for them.
          maxWorkers: 3,
          env: { TZ: 'UTC' },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          exclude: outside,
          setupFiles: ['tests/setup/quiet-console.ts'],
          globalSetup: ['tests/setup/browser.global.ts', 'tests/setup/application.global.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/system/**/*.system.ts'],
          exclude: outside,
          setupFiles: ['tests/setup/quiet-console.ts'],
          testTimeout: 20 * 60_000,
          hookTimeout: 12 * 60_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
