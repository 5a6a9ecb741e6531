import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadEnvFile } from 'node:process'

import { processEnvironment, setEnvironment } from '#server/environment.ts'
import type { Environment } from '#server/environment.ts'

import { LaunchError } from './launch-error.ts'

/**
 * The operator's settings: the shell's, then those of `.env`, checked.
 * @param role overrides ROLE
 * @throws LaunchError with one sentence per mistake
 */
export const readSettings = ({
  root,
  role,
}: {
  readonly root: string
  readonly role: string | undefined
}): Environment => {
  const file = path.join(root, '.env')
  if (existsSync(file)) loadEnvFile(file)
  if (role !== undefined) setEnvironment({ ROLE: role })
  const settings = processEnvironment()
  if (!settings.ok) throw new LaunchError(settings.error, { exitCode: 2 })
  return settings.value
}
