import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'

import { applicationVariables } from '../support/application-environment.ts'
import type { Site } from './site.ts'

/** Brings a document into the running platform, by the command that authors use; as a draft unless it is to be published. */
export const bringDocument = async (
  { dataDir }: Pick<Site, 'dataDir'>,
  document: ReferentielDocument,
  { isPublished }: { readonly isPublished: boolean },
): Promise<void> => {
  const file = join(dataDir, `${document.id}-${document.version}.json`)
  writeFileSync(file, JSON.stringify(document))
  await promisify(execFile)(process.execPath, ['src/cli/referentiel.ts', 'import', file, ...(isPublished ? ['--publish'] : [])], {
    env: { ...process.env, ...applicationVariables({ DATA_DIR: dataDir, HOST: '127.0.0.1', DEMO: '1' }) },
  })
}
