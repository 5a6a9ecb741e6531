import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import type { LocatedFinding } from '../source/locate-finding.ts'
import { importDocument } from './import-document.ts'
import type { ImportOutcome } from './decide-import.rules.ts'

export type ShippedFile = {
  readonly file: string
  readonly outcome: ImportOutcome
  readonly findings: readonly LocatedFinding[]
}

const names = ['referentiel.yaml', 'referentiel.yml', 'referentiel.json']

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
 * that are published stay as they are.
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
  const loaded: ShippedFile[] = []
  for (const place of filesBelow(folders)) {
    const file = path.relative(root, place)
    const source = { file, text: await readFile(place) }
    const options = { publish: true, replace: true, isShipped: true }
    const { outcome, findings } = await importDocument({ payload, file: source, options, now })
    loaded.push({ file, outcome, findings })
  }
  return loaded
}
