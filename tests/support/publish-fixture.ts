import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

import { applicationVariables } from './application-environment.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Publishes a référentiel of tests/fixtures/referentiels in the running application, by the command that authors use. */
export const publishFixture = async (name: string, { dataDir }: { readonly dataDir: string }): Promise<void> => {
  const file = path.join(root, 'tests', 'fixtures', 'referentiels', `${name}.yaml`)
  await promisify(execFile)(process.execPath, ['src/cli/referentiel.ts', 'import', file, '--publish'], {
    cwd: root,
    env: { ...process.env, ...applicationVariables({ DATA_DIR: dataDir, HOST: '127.0.0.1', DEMO: '1' }) },
  })
}
