import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import type { LocatedFinding } from '../source/source.ts'
import { bytesHash } from './content-hash.ts'
import { importDocument } from './import-document.ts'
import type { ImportOutcome } from './decide-import.rules.ts'
import { loadedFiles, rememberFile } from './publication.queries.ts'

export type ShippedFile = {
  readonly file: string
  readonly outcome: ImportOutcome
  readonly findings: readonly LocatedFinding[]
}

const names = ['referentiel.yaml', 'referentiel.yml', 'referentiel.json', 'referentiel.xlsx']

/** The référentiel of each folder below these, in the order of their names. */
const filesBelow = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    !existsSync(folder)
      ? []
      : readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name)
          .sort()
          .flatMap((name) => {
            const found = names.map((file) => path.join(folder, name, file)).find((file) => existsSync(file))
            return found === undefined ? [] : [found]
          }),
  )

/**
 * Imports and publishes the référentiels that come with the application, one transaction each. What cannot be
 * published (a damaged file, a changed one whose version is published) is told and stops nothing: the versions
 * that are published stay as they are. A file with the very bytes of one that was taken up is not read again: a large
 * one costs a start a second of reading and checking.
 */
export const loadShipped = async ({
  payload,
  folders,
  root,
  now,
}: {
  readonly payload: Payload
  readonly folders: readonly string[]
  /** Findings name files from here. */
  readonly root: string
  readonly now: Date
}): Promise<readonly ShippedFile[]> => {
  const database = payload.db.drizzle
  const known = await loadedFiles(database)
  const loaded: ShippedFile[] = []
  for (const place of filesBelow(folders)) {
    const file = path.relative(root, place)
    const text = await readFile(place)
    const hash = bytesHash(text)
    if (known.has(hash)) {
      loaded.push({ file, outcome: 'unchanged', findings: [] })
      continue
    }
    const options = { publish: true, replace: true, isShipped: true }
    const { outcome, findings, version } = await importDocument({ payload, file: { file, text }, options, now })
    if (outcome !== 'refused' && version !== undefined) await rememberFile(database, { referentiel: version.referentiel, hash })
    loaded.push({ file, outcome, findings })
  }
  return loaded
}
