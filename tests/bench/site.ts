import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readDatabaseConnection } from '#server/postgres/connection-file.ts'

import { type RunningApplication, startApplication } from '../support/running-application.ts'
import { generateOrganisations } from './generate.ts'

/** The application with its demonstration data and N generated organisations. */
export type Site = RunningApplication & { readonly databaseUrl: string; readonly dataDir: string }

export const startSite = async (organisations: number): Promise<Site> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ess-bench-'))
  const application = await startApplication({ dataDir })
  const { url: databaseUrl } = readDatabaseConnection(dataDir)
  if (databaseUrl === undefined) throw new Error('The application started without a database of its own.')
  await generateOrganisations(databaseUrl, organisations)
  const stop = async () => {
    await application.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...application, databaseUrl, dataDir, stop }
}
